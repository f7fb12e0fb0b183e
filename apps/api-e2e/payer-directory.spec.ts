import { randomUUID } from 'node:crypto';
import { PayerRow, PayerView } from '@stipple/contracts';
import { Stage, mustBe, openStage } from './harness';
import { appealClock, draftedPolicy, payerProfile, publishedPolicy } from './payer-story';
import { Team, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const path = () => `/api/payers/${team.clinic.payerId}`;
const payer = async () => PayerView.parse(mustBe(200, await team.physician.get(path())));

it('starts empty for a payer of the roster, and says what can be done', async () => {
  const { profile, versions, findings, moves } = await payer();
  expect({ profile, versions, findings }).toEqual({ profile: null, versions: [], findings: [] });
  expect(moves.map(({ move, refusals }) => [move, refusals.map(({ code }) => code)])).toEqual([
    ['describe', ['wrong_role']],
    ['draft', ['wrong_role']],
  ]);
});

it('keeps what somebody made sure of, as a whole, and lets the next one take its place', async () => {
  await team.coordinator.move(`${path()}/profiles`, { version: 0, ...payerProfile(team) });
  const first = await payer();
  expect(first).toMatchObject({
    phone: '555-0100',
    profile: {
      version: 1,
      verifiedBy: 'Billie Coordinator',
      lines: ['commercial_insured', 'marketplace'],
      channels: [{ channel: 'portal', usedFor: 'requests', address: 'HeronLink', note: null }],
      peerToPeer: { amount: 5, unit: 'business_days', number: null },
    },
  });
  expect(first.profile?.clocks).toEqual([appealClock]);
  const next = { lines: ['medicare_advantage'], clocks: [], peerToPeer: null, memberServices: '555-0199' };
  await team.administrator.move(`${path()}/profiles`, { version: 1, ...payerProfile(team, next) });
  expect(await payer()).toMatchObject({
    phone: '555-0199',
    profile: { version: 2, verifiedBy: 'Ada Administrator', lines: ['medicare_advantage'], peerToPeer: null },
  });
  const { rows } = await stage.db.owner.query(
    'SELECT version FROM stipple.payer_profile WHERE payer_id = $1 ORDER BY version',
    [team.clinic.payerId],
  );
  expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
});

it('tells whoever comes second that somebody was there before', async () => {
  const answer = await team.coordinator.post(`${path()}/profiles`, { version: 1, ...payerProfile(team) });
  expect([answer.status, answer.problem.code]).toEqual([409, 'stale']);
  expect(answer.problem.refusals[0]?.sentence).toMatch(/^Ada Administrator changed this/);
});

it.each([
  ['a future day', { verifiedOn: '2199-01-01' }, 'verifiedOn'],
  ['a line twice', { lines: ['marketplace', 'marketplace'], clocks: [] }, 'lines'],
  ['a clock of another line', { lines: ['marketplace'] }, 'clocks.0.lineOfBusiness'],
  [
    'a clock twice',
    {
      clocks: [appealClock, appealClock],
    },
    'clocks.1.clock',
  ],
])('refuses %s by the name of the field, and keeps nothing', async (_, more, field) => {
  const { version } = (await payer()).profile ?? { version: 0 };
  const answer = await team.coordinator.post(`${path()}/profiles`, { version, ...payerProfile(team, more) });
  expect([answer.status, answer.problem.refusals.map((one) => one.field)]).toEqual([409, [field]]);
  expect((await payer()).profile?.version).toBe(version);
});

it.each([
  [{ clocks: [{ ...appealClock, amount: 0 }] }, 'clocks.0.amount'],
  [{ clocks: [{ ...appealClock, source: ' ' }] }, 'clocks.0.source'],
  [{ channels: [{ channel: 'pigeon', usedFor: 'requests', address: 'x' }] }, 'channels.0.channel'],
  [{ lines: [] }, 'lines'],
  [{ peerToPeer: { amount: 5 } }, 'peerToPeer.unit'],
])('names the path of what is not of its form: %o', async (more, field) => {
  const answer = await team.coordinator.post(`${path()}/profiles`, {
    version: 2,
    ...payerProfile(team, more),
  });
  expect(answer.status).toBe(400);
  expect(answer.problem.refusals.map((one) => one.field)).toContain(field);
});

it('lists every payer with what is in force today, drafts and open cases', async () => {
  await openCase(team);
  await publishedPolicy(team);
  await draftedPolicy(team, { version: '5', effectiveFrom: '2031-01-01' });
  const added = await team.coordinator.make('/api/payers', { name: 'Added by hand' });
  const rows = mustBe(200, await team.manager.get<unknown[]>('/api/payers')).map((row) =>
    PayerRow.parse(row),
  );
  expect(rows.map(({ name }) => name)).toEqual(['Added by hand', 'Test Health Plan']);
  expect(rows[0]).toEqual({
    id: added,
    name: 'Added by hand',
    phone: null,
    lines: [],
    verifiedOn: null,
    inForce: [],
    drafts: 0,
    openCases: 0,
  });
  expect(rows[1]).toMatchObject({
    inForce: ['BH-SCAR-07 v4'],
    drafts: 1,
    openCases: 1,
    verifiedOn: today(team.clinic.timeZone),
  });
  const again = await team.coordinator.post('/api/payers', { name: 'Added by hand' });
  expect([again.status, again.problem.refusals]).toEqual([
    409,
    [expect.objectContaining({ code: 'payer_known', field: 'name' })],
  ]);
});

it('knows no payer that is not there', async () => {
  expect((await team.coordinator.get(`/api/payers/${randomUUID()}`)).status).toBe(404);
  expect((await team.coordinator.get('/api/payers/nothing')).status).toBe(400);
});
