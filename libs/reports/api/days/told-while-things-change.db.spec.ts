import { randomUUIDv7 } from 'node:crypto';
import { type TestClinic, type TestDatabase, freshDatabase, makeClinic } from '@stipple/testing';
import { principal } from '@stipple/testing/machinery';
import pg from 'pg';
import type { Counted } from '../metrics/measured';
import { keptSums } from './kept-sums';
import { compareDays, tellChangedDays } from './tell-days';

/** Sums by day while others change what they are of: over real connections, in every order that could lose a change. */
let db: TestDatabase;
let clinic: TestClinic;
const open: pg.Client[] = [];
beforeEach(async () => {
  db = await freshDatabase();
  clinic = await makeClinic(db.owner);
});
afterEach(async () => {
  for (const client of open.splice(0)) await client.end();
  await db.close();
});

async function connect(url: string, ...before: readonly string[]): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  open.push(client);
  for (const sql of before) await client.query(sql);
  return client;
}
/** Who writes counted rows without the record behind them. */
const writer = () =>
  connect(db.ownerUrl, 'SET session_replication_role = replica', `SET lock_timeout = '2s'`);
const teller = () => connect(db.applicationUrl, `SET stipple.clinic = '${clinic.id}'`);

const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-02-02'] as const;
const decide = (client: pg.Client | pg.Pool, day: string, state: string) =>
  client.query(
    `INSERT INTO stipple.reported_request (clinic_id, id, case_id, state, urgency, submitted_at, decided_on, payer_id, plan_type, codes,
       first_sent, first_decision, first_denial, first_pass, authorized_since, signed_since, case_open, challenged)
     VALUES ($1, $2, $2, $3, 'standard', '2026-01-02', $4, $5, 'unknown', '0479T', true, true, $3 = 'denied', false, false, false, true, false)`,
    [clinic.id, randomUUIDv7(), state, day, clinic.payerId],
  );

/** The denial rate as a report reads it, and as a plain count has it, both of one snapshot. */
async function denials(client: pg.Client): Promise<{ readonly read: string; readonly counted: string }> {
  const who = principal(clinic, clinic.manager, 'manager');
  const { text, values } = keptSums(who, {
    ...{ range: { from: '2026-01-01', to: '2026-03-31' }, mode: 'event', metrics: ['denial_rate'] },
  });
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows } = await client.query<{ sums: { denial_rate: Counted } }>(text, [...values]);
  const plain = await client.query<{ counted: string }>(
    `SELECT format('%s of %s', count(*) FILTER (WHERE state = 'denied'), count(*)) AS counted FROM stipple.reported_request
      WHERE state IN ('approved', 'denied') AND decided_on BETWEEN '2026-01-01' AND '2026-03-31'`,
  );
  await client.query('COMMIT');
  const { part, whole } = rows[0]?.sums.denial_rate ?? {};
  return { read: `${part} of ${whole}`, counted: plain.rows[0]?.counted ?? '' };
}

const notes = async () =>
  (
    await db.owner.query<{ day: string }>(
      'SELECT DISTINCT day::text FROM stipple.reported_day_changed ORDER BY 1',
    )
  ).rows.map(({ day }) => day);

const kept = async () =>
  (await db.owner.query<{ day: string }>('SELECT day::text FROM stipple.reported_day ORDER BY 1')).rows.map(
    ({ day }) => day,
  );

/** One transaction of the job. */
async function tell(client: pg.Client, most = 31): Promise<void> {
  await client.query('BEGIN');
  await tellChangedDays(client as unknown as pg.PoolClient, clinic.id, most);
  await client.query('COMMIT');
}

async function waits(client: pg.Client): Promise<void> {
  const pid = (client as unknown as { processID: number }).processID;
  for (let tries = 0; tries < 500; tries++) {
    const { rowCount } = await db.owner.query(
      `SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'`,
      [pid],
    );
    if (rowCount) return;
  }
  throw new Error('it waits for nobody');
}

it('a change that commits while its day is being told leaves its note, whether it was counted or not', async () => {
  const [change, job, hold] = [await writer(), await teller(), await writer()];
  await decide(change, days[0], 'denied');
  await tell(job);
  await decide(change, days[0], 'approved');
  // The job has taken the notes away, and waits to take the sums away: here somebody else changes the day.
  await hold.query('BEGIN');
  await hold.query('SELECT FROM stipple.reported_sum FOR UPDATE');
  const telling = tell(job);
  await waits(job);
  await decide(change, days[0], 'denied');
  await hold.query('COMMIT');
  await telling;
  expect(await notes()).toEqual([days[0]]);
  expect(await denials(job)).toEqual({ read: '2 of 3', counted: '2 of 3' });
  await tell(job);
  expect([await notes(), await denials(job)]).toEqual([[], { read: '2 of 3', counted: '2 of 3' }]);
});

it('a change that was begun before its day was told, and commits afterwards, is not lost', async () => {
  const [change, job] = [await writer(), await teller()];
  await decide(change, days[0], 'denied');
  await change.query('BEGIN');
  await decide(change, days[0], 'approved');
  await tell(job);
  expect([await notes(), await denials(job)]).toEqual([[], { read: '1 of 1', counted: '1 of 1' }]);
  await change.query('COMMIT');
  expect([await notes(), await denials(job)]).toEqual([[days[0]], { read: '1 of 2', counted: '1 of 2' }]);
});

it('two changes of one day do not wait for each other, nor for whoever tells it', async () => {
  const [one, other, job] = [await writer(), await writer(), await teller()];
  await decide(one, days[0], 'denied');
  await tell(job);
  await one.query('BEGIN');
  await decide(one, days[0], 'denied');
  await job.query('BEGIN');
  await tellChangedDays(job as unknown as pg.PoolClient, clinic.id, 31);
  // A lock would end it after two seconds.
  await decide(other, days[0], 'approved');
  await job.query('COMMIT');
  await one.query('COMMIT');
  expect(await denials(job)).toEqual({ read: '2 of 3', counted: '2 of 3' });
});

it('sums of another definition are not read, and are told anew', async () => {
  const [change, job] = [await writer(), await teller()];
  await decide(change, days[0], 'denied');
  await tell(job);
  await db.owner.query(`UPDATE stipple.reported_day SET counted_by = 'an earlier release'`);
  await db.owner.query('UPDATE stipple.reported_sum SET whole = 900');
  expect(await denials(job)).toEqual({ read: '1 of 1', counted: '1 of 1' });
  await tell(job);
  expect(await denials(job)).toEqual({ read: '1 of 1', counted: '1 of 1' });
  const { rows } = await db.owner.query('SELECT DISTINCT whole FROM stipple.reported_sum');
  expect(rows).toEqual([{ whole: '1' }]);
});

it('a sum that somebody changed is read as it is, and put right by the comparison', async () => {
  const [change, job] = [await writer(), await teller()];
  for (const day of days) await decide(change, day, 'denied');
  await tell(job);
  await db.owner.query(`UPDATE stipple.reported_sum SET part = 0 WHERE day = $1`, [days[1]]);
  expect(await denials(job)).toEqual({ read: '3 of 4', counted: '4 of 4' });
  await job.query('BEGIN');
  const place = { after: null, most: 31 };
  expect(await compareDays(job as unknown as pg.PoolClient, clinic.id, place)).toEqual({
    ...{ lookedAt: 4, differed: [days[1]], reached: days[3] },
  });
  await job.query('COMMIT');
  expect(await denials(job)).toEqual({ read: '4 of 4', counted: '4 of 4' });
});

it('every report is right at every moment, while six people change the same days and two jobs tell them', async () => {
  const writers = await Promise.all(Array.from({ length: 6 }, writer));
  const [one, other, reader, another] = await Promise.all([teller(), teller(), teller(), teller()]);
  for (const [at, day] of days.entries()) await decide(writers[at] ?? one, day, 'denied');
  await tell(one);
  expect([await notes(), await kept()]).toEqual([[], days]);
  const until = Date.now() + 3000;
  const change = async (client: pg.Client, seed: number): Promise<number> => {
    let times = 0;
    for (; Date.now() < until; times++) {
      const day = days[(seed + times) % days.length] ?? days[0];
      await client.query('BEGIN');
      await decide(client, day, times % 3 === 0 ? 'denied' : 'approved');
      // Of somebody's row; where another person has it just now, of none.
      await client.query(
        `UPDATE stipple.reported_request SET decided_on = $2, state = CASE state WHEN 'denied' THEN 'approved' ELSE 'denied' END
          WHERE id = (SELECT id FROM stipple.reported_request WHERE clinic_id = $1 ORDER BY random() LIMIT 1 FOR UPDATE SKIP LOCKED)`,
        [clinic.id, days[times % days.length]],
      );
      await client.query(times % 5 === 0 ? 'ROLLBACK' : 'COMMIT');
    }
    return times;
  };
  const telling = async (client: pg.Client): Promise<number> => {
    let times = 0;
    for (; Date.now() < until; times++) await tell(client, 1 + (times % 4));
    return times;
  };
  const reading = async (client: pg.Client): Promise<readonly string[]> => {
    const wrong: string[] = [];
    while (Date.now() < until) {
      const { read, counted } = await denials(client);
      wrong.push(...(read === counted ? [] : [`${read} where it is ${counted}`]));
    }
    return wrong;
  };
  const [changed, told, wrong] = await Promise.all([
    Promise.all(writers.map(change)),
    Promise.all([telling(one), telling(other)]),
    Promise.all([reading(reader), reading(another)]),
  ]);
  expect([Math.min(...changed) > 3, Math.min(...told) > 3, wrong.flat()]).toEqual([true, true, []]);
  await tell(one);
  const { read, counted } = await denials(one);
  expect([await notes(), await kept(), read]).toEqual([[], days, counted]);
}, 60_000);
