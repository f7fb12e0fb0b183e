import { makeClinic } from '@stipple/testing';
import { closingOf, disputeOf } from './dispute-story';
import { Stage, openStage } from './harness';
import {
  adjustmentOf,
  balanceAt,
  ledgerOf,
  payingCase,
  payment,
  planOf,
  refundOf,
  treated,
} from './ledger-story';
import { issuedAgreement } from './self-pay-story';
import { Team, openCase, signInTeam, today } from './story';
import { watched } from './watch-story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const days = (count: number) => today(team.clinic.timeZone, count);

it('opens a dispute of a bill that is $400.00 over the estimate, and shows it with the bill of each provider', async () => {
  const { path } = await payingCase(team, { bodySite: 'hand' });
  const id = await team.coordinator.make(`${path}/disputes`, disputeOf(team, { billedCents: 190_000 }));
  expect(await ledgerOf(team, path)).toMatchObject({
    onHold: true,
    bills: [
      {
        provider: 'Scar Clinic',
        estimatedCents: 150_000,
        chargedCents: 0,
        overByCents: -150_000,
        firstChargedOn: null,
      },
    ],
    disputes: [
      {
        id,
        version: 1,
        state: 'open',
        estimatedCents: 150_000,
        billedCents: 190_000,
        overByCents: 40_000,
        openedBy: 'patient',
        by: 'Billie Coordinator',
        closedOn: null,
        outcome: null,
      },
    ],
  });
  expect(await balanceAt(team, path)).toMatchObject({ onHold: true });
});

it.each([
  ['a bill a cent too small', { billedCents: 189_999 }, ['not_over_estimate billedCents']],
  ['a bill of 121 days ago', { billedOn: -121 }, ['window_over openedOn']],
  ['a provider the estimate does not name', { provider: 'Harbor Laboratory' }, ['not_estimated provider']],
  ['a day before the bill', { openedOn: -11 }, ['before_the_bill openedOn']],
  ['a day that has not come', { openedOn: 1 }, ['in_the_future openedOn']],
])('refuses %s, naming the field', async (_, wrong: Record<string, unknown>, expected) => {
  const { path } = await payingCase(team, { bodySite: 'wrist' });
  const more = Object.fromEntries(
    Object.entries(wrong).map(([name, value]) => [name, name.endsWith('On') ? days(value as number) : value]),
  );
  const { status, problem } = await team.coordinator.post(`${path}/disputes`, disputeOf(team, more));
  expect([status, problem.refusals.map(({ code, field }) => `${code} ${field}`)]).toEqual([409, expected]);
  expect((await ledgerOf(team, path)).disputes).toEqual([]);
});

it('takes a bill of 120 days ago, and the same bill again only once its dispute is closed', async () => {
  const { coordinator } = team;
  const { path } = await payingCase(team, { bodySite: 'elbow' });
  const last = disputeOf(team, { billedOn: days(-120) });
  const id = await coordinator.make(`${path}/disputes`, last);
  expect(await coordinator.refused(`${path}/disputes`, last)).toEqual(['dispute_open']);
  await coordinator.move(`/api/disputes/${id}/closures`, closingOf(team, { outcome: 'withdrawn' }));
  expect(await ledgerOf(team, path)).toMatchObject({
    onHold: false,
    disputes: [{ version: 2, state: 'closed', closedOn: days(0), outcome: 'withdrawn' }],
  });
  await coordinator.make(`${path}/disputes`, last);
  expect((await ledgerOf(team, path)).disputes.map(({ state }) => state)).toEqual(['open', 'closed']);
});

it('closes a dispute once, no earlier than it was opened, and of the version that was seen', async () => {
  const { coordinator } = team;
  const { path } = await payingCase(team, { bodySite: 'knee' });
  const id = await coordinator.make(`${path}/disputes`, disputeOf(team, { openedOn: days(-2) }));
  const closures = `/api/disputes/${id}/closures`;
  for (const [count, code] of [
    [-3, 'closed_before_opened'],
    [1, 'in_the_future'],
  ] as const) {
    const { status, problem } = await coordinator.post(closures, closingOf(team, { closedOn: days(count) }));
    expect([status, problem.refusals]).toMatchObject([409, [{ code, field: 'closedOn' }]]);
  }
  await coordinator.move(closures, closingOf(team));
  expect((await coordinator.post(closures, closingOf(team))).status).toBe(409);
  expect(await coordinator.refused(closures, closingOf(team, { version: 2 }))).toEqual(['wrong_state']);
});

it('collects nothing while it is open: no plan and no reminder; afterwards both come again', async () => {
  const { coordinator } = team;
  const { caseId, path } = await payingCase(team, { bodySite: 'ankle' });
  await coordinator.make(`${path}/payment-plans`, planOf(team));
  const reminders = async () => {
    await watched(stage.db.owner, team.clinic);
    const { tasks } = await coordinator.case(caseId);
    return tasks.filter(({ state, kind }) => state === 'open' && kind === 'collect_installment').length;
  };
  expect(await reminders()).toBe(1);
  const id = await coordinator.make(`${path}/disputes`, disputeOf(team));
  expect(await reminders()).toBe(0);
  expect(await coordinator.refused(`${path}/payment-plans`, planOf(team))).toEqual(['collections_on_hold']);
  expect((await ledgerOf(team, path)).moves.find(({ move }) => move === 'agree')?.refusals).toMatchObject([
    { code: 'collections_on_hold' },
  ]);
  await coordinator.move(`/api/disputes/${id}/closures`, closingOf(team));
  expect(await reminders()).toBe(1);
  await coordinator.make(`${path}/payment-plans`, planOf(team));
}, 30_000);

it('takes what the patient pays by themselves, gives back and gives up, and treats all the same', async () => {
  const own = await signInTeam(stage, await makeClinic(stage.db.owner, 'Scar Clinic'));
  const { caseId, path } = await payingCase(own, { bodySite: 'hand' });
  await own.coordinator.make(`${path}/disputes`, disputeOf(own));
  await own.coordinator.make(`${path}/payments`, payment(own));
  await own.coordinator.make(`${path}/refunds`, refundOf(own));
  await treated(own, caseId);
  await own.manager.make(`${path}/adjustments`, adjustmentOf(own));
  expect(await ledgerOf(own, path)).toMatchObject({
    onHold: true,
    chargedCents: 50_000,
    paidCents: 50_000,
    refundedCents: 10_000,
    adjustedCents: 5_000,
    bills: [{ chargedCents: 50_000, firstChargedOn: today(own.clinic.timeZone) }],
  });
}, 20_000);

it('knows no dispute of an agreement that is not signed', async () => {
  const caseId = await openCase(team, { bodySite: 'scalp', planType: 'none', duplicateIntended: true });
  const path = `/api/self-pay-agreements/${await issuedAgreement(team, caseId)}`;
  expect(await team.coordinator.refused(`${path}/disputes`, disputeOf(team))).toEqual(['not_signed']);
});

it('is refused by PostgreSQL itself: a reminder or a plan on hold, another estimate, a word changed afterwards', async () => {
  const { coordinator } = team;
  const { path, agreementId, caseId } = await payingCase(team, { bodySite: 'foot' });
  const plan = await coordinator.make(`${path}/payment-plans`, planOf(team));
  const id = await coordinator.make(`${path}/disputes`, disputeOf(team));
  const { owner, application } = stage.db;
  const reminder = (key: string | null) =>
    owner.query(
      `INSERT INTO stipple.task (clinic_id, case_id, state, seq, kind, about, for_role, due_on, watch_key)
       VALUES ($1, $2, 'open', 1, 'collect_installment', 'x', 'coordinator', current_date, $3)`,
      [team.clinic.id, caseId, key],
    );
  await expect(reminder(`installment_due:${plan}`)).rejects.toMatchObject({
    constraint: 'no_reminder_while_disputed',
  });
  await expect(reminder(null)).rejects.toMatchObject({ constraint: 'no_reminder_while_disputed' });
  await expect(
    owner.query(
      `INSERT INTO stipple.payment_plan (clinic_id, case_id, state, seq, agreement_id, total_cents, installments, every)
       VALUES ($1, $2, 'agreed', 1, $3, 150000, 1, 'month')`,
      [team.clinic.id, caseId, agreementId],
    ),
  ).rejects.toMatchObject({ constraint: 'held_while_disputed' });
  await expect(
    owner.query(
      `INSERT INTO stipple.dispute (clinic_id, case_id, state, seq, agreement_id, estimate_version, provider, estimated_cents, billed_cents, billed_on, opened_on, opened_by)
       SELECT clinic_id, case_id, 'open', 1, agreement_id, estimate_version, provider, 1, billed_cents, billed_on, opened_on, opened_by FROM stipple.dispute WHERE id = $1`,
      [id],
    ),
  ).rejects.toMatchObject({ constraint: 'disputed_as_estimated' });
  for (const write of ['UPDATE stipple.dispute SET billed_cents = 1', 'DELETE FROM stipple.dispute'])
    await expect(application.query(write)).rejects.toThrow(/permission denied/);
});

it('neither shows nor closes a dispute of another clinic, and lets only the desk open or close', async () => {
  const { path } = await payingCase(team, { bodySite: 'forearm' });
  const id = await team.coordinator.make(`${path}/disputes`, disputeOf(team));
  const others = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  expect((await others.coordinator.post(`/api/disputes/${id}/closures`, closingOf(others))).status).toBe(404);
  expect((await team.manager.post(`${path}/disputes`, disputeOf(team))).status).toBe(403);
  expect((await team.physician.post(`/api/disputes/${id}/closures`, closingOf(team))).status).toBe(403);
  expect((await team.manager.get(`${path}/ledger`)).status).toBe(200);
});
