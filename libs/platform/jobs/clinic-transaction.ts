import { setTimeout as pause } from 'node:timers/promises';
import { isCollision } from '@stipple/database';
import type { Pool, PoolClient } from 'pg';

const attempts = 4;

/**
 * One transaction of a job, scoped to a clinic as a person's would be, and tried again when it collides with another.
 * It commits without waiting for the disk: after a crash a job goes on from the last batch that is there, and a batch
 * that is lost is lost with the note of having done it. The next transaction that somebody waits for writes both.
 */
export async function clinicTransaction<T>(
  pool: Pool,
  clinicId: string,
  work: (tx: PoolClient) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, clinicId, work);
    } catch (error) {
      if (!isCollision(error) || attempt === attempts) throw error;
      await pause(20 * attempt + Math.random() * 50 * attempt);
    }
  }
}

async function once<T>(pool: Pool, clinicId: string, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect();
  try {
    await tx.query('BEGIN');
    await tx.query(
      `SELECT set_config('stipple.clinic', $1, true), set_config('synchronous_commit', 'off', true)`,
      [clinicId],
    );
    const result = await work(tx);
    await tx.query('COMMIT');
    tx.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is of no further use.
    const broken = await tx.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    tx.release(broken);
    throw error;
  }
}
