import { pdfText } from '@stipple/testing';
import { Stage, openStage } from './harness';
import { adjustmentOf, ledgerOf, payingCase, payment, refundOf, reversalOf, treated } from './ledger-story';
import { Team, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const reverse = async (path: string, no?: number, more: object = {}) =>
  team.coordinator.make(`${path}/reversals`, await reversalOf(team, path, no, more));
const refused = async (path: string, no?: number, by = team.coordinator) =>
  by.refused(`${path}/reversals`, await reversalOf(team, path, no));

it('takes a payment that was typed wrong out of the sums, and takes the right one by the same reference', async () => {
  const { coordinator } = team;
  const { path } = await payingCase(team, { bodySite: 'hand' });
  await coordinator.make(`${path}/payments`, payment(team, { cents: 50_000 }));
  await reverse(path, 1, { words: 'It was $5.00' });
  expect(await ledgerOf(team, path)).toMatchObject({
    paidCents: 0,
    refundedCents: 0,
    balanceCents: 0,
    payableCents: 150_000,
    entries: [
      {
        no: 2,
        kind: 'reversal',
        cents: 50_000,
        method: 'card',
        reference: 'SLIP-1',
        reverses: 'payment',
        reversedNo: 1,
        words: 'It was $5.00',
        reversible: false,
      },
      { no: 1, kind: 'payment', reversedBy: 2, reversible: false },
    ],
  });
  await coordinator.make(`${path}/payments`, payment(team, { cents: 500, reference: 'slip-1' }));
  expect(await ledgerOf(team, path)).toMatchObject({
    paidCents: 500,
    entries: [{ reversible: true }, {}, {}],
  });
  expect(await coordinator.refused(`${path}/payments`, payment(team, { cents: 600 }))).toEqual([
    'payment_posted',
  ]);
});

it('frees only the reference of the payment that was reversed', async () => {
  const { coordinator } = team;
  const { path } = await payingCase(team, { bodySite: 'knee' });
  await coordinator.make(`${path}/payments`, payment(team, { cents: 100, reference: 'A' }));
  await coordinator.make(`${path}/payments`, payment(team, { cents: 200, reference: 'B' }));
  await reverse(path, 1);
  expect(
    await coordinator.refused(`${path}/payments`, payment(team, { cents: 300, reference: 'B' })),
  ).toEqual(['payment_posted']);
  await coordinator.make(`${path}/payments`, payment(team, { cents: 300, reference: 'A' }));
  expect((await ledgerOf(team, path)).paidCents).toBe(500);
});

it('takes cash of the same day and amount again once the first was reversed', async () => {
  const cash = payment(team, { cents: 1_000, method: 'cash', reference: undefined });
  const { path } = await payingCase(team, { bodySite: 'elbow' });
  await team.coordinator.make(`${path}/payments`, cash);
  await reverse(path);
  await team.coordinator.make(`${path}/payments`, cash);
  expect((await ledgerOf(team, path)).paidCents).toBe(1_000);
});

it('reverses an entry once, also when two people do it at the same moment', async () => {
  const { path } = await payingCase(team, { bodySite: 'wrist' });
  await team.coordinator.make(`${path}/payments`, payment(team));
  const body = await reversalOf(team, path);
  const answers = await Promise.all([1, 2, 3, 4].map(() => team.coordinator.post(`${path}/reversals`, body)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect((await ledgerOf(team, path)).paidCents).toBe(0);
  expect(await refused(path, 1)).toEqual(['reversed_already']);
});

it('reverses no payment of which some was given back, until the refund is reversed too', async () => {
  const { path } = await payingCase(team, { bodySite: 'ankle' });
  await team.coordinator.make(`${path}/payments`, payment(team));
  await team.coordinator.make(`${path}/refunds`, refundOf(team));
  expect(await refused(path, 1)).toEqual(['payment_given_back']);
  await reverse(path, 2);
  await reverse(path, 1);
  expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 0, refundedCents: 0, balanceCents: 0 });
});

it('reverses neither a charge nor a reversal, and what a manager gave up only by a manager', async () => {
  const { caseId, path } = await payingCase(team, { bodySite: 'shoulder' });
  await treated(team, caseId);
  await team.manager.make(`${path}/adjustments`, adjustmentOf(team));
  expect(await refused(path, 1)).toEqual(['not_reversible']);
  expect(await refused(path, 2)).toEqual(['wrong_role']);
  await team.manager.make(`${path}/reversals`, await reversalOf(team, path, 2));
  expect(await refused(path, 3, team.manager)).toEqual(['not_reversible']);
  expect(await ledgerOf(team, path)).toMatchObject({ adjustedCents: 0, balanceCents: 50_000 });
}, 20_000);

it('finds no entry of another agreement, and asks why', async () => {
  const one = await payingCase(team, { bodySite: 'thigh' });
  const other = await payingCase(team, { bodySite: 'foot' });
  await team.coordinator.make(`${one.path}/payments`, payment(team));
  const body = await reversalOf(team, one.path);
  expect((await team.coordinator.post(`${other.path}/reversals`, body)).status).toBe(404);
  const silent = await team.coordinator.post(`${one.path}/reversals`, { ...body, words: ' ' });
  expect([silent.status, silent.problem.refusals[0]?.field]).toEqual([400, 'words']);
});

it('leaves what never happened out of the patient’s receipt', async () => {
  const { path } = await payingCase(team, { bodySite: 'forearm' });
  await team.coordinator.make(`${path}/payments`, payment(team, { reference: 'WRONG-1' }));
  await reverse(path);
  await team.coordinator.make(`${path}/payments`, payment(team, { cents: 45_000, reference: 'RIGHT-1' }));
  const response = await fetch(`${stage.url}${path}/receipt`, {
    headers: { cookie: team.coordinator.cookie },
  });
  const text = pdfText(Buffer.from(await response.arrayBuffer()));
  expect(text).toContain('RIGHT-1');
  expect(text).not.toMatch(/WRONG-1|Reversal/);
});
