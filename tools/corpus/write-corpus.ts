import type pg from 'pg';
import { Rows, Table, tableNames, tables } from './rows';

/** Tables whose rows move one event at a time. */
const subjects: readonly Table[] = tableNames.filter(
  (table) =>
    table !== 'clinic' &&
    (tables[table] as readonly string[]).includes('seq') &&
    (tables[table] as readonly string[]).includes('state'),
);

/**
 * Lets rows come in where their stories ended. A row is otherwise made in its first state and moved from there, one
 * event at a time; every other rule stays in force. Must be undone in the same transaction by `watchMoves`.
 */
export async function letRowsInAsTheyAre(client: pg.ClientBase): Promise<void> {
  for (const table of subjects)
    await client.query(`ALTER TABLE stipple.${table} DISABLE TRIGGER one_move_at_a_time`);
}

export async function watchMoves(client: pg.ClientBase): Promise<void> {
  for (const table of subjects)
    await client.query(`ALTER TABLE stipple.${table} ENABLE TRIGGER one_move_at_a_time`);
}

/** Writes a portion of the corpus. When it returns, every constraint has spoken on it, the deferred ones too. */
export async function writeRows(client: pg.ClientBase, rows: Rows): Promise<void> {
  await client.query('SET CONSTRAINTS ALL DEFERRED');
  for (const table of tableNames) {
    // A difference is in force only with its assents, and an assent needs its authorization: in two steps.
    if (table === 'payer_authorization') await insert(client, table, rows.of(table).map(beforeAssents));
    else await insert(client, table, rows.of(table));
    if (table === 'authorization_assent') await putInForce(client, rows.of('payer_authorization'));
  }
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
}

async function insert(client: pg.ClientBase, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = tables[table].join(', ');
  await client.query(
    `INSERT INTO stipple.${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::stipple.${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

export type AuthorizationRow = Readonly<Record<string, unknown>>;

const waitsForAssents = ({ state, basis }: AuthorizationRow) => state === 'in_force' && basis !== 'approved';

export function beforeAssents(row: AuthorizationRow): AuthorizationRow {
  if (!waitsForAssents(row)) return row;
  return {
    ...row,
    state: row['basis'] === 'not_required' ? 'awaiting_confirmation' : 'awaiting_acknowledgement',
  };
}

export async function putInForce(client: pg.ClientBase, rows: readonly AuthorizationRow[]): Promise<void> {
  const ids = rows.filter(waitsForAssents).map(({ id }) => id);
  await client.query(`UPDATE stipple.payer_authorization SET state = 'in_force' WHERE id = ANY ($1)`, [ids]);
}
