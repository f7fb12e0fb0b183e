import { randomUUIDv7 } from 'node:crypto';
import {
  type TestClinic,
  type TestDatabase,
  freshDatabase,
  makeClinic,
  makeManyCases,
} from '@stipple/testing';
import pg from 'pg';

let db: TestDatabase;
let clinic: TestClinic;
let caseId: string;
beforeAll(async () => {
  db = await freshDatabase();
  clinic = await makeClinic(db.owner);
  await makeManyCases(db.owner, clinic, { count: 1 });
  const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM stipple.treatment_case');
  caseId = rows[0]?.id ?? '';
});
afterAll(() => db.close());

/** One transaction of the application role, as a buggy API might try it. Taken back unless it is to stay. */
async function tries(stays: boolean, work: (tx: pg.PoolClient) => Promise<unknown>): Promise<string> {
  const tx = await db.application.connect();
  try {
    await tx.query('BEGIN');
    await tx.query(`SELECT set_config('stipple.clinic', $1, true)`, [clinic.id]);
    await work(tx);
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    await tx.query(stays ? 'COMMIT' : 'ROLLBACK');
    return 'done';
  } catch (error) {
    await tx.query('ROLLBACK');
    return (error as { constraint?: string }).constraint ?? String(error);
  } finally {
    tx.release();
  }
}

interface Asked {
  readonly key: string | null;
  readonly kind?: string;
  readonly by?: string | null;
  readonly id?: string;
}

const raise =
  ({ key, kind = 'call_payer', by = null, id = randomUUIDv7() }: Asked) =>
  async (tx: pg.PoolClient) => {
    const role = kind === 'clinical_alert' ? 'physician' : 'coordinator';
    await tx.query(
      `INSERT INTO stipple.task (clinic_id, id, case_id, state, seq, kind, about, for_role, due_on, watch_key)
       VALUES ($1, $2, $3, 'open', 1, $4, 'Call.', $5, 'today', $6)`,
      [clinic.id, id, caseId, kind, role, key],
    );
    await event(tx, id, 1, ['nowhere', 'raise', 'open'], by);
  };

const finish = (id: string, by: string | null) => async (tx: pg.PoolClient) => {
  await tx.query(`UPDATE stipple.task SET state = 'done', seq = 2 WHERE id = $1`, [id]);
  await event(tx, id, 2, ['open', 'finish', 'done'], by);
};

const event = (
  tx: pg.PoolClient,
  id: string,
  seq: number,
  move: readonly [string, string, string],
  by: string | null,
) =>
  tx.query(
    `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id)
     VALUES ($1, $2, 'task', $3, $4, $5, $6, $7, $8)`,
    [clinic.id, caseId, id, seq, ...move, by],
  );

it('has one open task of a key, and room for another once that is done', async () => {
  const id = randomUUIDv7();
  expect(await tries(true, raise({ key: 'call_due:one', id }))).toBe('done');
  expect(await tries(false, raise({ key: 'call_due:one' }))).toBe('one_open_task_of_watch');
  expect(await tries(false, raise({ key: 'call_due:other' }))).toBe('done');
  expect(await tries(true, finish(id, null))).toBe('done');
  expect(await tries(false, raise({ key: 'call_due:one' }))).toBe('done');
});

it('lets nobody in particular raise or close what is watched, and only that', async () => {
  const id = randomUUIDv7();
  expect(await tries(false, raise({ key: null }))).toBe('only_watching_acts_alone');
  expect(await tries(true, raise({ key: null, by: clinic.coordinator.id, id }))).toBe('done');
  expect(await tries(false, finish(id, null))).toBe('only_watching_acts_alone');
  expect(await tries(false, finish(id, clinic.coordinator.id))).toBe('done');
});

it('never watches a clinical alert: a physician closes it', async () =>
  expect(await tries(false, raise({ key: 'alert:one', kind: 'clinical_alert' }))).toBe(
    'clinical_alert_is_not_watched',
  ));

it('gives no task another key afterwards', async () => {
  const changed = await tries(false, (tx) => tx.query(`UPDATE stipple.task SET watch_key = 'call_due:two'`));
  expect(changed).toMatch(/permission denied/);
});
