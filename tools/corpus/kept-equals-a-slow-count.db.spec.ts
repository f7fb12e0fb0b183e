import { MetricGroups, MetricReport } from '@stipple/contracts';
import { type MetricKey, addDays, metricKeys, metricModes, metricOf } from '@stipple/domain';
import { Browser, type Stage, mustBe, openStage } from '../../apps/api-e2e/harness';
import { isKept } from '../../libs/reports/api/days/kept-metrics';
import { compareDays, tellChangedDays } from '../../libs/reports/api/days/tell-days';
import { tellTimings } from '../../libs/reports/api/timings/tell-timings';
import { clinicTransaction } from '@stipple/jobs';
import { Dice } from './dice';
import { timeZone } from './make-corpus';
import { demoPassword, staff } from './people';
import { seedDemo } from './seed-demo';
import { SlowCount } from './slow-count/counted-things';
import { disturb } from './slow-count/disturb';
import { plainRows } from './slow-count/plain-rows';
import { shake } from './slow-count/shake';
import { type SlowQuestion, slowFigure } from './slow-count/slow-figure';

/**
 * What is kept beside the record, sums by day and the last days for decisions, against a count of plain rows: while none is
 * told, while all are, while changes wait to be told, and while some of them have been. `STIPPLE_SEEDS=20` does it in as
 * many clinics.
 */
const seeds = Array.from({ length: Number(process.env['STIPPLE_SEEDS'] ?? 2) }, (_, index) => index + 1);
const kept = metricKeys.filter((key) => isKept(key));
/** Counted from rows, with last days that are kept. */
const ofDeadlines: readonly MetricKey[] = ['within_deadline_rate', 'late_decisions'];

describe.each(seeds)('what is kept of the clinic of seed %i', (seed) => {
  let stage: Stage;
  let dana: Browser;
  let clinicId: string;
  let lastDay: string;
  const dice = new Dice(`days ${seed}`);
  beforeAll(async () => {
    stage = await openStage();
    ({ clinicId } = await seedDemo(stage.db.ownerUrl, stage.files, { cases: 300, seed }));
    await shake(stage.db.owner, clinicId, dice);
    const { name, email } = staff.dana;
    dana = await Browser.signIn(stage.url, { id: '', name, email, password: demoPassword });
    lastDay = Temporal.Now.plainDateISO(timeZone).toString();
  }, 120_000);
  afterAll(() => stage.close());

  const tell = (most = 4000) =>
    clinicTransaction(stage.db.application, clinicId, (tx) => tellChangedDays(tx, clinicId, most));
  const tellLastDays = (most = 4000) =>
    clinicTransaction(stage.db.application, clinicId, async (tx) => {
      const { told } = await tellTimings(tx, clinicId, { most });
      return told;
    });
  const days = async () => {
    const { rows } = await stage.db.owner.query<{ told: number; changed: number }>(
      `SELECT (SELECT count(*)::int FROM stipple.reported_day d WHERE d.clinic_id = $1
                  AND NOT EXISTS (SELECT FROM stipple.reported_day_changed c WHERE (c.clinic_id, c.day) = (d.clinic_id, d.day))) AS told,
              (SELECT count(DISTINCT day)::int FROM stipple.reported_day_changed WHERE clinic_id = $1) AS changed`,
      [clinicId],
    );
    return rows[0] ?? { told: 0, changed: 0 };
  };
  const questions = (): readonly SlowQuestion[] => {
    const all = metricModes.map((mode) => ({
      mode,
      from: addDays(lastDay, -3000),
      to: lastDay,
      filters: {},
    }));
    const some = Array.from({ length: 6 }, () => {
      const from = addDays(lastDay, -dice.within([0, 500]));
      const to = dice.chance(0.3) ? lastDay : addDays(from, dice.within([0, 300]));
      return { mode: dice.pick(metricModes), from, to, filters: {} };
    });
    return [...all, ...some];
  };
  const address = ({ mode, from, to }: SlowQuestion) => `mode=${mode}&from=${from}&to=${to}`;

  async function everythingAgrees(): Promise<void> {
    const slow = new SlowCount(await plainRows(stage.db.owner, clinicId), timeZone);
    for (const question of questions()) {
      const asked = `/api/reports/metrics?${address(question)}&metrics=${[...kept, ...ofDeadlines].join(',')}`;
      for (const { metric, ...figure } of MetricReport.parse(mustBe(200, await dana.get(asked))).figures)
        expect([metric, question, figure]).toEqual([metric, question, slowly(slow, metric, question)]);
      await monthsAgree(slow, dice.pick(kept), question);
    }
  }

  async function lateOnes(): Promise<number> {
    const asked = `/api/reports/metrics?from=${addDays(lastDay, -3000)}&to=${lastDay}&metrics=late_decisions`;
    return MetricReport.parse(mustBe(200, await dana.get(asked))).figures[0]?.whole ?? 0;
  }

  async function monthsAgree(slow: SlowCount, metric: MetricKey, question: SlowQuestion): Promise<void> {
    const asked = `/api/reports/metrics/${metric}/groups?${address(question)}&by=month`;
    const { figure, cells } = MetricGroups.parse(mustBe(200, await dana.get(asked)));
    expect([metric, question, figure]).toEqual([metric, question, slowly(slow, metric, question)]);
    expect(cells.reduce((sum, { whole }) => sum + whole, 0)).toBe(figure.whole);
    for (const { keys, ...cell } of cells) {
      const month = { ...question, filters: { month: keys[0]?.key ?? '' } };
      expect([metric, month, cell]).toEqual([metric, month, slowly(slow, metric, month)]);
    }
  }

  it('are the same while none is told, and every day is counted from its rows', async () => {
    expect(await days()).toMatchObject({ told: 0 });
    await everythingAgrees();
  }, 120_000);

  it('are the same when all are told', async () => {
    await tell();
    expect(await tellLastDays()).toBeGreaterThan(100);
    expect(await tellLastDays()).toBe(0);
    const { told, changed } = await days();
    expect([told > 100, changed]).toEqual([true, 0]);
    await everythingAgrees();
  }, 120_000);

  it('are the same between a change and its telling, with some of them told, and afterwards', async () => {
    for (let round = 0; round < 2; round++) {
      await disturb(stage.db.owner, clinicId, dice, 25);
      const { told, changed } = await days();
      expect([told > 50, changed > 10]).toEqual([true, true]);
      await everythingAgrees();
      expect(await tell(5)).toBe(5);
      expect(await tellLastDays(3)).toBe(3);
      expect(await days()).toEqual({ told: told + 5, changed: changed - 5 });
      await everythingAgrees();
      await tell();
      await tellLastDays();
      expect(await days()).toMatchObject({ changed: 0 });
      await everythingAgrees();
    }
  }, 240_000);

  it('follow what payers say of their own clocks', async () => {
    const before = await lateOnes();
    const of = [clinicId];
    await stage.db.owner.query('UPDATE stipple.payer_clock SET amount = 2 WHERE clinic_id = $1', of);
    await everythingAgrees();
    expect(await lateOnes()).not.toBe(before);
    await tellLastDays();
    await stage.db.owner.query(
      `UPDATE stipple.payer_profile SET time_zone = 'Pacific/Honolulu' WHERE clinic_id = $1`,
      of,
    );
    await everythingAgrees();
    expect(await tellLastDays()).toBeGreaterThan(100);
    await everythingAgrees();
  }, 240_000);

  it('name whatever a clock reads, so that nothing of it changes unseen', async () => {
    const client = await stage.db.owner.connect();
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM stipple.reported_request WHERE clinic_id = $1 AND clock_facts IS NOT NULL AND state = 'denied' ORDER BY id LIMIT 1`,
      [clinicId],
    );
    const of = [clinicId, rows[0]?.id];
    const hash = async () =>
      (
        await client.query<{ facts: string }>(
          'SELECT clock_facts AS facts FROM stipple.request_as_reported WHERE clinic_id = $1 AND id = $2',
          of,
        )
      ).rows[0]?.facts;
    try {
      await client.query('BEGIN');
      await client.query('SET LOCAL session_replication_role = replica');
      await client.query(
        `UPDATE stipple.auth_request SET information_items = '{notes}', notice_dated_on = decided_on + 2, notice_received_on = decided_on + 4 WHERE clinic_id = $1 AND id = $2`,
        of,
      );
      const before = await hash();
      const unseen: string[] = [];
      for (const change of whatClocksRead) {
        await client.query('SAVEPOINT one');
        await client.query(change, of);
        if ((await hash()) === before) unseen.push(change);
        await client.query('ROLLBACK TO one');
      }
      expect([before, unseen]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), []]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('are held against their rows at night, and nothing differs', async () => {
    const { lookedAt, differed } = await clinicTransaction(stage.db.application, clinicId, (tx) =>
      compareDays(tx, clinicId, { after: null, most: 4000 }),
    );
    expect([lookedAt, differed]).toEqual([(await days()).told, []]);
  });
});

const ofRequest = (set: string) => `UPDATE stipple.auth_request SET ${set} WHERE clinic_id = $1 AND id = $2`;
const inCase = (sql: string) => `${sql} FROM stipple.auth_request r WHERE r.clinic_id = $1 AND r.id = $2`;
/** One change of everything that `ClockedRequest` and its case hold, and a clock may look at. */
const whatClocksRead: readonly string[] = [
  ofRequest(
    `urgency = CASE urgency WHEN 'standard' THEN 'expedited' ELSE 'standard' END, urgency_reason = 'Soon'`,
  ),
  ofRequest(`channel = CASE channel WHEN 'fax' THEN 'portal' ELSE 'fax' END`),
  ofRequest(`submitted_at = submitted_at - interval '1 second'`),
  ofRequest(`payer_received_at = payer_received_at + interval '1 second'`),
  ofRequest('decided_on = decided_on + 1'),
  ofRequest(`notice_dated_on = decided_on + 3`),
  ofRequest(`notice_received_on = decided_on + 5`),
  inCase(`INSERT INTO stipple.extension_notice (clinic_id, case_id, request_id, dated_on, because, words, proof_id, staff_id)
    SELECT r.clinic_id, r.case_id, r.id, r.decided_on, 'more_time', 'Later', uuidv7(), uuidv7()`),
  inCase(`INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, move, from_state, to_state, actor_id, data)
    SELECT r.clinic_id, r.case_id, 'auth_request', r.id, 900, 'request_information', 'received', 'information_requested', uuidv7(), '{"askedOn": "2020-02-02"}'`),
  `UPDATE stipple.treatment_case c SET plan_type = CASE c.plan_type WHEN 'unknown' THEN 'none' ELSE 'unknown' END
     FROM stipple.auth_request r WHERE r.clinic_id = $1 AND r.id = $2 AND c.id = r.case_id`,
  `UPDATE stipple.clinic SET time_zone = 'Pacific/Honolulu' WHERE id = $1 AND $2::uuid IS NOT NULL`,
];

/** As the report says it; quantiles are fractions that two programs may round in the last place. */
function slowly(slow: SlowCount, metric: MetricKey, question: SlowQuestion): unknown {
  const { part, whole, median, ninthDecile, ...sums } = slowFigure(slow, metric, question);
  const close = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 9));
  return expect.objectContaining({
    part: part.length,
    whole: whole.length,
    median: close(median),
    ninthDecile: close(ninthDecile),
    ...(metricOf(metric).unit === 'share' ? {} : sums),
  });
}
