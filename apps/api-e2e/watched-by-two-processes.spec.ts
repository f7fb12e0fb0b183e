import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type TestClinic, type TestDatabase, freshDatabase, makeClinic } from '@stipple/testing';
import { ApiProcess, bundleApi, startProcess } from './api-process';
import { today } from './story';
import { answerEveryOther, askForRounds, manyAsked, roundEnded, watched, watchedTasks } from './watch-story';

/** Three batches of a round. */
const cases = 600;
const batch = 200;

let db: TestDatabase;
let clinic: TestClinic;
let program: string;
const files = mkdtempSync(join(tmpdir(), 'stipple-files-'));
const processes: ApiProcess[] = [];

beforeAll(async () => {
  [db, program] = await Promise.all([freshDatabase(), bundleApi()]);
  clinic = await makeClinic(db.owner);
  await manyAsked(db.owner, clinic, { count: cases, respondByOn: today(clinic.timeZone, -1) });
}, 120_000);
afterAll(async () => {
  for (const one of processes) await one.kill();
  await db.close();
  rmSync(files, { recursive: true, force: true });
});

async function start(watching: 'yes' | 'no' = 'no'): Promise<ApiProcess> {
  const settings = {
    DATABASE_URL: db.applicationUrl,
    FILES_FOLDER: files,
    SECURE_COOKIES: 'no',
    WATCHING: watching,
  };
  const started = await startProcess(program, settings);
  processes.push(started);
  return started;
}

const one = async <Row extends object>(sql: string): Promise<Row> => {
  const { rows } = await db.owner.query<Row>(sql, [clinic.id]);
  return rows[0] as Row;
};
const mark = () =>
  one<{ after: string | null }>(
    'SELECT (SELECT after_case FROM stipple.watching_round WHERE clinic_id = $1) AS after',
  );

async function waitsForALock(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'stipple-jobs' AND wait_event_type = 'Lock'`;
  while ((await db.owner.query(waiting)).rowCount === 0) await pause(10);
}

/** Tasks, the things they are for, and events of tasks that nobody made. */
const counted = () =>
  one<{ tasks: number; keys: number; raised: number; closed: number; audited: number }>(
    `SELECT count(*)::int AS tasks, count(DISTINCT watch_key)::int AS keys,
            (SELECT count(*)::int FROM stipple.case_event e WHERE e.clinic_id = $1 AND e.actor_id IS NULL AND e.move = 'raise') AS raised,
            (SELECT count(*)::int FROM stipple.case_event e WHERE e.clinic_id = $1 AND e.actor_id IS NULL AND e.move = 'finish') AS closed,
            (SELECT count(*)::int FROM stipple.audit_entry a WHERE a.clinic_id = $1 AND a.actor_id IS NULL AND a.action LIKE 'task.%') AS audited
       FROM stipple.task t WHERE t.clinic_id = $1 AND t.watch_key IS NOT NULL`,
  );

it('raises each task exactly once, although one of two processes is killed in the middle of a batch', async () => {
  const first = await start();
  // Somebody moves a case of the second batch just now: the round comes that far and waits.
  const somebody = await db.owner.connect();
  await somebody.query('BEGIN');
  await somebody.query(
    'SELECT FROM stipple.treatment_case WHERE clinic_id = $1 AND id = (SELECT id FROM stipple.treatment_case WHERE clinic_id = $1 ORDER BY id OFFSET $2 LIMIT 1) FOR UPDATE',
    [clinic.id, batch + 100],
  );
  const since = await askForRounds(db.owner);
  while ((await mark()).after === null) await pause(10);
  await start();
  await waitsForALock();
  await first.kill();
  await somebody.query('ROLLBACK');
  somebody.release();
  // The first batch is whole, and nothing is left of the second.
  expect((await counted()).tasks).toBe(2 * batch);

  await roundEnded(db.owner, clinic, since);
  // An answer that is late is the coordinator's still, and the manager's to know.
  const all = 2 * cases;
  expect(await counted()).toEqual({ tasks: all, keys: all, raised: all, closed: 0, audited: all });
}, 120_000);

it('does nothing the second time, with both processes at it', async () => {
  await start();
  const before = await counted();
  await watched(db.owner, clinic);
  expect(await counted()).toEqual(before);
}, 120_000);

it('raises each task once when ten rounds are asked for at the same moment', async () => {
  const other = await makeClinic(db.owner, 'Elsewhere');
  await manyAsked(db.owner, other, { count: 40, respondByOn: today(other.timeZone, -1) });
  const { rows } = await db.owner.query<{ now: string }>(
    `SELECT now()::text AS now FROM (SELECT graphile_worker.add_job('watching-round', json_build_object('clinicId', $1::text, 'since', clock_timestamp()))
       FROM generate_series(1, 10)) asked`,
    [other.id],
  );
  await roundEnded(db.owner, other, rows[0]?.now ?? '');
  await watched(db.owner, other);
  const tasks = await watchedTasks(db.owner, other);
  expect([tasks.length, tasks.every(({ history }) => history === 'raise!')]).toEqual([80, true]);
}, 120_000);

it('goes a round of its own after one that was under way when it was asked for', async () => {
  for (let times = 0; times < 5; times++) {
    // The first is not waited for: the next one comes while it is in the middle.
    await askForRounds(db.owner);
    await pause(30 * times);
    await watched(db.owner, clinic);
  }
}, 120_000);

it('closes the tasks whose cause is gone by itself, and no other', async () => {
  await answerEveryOther(db.owner, clinic);
  await watched(db.owner, clinic);
  const tasks = await watchedTasks(db.owner, clinic);
  const count = (state: string, history: string) =>
    tasks.filter((task) => task.state === state && task.history === history).length;
  expect([count('done', 'raise! finish!'), count('open', 'raise!')]).toEqual([cases, cases]);
}, 120_000);

it('goes its rounds by the clock, and makes up for one that nobody was there for', async () => {
  const { now } = await one<{ now: string }>('SELECT now()::text AS now WHERE $1::uuid IS NOT NULL');
  await db.owner.query(
    `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since) VALUES ('watching', now() - interval '1 hour')`,
  );
  await start('yes');
  await roundEnded(db.owner, clinic, now);
}, 120_000);

it('leaves an audit trail without a flaw', async () => {
  const client = await db.application.connect();
  await client.query('BEGIN');
  await client.query(`SELECT set_config('stipple.clinic', $1, true)`, [clinic.id]);
  expect((await client.query('SELECT * FROM stipple.audit_flaws()')).rows).toEqual([]);
  await client.query('ROLLBACK');
  client.release();
});
