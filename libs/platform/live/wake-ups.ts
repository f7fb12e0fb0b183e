import { EventEmitter } from 'node:events';
import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { ClinicDatabase } from '@stipple/database';
import type { PoolClient } from 'pg';

export type Channel = 'stipple_events' | 'stipple_presence';
const channels: readonly Channel[] = ['stipple_events', 'stipple_presence'];

/**
 * How the API processes wake each other: one LISTEN per process, and a NOTIFY that stands for everything of the last
 * moment. It says that there is something to look at, never what; whoever hears nothing looks by themselves anyway.
 */
@Injectable()
export class WakeUps implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('wake-ups');
  private readonly heard = new EventEmitter();
  private readonly due = new Set<Channel>();
  private listening: PoolClient | null = null;
  private stopped = false;

  constructor(private readonly db: ClinicDatabase) {}

  onApplicationBootstrap(): void {
    void this.listen();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    const held = this.listening;
    this.listening = null;
    held?.release(true);
  }

  on(channel: Channel, look: () => void): void {
    this.heard.on(channel, look);
  }

  /** One NOTIFY for all of the next moment: one per write would cost most of the write throughput. */
  wake(channel: Channel): void {
    if (this.due.has(channel)) return;
    this.due.add(channel);
    setTimeout(() => {
      this.due.delete(channel);
      if (!this.stopped) this.db.pool.query(`NOTIFY ${channel}`).catch(() => undefined);
    }, 30).unref();
  }

  private async listen(): Promise<void> {
    try {
      const client = await this.db.pool.connect();
      this.listening = client;
      client.on('notification', ({ channel }) => this.heard.emit(channel));
      client.on('error', () => {
        // A connection on its way out may fail more than once, also after it was given back.
        if (this.listening !== client) return;
        this.listening = null;
        client.release(true);
        this.listenLater();
      });
      for (const channel of channels) await client.query(`LISTEN ${channel}`);
    } catch (error) {
      this.listenLater();
      this.logger.warn({ err: error }, 'cannot listen; looking from time to time instead');
    }
  }

  private listenLater(): void {
    if (!this.stopped) setTimeout(() => void this.listen(), 1000).unref();
  }
}
