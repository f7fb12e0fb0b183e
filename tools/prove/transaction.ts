import pg from 'pg';
import type { Ground } from './ground';
import { literal } from './sql';

export const isolations = ['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'] as const;
export type Isolation = (typeof isolations)[number];

export const enterClinic = (clinicId: string) =>
  `SELECT set_config('stipple.clinic', ${literal(clinicId)}, true)`;

/** One transaction as one text: one round trip. The first ROLLBACK ends what an earlier failure left open. */
export function transaction(
  ground: Pick<Ground, 'clinicId'>,
  sql: string,
  isolation: Isolation = 'READ COMMITTED',
): string {
  return `ROLLBACK; BEGIN ISOLATION LEVEL ${isolation};\n${enterClinic(ground.clinicId)};\n${sql};\nCOMMIT`;
}

/** Runs it and returns the last statement's count of rows. For preparation, where everything must succeed. */
export async function run(
  client: pg.ClientBase | pg.Pool,
  ground: Ground,
  ...parts: readonly string[]
): Promise<void> {
  const sql = transaction(ground, parts.join(';\n'));
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`${refusalOf(error)} in:\n${sql}`, { cause: error });
  }
}

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly message?: string;
}

/** The name of a refusal: the constraint's where there is one, else the SQLSTATE. */
export function refusalOf(error: unknown): string {
  const { code, constraint, table, column, message } = error as DatabaseError;
  // PostgreSQL reports a missing value by column; its constraint bears this name.
  if (code === '23502' && table && column) return `${table}_${column}_not_null`;
  return constraint ?? code ?? message ?? 'unknown';
}
