import { setTimeout as pause } from 'node:timers/promises';
import { type MetricFigure, MetricReport } from '@stipple/contracts';
import type { MetricKey } from '@stipple/domain';
import { misreported } from '@stipple/testing';
import { type Stage, mustBe, openStage } from './harness';
import { signedAgreement } from './self-pay-story';
import { type Team, deniedCase, openCase, signInTeam, worksheet } from './story';

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
    `INSERT INTO stipple.reported_day_changed (clinic_id, day) VALUES ('${team.clinic.id}', '2026-01-01')`,
    `UPDATE stipple.reported_sum SET whole = 0`,
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

/** Puts a job in, and waits until it has come to what it is for. */
async function done(job: string, isDone: () => Promise<boolean>): Promise<void> {
  await stage.db.owner.query(`SELECT graphile_worker.add_job($1, json_build_object('clinicId', $2::text))`, [
    job,
    team.clinic.id,
  ]);
  for (let tries = 0; tries < 500; tries++) {
    if (await isDone()) return;
    await pause(40);
  }
  throw new Error(`${job} has not come to an end`);
}
const notesLeft = async () =>
  (await stage.db.owner.query('SELECT FROM stipple.reported_day_changed')).rowCount ?? 0;

it('is answered from sums by day as soon as the job has told them, and night finds a sum that differs', async () => {
  expect(await notesLeft()).toBeGreaterThan(0);
  await done('tell-days', async () => (await notesLeft()) === 0);
  const denied = { whole: 1, cents: 3 * 50_000 };
  expect(await figure('money_denied')).toMatchObject(denied);
  // Whoever writes into a sum is believed until the comparison: that is where the figure comes from.
  await stage.db.owner.query(`UPDATE stipple.reported_sum SET sum = sum + 700 WHERE metric = 'money_denied'`);
  expect(await figure('money_denied')).toMatchObject({ cents: 3 * 50_000 + 700 });
  const isRight = async () => (await figure('money_denied'))?.cents === denied.cents;
  await done('compare-reports-of-clinic', isRight);
  expect(await figure('money_denied')).toMatchObject(denied);
});

it('is counted anew from the moment of a change, before any job has been there', async () => {
  expect(await notesLeft()).toBe(0);
  await deniedCase(team, { duplicateIntended: true });
  expect(await notesLeft()).toBeGreaterThan(0);
  expect(await figure('money_denied')).toMatchObject({ whole: 2, cents: 3 * 50_000 + 3 * 45_000 });
});

it('keeps no note of a move that changes nothing that is counted', async () => {
  await done('tell-days', async () => (await notesLeft()) === 0);
  await openCase(team, { duplicateIntended: true });
  expect(await notesLeft()).toBe(0);
});
