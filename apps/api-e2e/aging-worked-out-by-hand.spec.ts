import { type Stage, mustBe, openStage } from './harness';
import { disputeOf } from './dispute-story';
import {
  adjustmentOf,
  balanceAt,
  ledgerOf,
  payingCase,
  payment,
  planOf,
  refundOf,
  reversalOf,
  treated,
} from './ledger-story';
import { sentEarlier } from './sent-story';
import { agingFor, chargedEarlier, plannedEarlier, rowsFor } from './standing-story';
import { type Team, caseWithPayer, signInTeam, today } from './story';

/** Requests of three units at $450.00, and agreements of three sessions for $1,500.00, each sum worked out on paper. */
let stage: Stage;
let team: Team;
const day = (days: number) => today(team.clinic.timeZone, days);

async function sent(bodySite: string, days: number) {
  const made = await caseWithPayer(team, { bodySite });
  await sentEarlier(stage.db.owner, made.requestId, days);
  return made;
}

const owing: Record<string, { caseId: string; agreementId: string; path: string }> = {};

beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const { coordinator, manager } = team;
  const { owner } = stage.db;
  await sent('hand', 0);
  await sent('wrist', 30);
  await sent('elbow', 31);
  await sent('knee', 121);
  // Nobody knows what this one is worth.
  const unpriced = await sent('foot', 61);
  await owner.query('DELETE FROM stipple.code_worksheet WHERE case_id = $1', [unpriced.caseId]);
  // These wait for the clinic, or for nobody.
  const asked = await sent('thigh', 40);
  const question = { version: 4, items: ['Range of motion'], respondByOn: day(10) };
  await coordinator.move(`/api/auth-requests/${asked.requestId}/information-requests`, question);
  const left = await sent('ankle', 40);
  await coordinator.move(`/api/auth-requests/${left.requestId}/withdrawals`, { version: 4, reason: 'Moved' });

  const pay = async (name: string, bodySite: string) => (owing[name] = await payingCase(team, { bodySite }));
  const session = async (
    { caseId, agreementId }: { caseId: string; agreementId: string },
    days: number,
    at: number,
  ) => {
    await treated(team, caseId, { startsAt: new Date(Date.now() + at * 60_000).toISOString() });
    await chargedEarlier(owner, agreementId, days);
  };
  // $500.00 charged 31 days ago; $200.00 paid, $50.00 of it given back, $25.00 given up, and $100.00 paid and reversed.
  const plain = await pay('plain', 'neck');
  await session(plain, 31, 1);
  await coordinator.make(`${plain.path}/payments`, payment(team, { cents: 20_000 }));
  await coordinator.make(`${plain.path}/refunds`, refundOf(team, { cents: 5_000 }));
  await manager.make(`${plain.path}/adjustments`, adjustmentOf(team, { cents: 2_500 }));
  await coordinator.make(`${plain.path}/payments`, payment(team, { cents: 10_000, reference: 'SLIP-2' }));
  await coordinator.make(`${plain.path}/reversals`, await reversalOf(team, plain.path));
  // Due 95 days, about 65 and about 35 days ago; what was paid fills the first and a part of the second.
  const byPlan = await pay('by plan', 'face');
  await coordinator.make(`${byPlan.path}/payment-plans`, planOf(team));
  await plannedEarlier(owner, byPlan.agreementId, 95);
  await coordinator.make(`${byPlan.path}/payments`, payment(team, { cents: 60_000, reference: 'SLIP-3' }));
  // Paid ahead, and in dispute: nothing of either is owed.
  const ahead = await pay('ahead', 'scalp');
  await session(ahead, 5, 13);
  await coordinator.make(`${ahead.path}/payments`, payment(team, { cents: 90_000, reference: 'SLIP-4' }));
  const disputed = await pay('disputed', 'chest');
  await session(disputed, 70, 25);
  await coordinator.make(`${disputed.path}/disputes`, disputeOf(team));
}, 180_000);
afterAll(() => stage.close());

const ofBands = ({ bands }: { bands: readonly { band: string; count: number; cents: number }[] }) =>
  bands.filter(({ count }) => count > 0).map(({ band, count, cents }) => [band, count, cents]);

it('ages what waits for a payer by its day of submission: 30 days are in the first band, 31 in the second', async () => {
  const { requests, today: asOfDay } = await agingFor(team.manager);
  expect(asOfDay).toBe(day(0));
  expect(ofBands(requests)).toEqual([
    ['to_30', 2, 270_000],
    ['to_60', 1, 135_000],
    ['to_90', 1, 0],
    ['beyond', 1, 135_000],
  ]);
  expect(requests).toMatchObject({ count: 5, cents: 540_000, withCents: 4, oldestDays: 121 });
});

it('lists exactly the requests of a band, the oldest first', async () => {
  const { rows, total } = await rowsFor(team.manager, 'list=waiting_requests');
  expect(rows.map(({ days, day: since, cents, about }) => [days, since, cents, about])).toEqual(
    [121, 61, 31, 30, 0].map((days) => [days, day(-days), days === 61 ? null : 135_000, '3 × 17999']),
  );
  expect(total).toBe(5);
  const first = await rowsFor(team.manager, 'list=waiting_requests&part=to_30');
  expect([first.total, ...first.rows.map(({ days }) => days)]).toEqual([2, 30, 0]);
});

it('ages what patients owe from the day it was due, with refunds, reversals and what was given up', async () => {
  const { owed } = await agingFor(team.manager);
  expect(ofBands(owed)).toEqual([
    ['to_60', 2, 32_500 + 50_000],
    ['to_90', 1, 40_000],
  ]);
  expect(owed).toMatchObject({ count: 3, cents: 122_500, withCents: 3 });
  const { rows } = await rowsFor(team.manager, 'list=owed_amounts&part=to_60');
  expect(rows.map(({ about, agreementId, cents }) => [about, agreementId, cents])).toEqual([
    ['Installment 3', owing['by plan']?.agreementId, 50_000],
    ['Session performed', owing['plain']?.agreementId, 32_500],
  ]);
  expect(rows.map(({ days }) => days)).toEqual([expect.any(Number), 31]);
});

it('owes what the ledger itself says is the balance, and what its plan says is overdue', async () => {
  const { rows } = await rowsFor(team.manager, 'list=owed_amounts');
  const sumOf = (name: string) =>
    rows
      .filter(({ agreementId }) => agreementId === owing[name]?.agreementId)
      .reduce((sum, { cents }) => sum + (cents ?? 0), 0);
  expect(sumOf('plain')).toBe((await balanceAt(team, owing['plain']?.path ?? '')).balanceCents);
  const { plan } = await ledgerOf(team, owing['by plan']?.path ?? '');
  const overdue = plan?.installments.filter(({ state }) => state === 'overdue') ?? [];
  expect(sumOf('by plan')).toBe(overdue.reduce((sum, { openCents }) => sum + openCents, 0));
  expect([sumOf('ahead'), sumOf('disputed')]).toEqual([0, 0]);
});

it('is narrowed by payer, by who owns the case now and by who treats in it', async () => {
  const { payerId, coordinator, physician } = team.clinic;
  const counted = async (query: string) => {
    const { requests, owed } = await agingFor(team.manager, query);
    return [requests.count, owed.count];
  };
  expect(await counted(`payerId=${payerId}&physicianId=${physician.id}`)).toEqual([5, 3]);
  expect(await counted(`physicianId=${coordinator.id}`)).toEqual([0, 0]);
  expect(await counted(`coordinatorId=${coordinator.id}`)).toEqual([5, 3]);
  await stage.db.owner.query('UPDATE stipple.treatment_case SET owner_id = NULL WHERE id = $1', [
    owing['plain']?.caseId,
  ]);
  expect(await counted('coordinatorId=')).toEqual([0, 1]);
  expect(await counted(`coordinatorId=${coordinator.id}`)).toEqual([5, 2]);
});

it('is entered in the audit trail by list, and nothing of a patient with it', async () => {
  const { rows } = await stage.db.owner.query<{ action: string; detail: object }>(
    `SELECT DISTINCT action, detail FROM stipple.audit_entry WHERE action = 'standing.read' ORDER BY detail`,
  );
  expect(rows.map(({ detail }) => detail)).toEqual([{ list: 'owed_amounts' }, { list: 'waiting_requests' }]);
  mustBe(403, await team.physician.get('/api/reports/standing/aging'));
});
