import { randomUUID } from 'node:crypto';
import { Stage, openStage } from './harness';
import { signInTeam } from './story';
import { makeWorld } from './world';

let stage: Stage;
let tables: readonly string[];
beforeAll(async () => {
  stage = await openStage();
  await makeWorld(await signInTeam(stage));
  const { rows } = await stage.db.owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'clinic_id'
      WHERE c.relnamespace = 'stipple'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => stage.close());

/** How many rows the application role sees of each table it may read, acting for this clinic. */
async function seenBy(clinicId: string): Promise<Readonly<Record<string, number>>> {
  const client = await stage.db.application.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('stipple.clinic', $1, true)`, [clinicId]);
    const seen: Record<string, number> = {};
    for (const table of tables) {
      const granted = await client.query<{ ok: boolean }>(
        `SELECT has_any_column_privilege('stipple_app', 'stipple.${table}', 'SELECT') AS ok`,
      );
      if (!granted.rows[0]?.ok) continue;
      const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM stipple.${table}`);
      seen[table] = rows[0]?.n ?? 0;
    }
    await client.query('ROLLBACK');
    return seen;
  } finally {
    client.release();
  }
}

it('guards every table that knows clinics', async () => {
  expect(tables.length).toBeGreaterThan(25);
  const { rows } = await stage.db.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'stipple'::regnamespace AND relname = ANY ($1) AND NOT relrowsecurity`,
    [tables],
  );
  expect(rows).toEqual([]);
});

it('shows nothing to whoever acts for no clinic, or for another one (T12)', async () => {
  for (const clinic of ['', randomUUID()])
    expect(Object.entries(await seenBy(clinic)).filter(([, rows]) => rows > 0)).toEqual([]);
});

it('shows a clinic its own rows: the silence above is not that of an empty database', async () => {
  const seen = await seenBy(stage.clinic.id);
  for (const table of ['patient', 'treatment_case', 'case_event', 'payer_authorization', 'treatment_session'])
    expect([table, (seen[table] ?? 0) > 0]).toEqual([table, true]);
});

it('lets nobody write into another clinic', async () => {
  const client = await stage.db.application.connect();
  await client.query(`SELECT set_config('stipple.clinic', $1, false)`, [randomUUID()]);
  const forged = `INSERT INTO stipple.room (clinic_id, id, name) VALUES ('${stage.clinic.id}', '${randomUUID()}', 'Forged')`;
  await expect(client.query(forged)).rejects.toThrow(/row-level security/);
  const { rowCount } = await client.query(`UPDATE stipple.room SET name = 'Forged'`);
  expect(rowCount).toBe(0);
  client.release(true);
});
