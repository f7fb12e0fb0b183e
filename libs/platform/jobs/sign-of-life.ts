import { Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { nameOf } from './fault';

/** Distinguishes these advisory locks from any other. */
const lockClass = 795_393;
const lookEvery = 10_000;

/**
 * Frees the jobs of processes that died. A worker holds, for as long as it lives, an advisory lock under its name on a
 * connection of its own: PostgreSQL itself notices when it is gone. Without this, a job that was cut short would
 * stay locked for the four hours that graphile-worker waits.
 *
 * A worker that merely lost this connection may be taken for dead, and its job be run twice at once: one more reason
 * why a job may not mind that.
 */
export class SignOfLife {
  private readonly logger = new Logger('jobs');
  private holding: PoolClient | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly worker: string,
  ) {}

  async begin(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), lookEvery);
  }

  async end(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.looking;
    this.holding?.release(true);
    this.holding = null;
  }

  /** Makes sure that our own sign is there, and frees what belongs to nobody any more. */
  private look(): Promise<void> {
    this.looking ??= this.holdAndFree()
      .catch((error: unknown) => {
        if (!this.stopped) this.logger.warn(`could not look for dead workers: ${nameOf(error)}`);
      })
      .finally(() => (this.looking = null));
    return this.looking;
  }

  private async holdAndFree(): Promise<void> {
    if (this.holding === null) await this.hold();
    // Locks of the last seconds may belong to a worker that has not put up its sign yet.
    await this.pool.query(
      `SELECT graphile_worker.force_unlock_workers(array_agg(held.worker)) FROM (
         SELECT DISTINCT locked_by AS worker FROM graphile_worker._private_jobs WHERE locked_at < now() - interval '5 seconds') held
        WHERE pg_try_advisory_xact_lock($1, hashtext(held.worker))`,
      [lockClass],
    );
  }

  private async hold(): Promise<void> {
    const client = await this.pool.connect();
    const lost = () => {
      if (this.holding !== client) return;
      this.holding = null;
      client.release(true);
    };
    client.on('error', lost);
    try {
      await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [lockClass, this.worker]);
      this.holding = client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
