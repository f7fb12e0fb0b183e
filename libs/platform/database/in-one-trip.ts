import type { Pool, PoolClient } from 'pg';
import { Statement } from './statement';

/**
 * One transaction whose round trips all go out at once: the scope, the statements, and what is entered after them.
 * Returns what the statements found.
 */
export function inOneTrip<Rows>(
  pool: Pool,
  scope: Statement,
  statements: readonly Statement[],
  after: readonly Statement[],
): Promise<Rows> {
  return pipelined(pool, async (client) => {
    const within = [scope, ...statements, ...after].map(({ name, text, values }) => ({
      name,
      text,
      values: [...values],
    }));
    const queries = ['BEGIN', ...within, 'COMMIT'];
    const done = await Promise.allSettled(queries.map((query) => client.query(query)));
    const failed = done.find((step) => step.status === 'rejected');
    if (failed) throw failed.reason;
    const results = done.map((step) => (step.status === 'fulfilled' ? step.value.rows : []));
    return results.slice(2, 2 + statements.length) as Rows;
  });
}

async function pipelined<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // A failed pipeline may leave a transaction open; COMMIT has ended it unless the connection itself is gone.
    client.release(!('code' in (error as object)));
    throw error;
  }
}
