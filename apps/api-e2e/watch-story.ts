import { setTimeout as pause } from 'node:timers/promises';
import { Notices } from '@stipple/contracts';
import type { TestClinic } from '@stipple/testing';
import { makeManyCases } from '@stipple/testing/many-cases';
import pg from 'pg';
import { Browser, mustBe } from './browser';

/** Asks for a round through every clinic, as the crontab does every five minutes. Returns when that was. */
export async function askForRounds(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ at: string }>(
    `SELECT now()::text AS at FROM (SELECT graphile_worker.add_job('watching', job_key => 'watching')) asked`,
  );
  return rows[0]?.at ?? '';
}

/** Waits until a round that began since then has come through the clinic. */
export async function roundEnded(owner: pg.Pool, clinic: TestClinic, since: string): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    const { rowCount } = await owner.query(
      'SELECT FROM stipple.watching_round WHERE clinic_id = $1 AND began_at >= $2 AND ended_at IS NOT NULL',
      [clinic.id, since],
    );
    if (rowCount === 1) return;
    await pause(40);
  }
  throw new Error('the round never ended');
}

export async function watched(owner: pg.Pool, clinic: TestClinic): Promise<void> {
  await roundEnded(owner, clinic, await askForRounds(owner));
}

/**
 * The notices of somebody once they are as awaited. They are told when every older transaction of the server is over, also
 * one of another spec, so when that is nobody can say: what ends the waiting is the time limit of the test.
 */
export async function toldNotices(
  browser: Browser,
  awaited: (notices: Notices) => boolean,
): Promise<Notices> {
  for (;;) {
    const notices = Notices.parse(mustBe(200, await browser.get('/api/notices')));
    if (awaited(notices)) return notices;
    await pause(20);
  }
}

export interface WatchedTaskRow {
  readonly key: string;
  readonly state: 'open' | 'done';
  /** The moves of its history; `!` behind those that nobody made. */
  readonly history: string;
}

/** The tasks that the watching has raised in a clinic or in one case, without the ids in their keys. */
export async function watchedTasks(
  owner: pg.Pool,
  clinic: TestClinic,
  caseId: string | null = null,
): Promise<readonly WatchedTaskRow[]> {
  const { rows } = await owner.query<WatchedTaskRow>(
    `SELECT split_part(t.watch_key, ':', 1) AS key, t.state,
            (SELECT string_agg(e.move || CASE WHEN e.actor_id IS NULL THEN '!' ELSE '' END, ' ' ORDER BY e.seq)
               FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id) = (t.clinic_id, t.id)) AS history
       FROM stipple.task t WHERE t.clinic_id = $1 AND t.watch_key IS NOT NULL AND ($2::uuid IS NULL OR t.case_id = $2) ORDER BY t.id`,
    [clinic.id, caseId],
  );
  return rows;
}

type Move = readonly [from: string, move: string, to: string, set: string];

/** How a payer's question comes about, move by move. */
const asking: readonly Move[] = [
  ['nowhere', 'draft', 'draft', ''],
  ['draft', 'complete', 'ready', ''],
  ['ready', 'submit', 'submitted', `, channel = 'mail', submitted_at = now()`],
  ['submitted', 'acknowledge_receipt', 'received', ', payer_received_at = now()'],
  ['received', 'request_information', 'information_requested', `, information_items = '{Photograph}'`],
];

/** Cases by the thousand whose payer has asked back, straight into the tables. Makes no task, as a move would. */
export async function manyAsked(
  owner: pg.Pool,
  clinic: TestClinic,
  { count, respondByOn }: { count: number; respondByOn: string },
): Promise<void> {
  await makeManyCases(owner, clinic, { count });
  await inOne(owner, async (client) => {
    await walk(client, clinic, asking);
    await client.query('UPDATE stipple.auth_request SET respond_by_on = $2 WHERE clinic_id = $1', [
      clinic.id,
      respondByOn,
    ]);
  });
}

/** The same, sent so many days ago and not acknowledged since. */
export async function manySent(
  owner: pg.Pool,
  clinic: TestClinic,
  { count, daysAgo }: { count: number; daysAgo: number },
): Promise<void> {
  await makeManyCases(owner, clinic, { count });
  await inOne(owner, async (client) => {
    await walk(client, clinic, asking.slice(0, 3));
    const long = `now() - ${daysAgo} * interval '1 day'`;
    await client.query(
      `UPDATE stipple.auth_request SET submitted_at = ${long} WHERE clinic_id = $1 AND state = 'submitted'`,
      [clinic.id],
    );
    await client.query(
      `UPDATE stipple.case_event SET at = ${long} WHERE clinic_id = $1 AND move = 'submit'`,
      [clinic.id],
    );
  });
}

/** Draws up a request in each of the many cases, and takes it so many moves further. */
async function walk(client: pg.PoolClient, clinic: TestClinic, moves: readonly Move[]): Promise<void> {
  await client.query(
    `INSERT INTO stipple.auth_request (clinic_id, case_id, state, seq, lines, from_on, to_on, urgency)
     SELECT clinic_id, id, 'draft', 1, '[{"procedureCode": "17999", "units": 2}]', 'today', 'tomorrow', 'standard'
       FROM stipple.treatment_case WHERE clinic_id = $1 AND case_number > 100000`,
    [clinic.id],
  );
  for (const [index, [from, move, to, set]] of moves.entries())
    await step(client, clinic, { seq: index + 1, from, move, to, set });
}

/** Answers the payer's question in the cases with an even number. */
export async function answerEveryOther(owner: pg.Pool, clinic: TestClinic): Promise<void> {
  const which = `AND case_id IN (SELECT id FROM stipple.treatment_case WHERE clinic_id = $1 AND case_number % 2 = 0)`;
  await inOne(owner, (client) =>
    step(
      client,
      clinic,
      {
        seq: 6,
        from: 'information_requested',
        move: 'answer_information',
        to: 'pended',
        set: ', respond_by_on = NULL',
      },
      which,
    ),
  );
}

interface Step {
  readonly seq: number;
  readonly from: string;
  readonly move: string;
  readonly to: string;
  readonly set: string;
}

async function step(
  client: pg.PoolClient,
  clinic: TestClinic,
  { seq, from, move, to, set }: Step,
  which = '',
): Promise<void> {
  if (seq > 1)
    await client.query(
      `UPDATE stipple.auth_request SET state = '${to}', seq = ${seq}${set} WHERE clinic_id = $1 AND seq = ${seq - 1} ${which}`,
      [clinic.id],
    );
  await client.query(
    `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id)
     SELECT clinic_id, case_id, 'auth_request', id, ${seq}, '${from}', '${move}', '${to}', $2 FROM stipple.auth_request
      WHERE clinic_id = $1 AND seq = ${seq} ${which}`,
    [clinic.id, clinic.coordinator.id],
  );
}

async function inOne(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
