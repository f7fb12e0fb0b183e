import { setTimeout as pause } from 'node:timers/promises';
import { ClockBreachList, MetricItems } from '@stipple/contracts';
import { pdfText } from '@stipple/testing';
import { download } from './export-story';
import { Stage, mustBe, openStage } from './harness';
import { sentEarlier } from './sent-story';
import { Team, caseWithPayer, denialOf, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const day = (days: number) => today(team.clinic.timeZone, days);

/** A request that the payer received so many days ago. */
async function receivedBefore(days: number, more: object) {
  const made = await caseWithPayer(team, { duplicateIntended: true, ...more });
  await sentEarlier(stage.db.owner, made.requestId, days);
  return made;
}

it('lists what a payer decided after its last day or has not decided yet, by the rule that it broke', async () => {
  const decided = await receivedBefore(20, { bodySite: 'hand' });
  await team.coordinator.move(`/api/auth-requests/${decided.requestId}/denials`, denialOf(team));
  const waiting = await receivedBefore(8, { bodySite: 'knee', planType: 'medicare_advantage' });
  // In time; of a plan that nobody knows; and decided on the last day.
  await receivedBefore(8, { bodySite: 'wrist' });
  await receivedBefore(90, { bodySite: 'elbow', planType: 'unknown' });
  const onTheDay = await receivedBefore(15, { bodySite: 'ankle' });
  await team.coordinator.move(`/api/auth-requests/${onTheDay.requestId}/denials`, denialOf(team));

  const list = ClockBreachList.parse(mustBe(200, await team.manager.get('/api/reports/clock-breaches')));
  expect(list).toMatchObject({ to: day(0) });
  expect(
    list.rows.map(({ caseId, rule, dueOn, decidedOn, daysLate }) => [
      caseId,
      rule,
      dueOn,
      decidedOn,
      daysLate,
    ]),
  ).toEqual([
    [decided.caseId, 'C11', day(-5), day(0), 5],
    [waiting.caseId, 'C1', day(-1), null, 1],
  ]);

  // The figure counts those of them that are decided, by the day of the decision.
  const late = await team.manager.get('/api/reports/metrics/late_decisions/cases?side=whole');
  expect(MetricItems.parse(mustBe(200, late)).rows.map(({ requestId }) => requestId)).toEqual(
    list.rows.filter(({ decidedOn }) => decidedOn !== null).map(({ requestId }) => requestId),
  );

  const csv = mustBe(200, await team.coordinator.get<string>('/api/reports/clock-breaches/export'));
  expect(csv).toMatch(/C11,"?29 CFR 2560.503-1\(f\)\(2\)\(iii\)\(A\)"?,/);
  expect(csv).toMatch(/not yet,1\r\n2 rows/);
  const paper = pdfText(
    await download(team.coordinator, stage, '/api/reports/clock-breaches/export?format=pdf'),
  );
  expect(paper).toContain('29 CFR 2560.503-1(f)(2)(iii)(A)');
  expect(paper).toContain('2 rows');
  mustBe(403, await team.physician.get('/api/reports/clock-breaches'));
});

it('keeps the last days for decisions, and believes none that another program worked out', async () => {
  const late = async () => {
    const found = await team.manager.get('/api/reports/metrics/late_decisions/cases?side=whole');
    const list = await team.manager.get('/api/reports/clock-breaches');
    const ids = MetricItems.parse(mustBe(200, found)).rows.map(({ requestId }) => requestId);
    const { rows } = ClockBreachList.parse(mustBe(200, list));
    expect(rows.flatMap((row) => (row.decidedOn === null ? [] : [row.requestId]))).toEqual(ids);
    return ids;
  };
  const owner = stage.db.owner;
  const kept = async (by: string) =>
    (await owner.query(`SELECT FROM stipple.reported_timing WHERE judged_by ${by}`)).rowCount ?? 0;
  const tell = async (isDone: () => Promise<boolean>) => {
    await owner.query(
      `SELECT graphile_worker.add_job('tell-timings-of-clinic', json_build_object('clinicId', $1::text))`,
      [team.clinic.id],
    );
    for (let tries = 0; tries < 500 && !(await isDone()); tries++) await pause(40);
  };
  const before = await late();
  expect(before).toHaveLength(1);
  await tell(async () => (await kept('IS NOT NULL')) > 0);
  expect(await kept('IS NOT NULL')).toBe(2);
  expect(await late()).toEqual(before);

  await owner.query(`UPDATE stipple.reported_timing SET due_on = '2100-01-01'`);
  expect(await late()).toEqual([]);
  await owner.query(`UPDATE stipple.reported_timing SET judged_by = 'an earlier program'`);
  expect(await late()).toEqual(before);
  await tell(async () => (await kept(`= 'an earlier program'`)) === 0);
  expect(await kept(`= 'an earlier program'`)).toBe(0);
  expect(await late()).toEqual(before);
});
