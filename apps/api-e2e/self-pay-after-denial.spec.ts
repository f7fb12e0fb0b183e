import { MetricItems, MetricReport } from '@stipple/contracts';
import type { MetricKey } from '@stipple/domain';
import { type Stage, mustBe, openStage } from './harness';
import { payment, refundOf, reversalOf } from './ledger-story';
import { signedAgreement } from './self-pay-story';
import { type Team, deniedCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

/** What a figure comes to, of how many cases. */
async function figure(metric: MetricKey) {
  const address = `/api/reports/metrics?metrics=${metric}`;
  const { figures } = MetricReport.parse(mustBe(200, await team.manager.get(address)));
  return { cents: figures[0]?.cents, cases: figures[0]?.whole };
}
const agreed = () => figure('self_pay_agreed');
const paid = () => figure('self_pay_paid');

it('follows what a patient signs and pays after a denial, takes off what goes back, and counts nothing twice', async () => {
  const { coordinator } = team;
  const { caseId } = await deniedCase(team, { bodySite: 'hand' });
  expect([await agreed(), await paid()]).toEqual([
    { cents: 0, cases: 0 },
    { cents: 0, cases: 0 },
  ]);

  // Three sessions at $500.00; $500.00 come, $100.00 go back.
  const first = await signedAgreement(team, caseId);
  const path = `/api/self-pay-agreements/${first}`;
  expect(await agreed()).toEqual({ cents: 150_000, cases: 1 });
  await coordinator.make(`${path}/payments`, payment(team));
  await coordinator.make(`${path}/refunds`, refundOf(team));
  expect(await paid()).toEqual({ cents: 40_000, cases: 1 });

  // The refund was typed wrong: it never happened.
  await coordinator.make(`${path}/reversals`, await reversalOf(team, path));
  expect(await paid()).toEqual({ cents: 50_000, cases: 1 });

  // Withdrawn and signed anew: no more of the first is owed, and its money is still here.
  await coordinator.move(`${path}/withdrawals`, { version: 3, reason: 'Another course' });
  expect([await agreed(), await paid()]).toEqual([
    { cents: 0, cases: 0 },
    { cents: 50_000, cases: 1 },
  ]);
  await signedAgreement(team, caseId);
  expect([await agreed(), await paid()]).toEqual([
    { cents: 150_000, cases: 1 },
    { cents: 50_000, cases: 1 },
  ]);

  // The very case stands behind it, with its cents.
  const list = await team.manager.get('/api/reports/metrics/self_pay_paid/cases?side=whole');
  const { rows, total } = MetricItems.parse(mustBe(200, list));
  expect([total, rows.map((row) => [row.caseId, row.value])]).toEqual([1, [[caseId, 50_000]]]);
}, 60_000);
