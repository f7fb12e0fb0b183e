import type { PriceListView } from '@stipple/contracts';
import { identityOf, paperOf, prpPrice } from './estimate-story';
import { Stage, mustBe, openStage } from './harness';
import { issuedAgreement } from './self-pay-story';
import { Team, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const list = async () => mustBe(200, await team.coordinator.get<PriceListView>('/api/prices'));
const offered = async () =>
  mustBe(
    200,
    await team.coordinator.get<{ prices: { words: string; unitCents: number }[] }>('/api/directory'),
  ).prices;

it('keeps every price there was, and offers the one that holds today', async () => {
  const { manager, clinic } = team;
  await manager.move('/api/prices', prpPrice());
  await manager.move('/api/prices', prpPrice({ version: 1, unitCents: 25_000 }));
  const ahead = { version: 2, unitCents: 30_000, validFrom: today(clinic.timeZone, 30) };
  await manager.move('/api/prices', prpPrice(ahead));
  expect((await list()).prices.map(({ version, unitCents }) => [version, unitCents])).toEqual([
    [3, 30_000],
    [2, 25_000],
    [1, 20_000],
  ]);
  expect(await offered()).toEqual([{ kind: 'add_on', words: 'Platelet-rich plasma', unitCents: 25_000 }]);
});

it('offers what is off the list no longer', async () => {
  const { manager } = team;
  const kit = { code: 'kit', wordsEn: 'Aftercare kit', wordsEs: 'Equipo de cuidado' };
  await manager.move('/api/prices', prpPrice(kit));
  expect((await offered()).map(({ words }) => words)).toContain('Aftercare kit');
  await manager.move('/api/prices', prpPrice({ ...kit, version: 1, ended: true }));
  expect((await offered()).map(({ words }) => words)).not.toContain('Aftercare kit');
});

it('refuses a change of a price that somebody else has changed', async () => {
  const change = prpPrice({ code: 'twice' });
  await team.manager.move('/api/prices', change);
  const answer = await team.manager.post('/api/prices', change);
  expect([answer.status, answer.problem.code]).toEqual([409, 'stale']);
});

it.each<[string, object, string]>([
  ['a package of how many', { kind: 'package' }, 'sessions'],
  ['an add-on of several sessions', { sessions: 3 }, 'sessions'],
])('refuses %s', async (_, more, field) => {
  const answer = await team.manager.post('/api/prices', prpPrice({ code: 'odd', ...more }));
  expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([409, field]);
});

it.each<[string, object]>([
  ['unitCents', { unitCents: 0.5 }],
  ['unitCents', { unitCents: -1 }],
  ['unitCents', { unitCents: 'much' }],
  ['code', { code: 'Two words' }],
  ['procedureCode', { procedureCode: 'x' }],
  ['wordsEs', { wordsEs: '' }],
])('takes no unfit %s', async (field, more) => {
  const answer = await team.manager.post('/api/prices', prpPrice(more));
  expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([400, field]);
});

it('names the clinic on an estimate as it billed on that day', async () => {
  const { manager } = team;
  const before = await issuedAgreement(team, await openCase(team, { bodySite: 'hand', planType: 'none' }));
  await manager.move('/api/billing-identity', identityOf(1));
  const after = await issuedAgreement(team, await openCase(team, { bodySite: 'knee', planType: 'none' }));
  expect((await list()).identity).toMatchObject({ version: 2, tin: '987654321', phone: null });
  expect((await paperOf(stage, team, before)).text).toContain('12-3456789');
  expect((await paperOf(stage, team, after)).text).toContain('98-7654321');
  const answer = await manager.post('/api/billing-identity', identityOf(1));
  expect([answer.status, answer.problem.code]).toEqual([409, 'stale']);
});

it.each<[string, object, number]>([
  ['tin', { tin: '12345678' }, 400],
  ['state', { state: 'XX' }, 400],
  ['postalCode', { postalCode: '2110' }, 400],
  ['npi', { npi: '1234567890' }, 409],
])('takes no unfit %s', async (field, more, status) => {
  const answer = await team.manager.post('/api/billing-identity', identityOf(2, more));
  expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([status, field]);
});
