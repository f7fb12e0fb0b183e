import { setTimeout as pause } from 'node:timers/promises';
import { type MetricFigure, MetricReport } from '@stipple/contracts';
import type { MetricKey } from '@stipple/domain';
import { misreported } from '@stipple/testing';
import { type Stage, mustBe, openStage } from './harness';
import { signedAgreement } from './self-pay-story';
import { type Team, deniedCase, signInTeam, worksheet } from './story';

/** What reports count is kept beside the record; here is seen that it follows, that nobody writes it, and what is done if it differs. */
let stage: Stage;
let team: Team;
let caseId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  ({ caseId } = await deniedCase(team));
}, 60_000);
afterAll(() => stage.close());

const figure = async (metric: MetricKey): Promise<MetricFigure | undefined> =>
  MetricReport.parse(mustBe(200, await team.manager.get(`/api/reports/metrics?metrics=${metric}`)))
    .figures[0];

it('follows a fee that is corrected after the denial', async () => {
  expect(await figure('money_denied')).toMatchObject({ whole: 1, cents: 3 * 45_000 });
  const { worksheets } = await team.coordinator.case(caseId);
  const [one] = worksheets.flatMap(({ worksheet }) => worksheet ?? []);
  mustBe(
    204,
    await team.coordinator.post(`/api/worksheets/${one?.id}/revisions`, {
      ...worksheet,
      version: one?.version,
      feeCents: 50_000,
    }),
  );
  expect(await figure('money_denied')).toMatchObject({ whole: 1, cents: 3 * 50_000 });
});

it('follows the patient’s signature, and the risk is gone', async () => {
  expect(await figure('money_at_risk')).toMatchObject({ whole: 1 });
  await signedAgreement(team, caseId);
  expect(await figure('money_at_risk')).toMatchObject({ whole: 0, cents: 0 });
  expect(await figure('self_pay_conversion')).toMatchObject({ part: 1, whole: 1 });
});

it('differs from the record in nothing', async () => {
  expect(await misreported(stage.db.owner)).toEqual([]);
});

it('is written by nobody: neither by the API’s role nor for another clinic', async () => {
  const app = stage.db.application;
  for (const sql of [
    `UPDATE stipple.reported_request SET first_pass = true`,
    `DELETE FROM stipple.reported_request`,
    `INSERT INTO stipple.reported_request SELECT * FROM stipple.reported_request`,
    `SELECT * FROM stipple.request_as_reported`,
    `SELECT stipple.report_case(uuidv7(), uuidv7())`,
  ])
    await expect(app.query(sql)).rejects.toThrow(/permission denied/);
});

it('is put right at night where it differs', async () => {
  await stage.db.owner.query(`UPDATE stipple.reported_request SET first_denial = false, payer_days = 99`);
  expect(await misreported(stage.db.owner)).toHaveLength(1);
  await stage.db.owner.query(
    `SELECT graphile_worker.add_job('compare-reports-of-clinic', json_build_object('clinicId', $1::text))`,
    [team.clinic.id],
  );
  for (let tries = 0; tries < 300 && (await misreported(stage.db.owner)).length > 0; tries++) await pause(40);
  expect(await misreported(stage.db.owner)).toEqual([]);
});
