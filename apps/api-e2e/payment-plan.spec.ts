import { Stage, openStage } from './harness';
import { balanceAt, ledgerOf, payingCase, payment, planOf, refundOf } from './ledger-story';
import { Team, signInTeam, today } from './story';
import { watched } from './watch-story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const days = (count: number) => today(team.clinic.timeZone, count);

it('splits the agreed price to the cent, the last installment taking what does not divide', async () => {
  const lines = [{ description: 'Session', quantity: 3, unitCents: 33_334 }];
  const { path } = await payingCase(team, { bodySite: 'hand' }, { lines });
  await team.coordinator.make(`${path}/payment-plans`, planOf(team, { count: 4, every: 'two_weeks' }));
  const { plan } = await ledgerOf(team, path);
  expect(plan).toMatchObject({
    every: 'two_weeks',
    by: 'Billie Coordinator',
    warnings: [],
    installments: [
      { no: 1, dueOn: days(0), cents: 25_000, openCents: 25_000, state: 'open' },
      { no: 2, dueOn: days(14), cents: 25_000 },
      { no: 3, dueOn: days(28), cents: 25_000 },
      { no: 4, dueOn: days(42), cents: 25_002 },
    ],
  });
});

it('says which installment is paid, partly paid and next; a refund opens the last ones again', async () => {
  const { coordinator } = team;
  const { path } = await payingCase(team, { bodySite: 'wrist' });
  await coordinator.make(`${path}/payment-plans`, planOf(team));
  await coordinator.make(`${path}/payments`, payment(team, { cents: 70_000 }));
  const states = async () => (await ledgerOf(team, path)).plan?.installments.map(({ state }) => state);
  expect(await states()).toEqual(['paid', 'partly_paid', 'open']);
  expect(await balanceAt(team, path)).toMatchObject({
    openCents: 80_000,
    next: { no: 2, openCents: 30_000 },
  });
  await coordinator.make(`${path}/refunds`, refundOf(team, { cents: 30_000 }));
  expect(await states()).toEqual(['partly_paid', 'open', 'open']);
});

it('warns above four installments and lets them pass; a newer plan replaces the one before, which stays', async () => {
  const { coordinator } = team;
  const { path } = await payingCase(team, { bodySite: 'elbow' });
  await coordinator.make(`${path}/payment-plans`, planOf(team));
  await coordinator.make(
    `${path}/payment-plans`,
    planOf(team, { count: 6, firstOn: days(5), every: 'week' }),
  );
  const ledger = await ledgerOf(team, path);
  expect(ledger.plan).toMatchObject({ every: 'week', warnings: [{ code: 'credit_disclosures' }] });
  expect(ledger.plan?.installments).toHaveLength(6);
  expect(ledger.earlierPlans).toMatchObject([{ count: 3, every: 'month', firstOn: days(0) }]);
});

it('refuses a plan that would be late already, and one of no or of too many installments', async () => {
  const { coordinator } = team;
  const { path } = await payingCase(team, { bodySite: 'knee' });
  const late = await coordinator.post(`${path}/payment-plans`, planOf(team, { firstOn: days(-1) }));
  expect([late.status, late.problem.refusals]).toMatchObject([
    409,
    [{ code: 'in_the_past', field: 'firstOn' }],
  ]);
  for (const count of [0, 25, 2.5, -1]) {
    const answer = await coordinator.post(`${path}/payment-plans`, planOf(team, { count }));
    expect([count, answer.status, answer.problem.refusals[0]?.field]).toEqual([count, 400, 'count']);
  }
  expect((await ledgerOf(team, path)).plan).toBeNull();
});

it('reminds of an installment that is due, of the next one once it is paid, and of none when all are', async () => {
  const { coordinator } = team;
  const { caseId, path } = await payingCase(team, { bodySite: 'ankle' });
  await coordinator.make(`${path}/payment-plans`, planOf(team, { firstOn: days(2), every: 'week' }));
  const round = () => watched(stage.db.owner, team.clinic);
  const open = async () =>
    (await coordinator.case(caseId)).tasks
      .filter(({ state }) => state === 'open')
      .map(({ kind, dueOn, about }) => [kind, dueOn, /\$[\d.]+/.exec(about)?.[0]]);
  await round();
  expect(await open()).toEqual([['collect_installment', days(2), '$500.00']]);
  await coordinator.make(`${path}/payments`, payment(team, { cents: 20_000 }));
  await round();
  expect(await open()).toEqual([['collect_installment', days(2), '$300.00']]);
  await coordinator.make(`${path}/payments`, payment(team, { cents: 30_000, reference: 'SLIP-2' }));
  await round();
  expect(await open()).toEqual([]);
}, 30_000);
