import pg from 'pg';
import { cardChecks } from './cards';
import { facts } from './facts';
import { disputeChecks } from './disputes';
import { historyChecks } from './history';
import { ledgerChecks } from './ledger';
import { forgotten, memory, remember } from './memory';
import { sessionChecks } from './sessions';
import { sourceChecks } from './sources';

/** What must not be, in words, and a query that finds it. */
export type Check = readonly [violation: string, sql: string];

export interface Violation {
  readonly violation: string;
  readonly of: string;
}

const checks: readonly Check[] = [
  ...sessionChecks,
  ...sourceChecks,
  ...ledgerChecks,
  ...disputeChecks,
  ...cardChecks,
  ...historyChecks,
];

const allChecks = checks
  .map(([violation, sql]) => `SELECT '${violation}' AS violation, found::text AS of FROM (${sql}) x (found)`)
  .join('\nUNION ALL\n');

/** Prepares a database for the oracle. Its schema belongs to the superuser; the application role cannot even see it. */
export async function installOracle(owner: pg.ClientBase | pg.Pool): Promise<void> {
  await owner.query(`${facts}${memory}CREATE VIEW prove.violation AS ${allChecks}`);
}

/** Keeps what is there now, to compare with at the next look. */
export async function takeNote(owner: pg.ClientBase | pg.Pool): Promise<void> {
  await owner.query(remember);
}

/** Everything that is wrong at this moment. Runs within the caller's transaction, as superuser. */
export async function consult(client: pg.ClientBase): Promise<readonly Violation[]> {
  const { rows } = await client.query<Violation>(`SELECT * FROM prove.violation LIMIT 50`);
  const { rows: lost } = await client.query<Violation>(`${forgotten} LIMIT 50`);
  return [...rows, ...lost];
}

/** A clinic's own row bears its id under another name. */
const leakQuery = (tables: readonly string[]) =>
  [...tables.map((table) => [table, 'clinic_id']), ['clinic', 'id']]
    .map(
      ([table, column]) =>
        `SELECT '${table}' AS of, count(*) AS rows FROM stipple.${table} WHERE ${column} IS DISTINCT FROM stipple.current_clinic()`,
    )
    .join(' UNION ALL ');

/** What the application role sees of clinics that are not the one it acts for. Ends within the caller's transaction. */
export async function findLeaks(client: pg.ClientBase, clinicId: string): Promise<readonly Violation[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'clinic_id'
      WHERE c.relnamespace = 'stipple'::regnamespace AND c.relkind = 'r' AND has_column_privilege('stipple_app', c.oid, a.attnum, 'SELECT')`,
  );
  await client.query(`SET LOCAL ROLE stipple_app`);
  const leaks: Violation[] = [];
  for (const clinic of [clinicId, '']) {
    await client.query(`SELECT set_config('stipple.clinic', $1, true)`, [clinic]);
    const seen = await client.query<{ of: string; rows: string }>(leakQuery(rows.map((row) => row.name)));
    for (const { of, rows: count } of seen.rows)
      if (count !== '0') leaks.push({ violation: 'the application role sees rows of another clinic', of });
  }
  await client.query(`RESET ROLE`);
  return leaks;
}
