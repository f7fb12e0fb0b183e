import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { ClinicDatabase, isCollision, isOutage } from '@stipple/database';
import { type JobHelpers, Logger as QueueLogger, type Runner, parseCrontab, run } from 'graphile-worker';
import pg from 'pg';
import { addJob } from './add-job';
import { nameOf, traceOf } from './fault';
import { SignOfLife } from './sign-of-life';

type Payload = Readonly<Record<string, string>>;

/** Something that is done outside a request. */
export interface Work {
  /**
   * Does it, or a part of it. Where there is more to do, or `stopping` says that the process is going down, it comes
   * to rest between two transactions and answers `more`: the rest is a job of its own.
   */
  run(payload: Payload, stopping: AbortSignal): Promise<'done' | 'more'>;
  /** Tells people that it did not work out, after it failed as often as makes sense. */
  giveUp(payload: Payload): Promise<void>;
}

/** A fault that is not the database's being away is a mistake of ours; it will not go away by trying on and on. */
const mostFaults = 3;
const atOnce = 2;

/**
 * Works on jobs inside the API's process; any number of processes share them. Features register what they can do
 * while they start.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Connections of the jobs' own, so that a long job never keeps a page waiting. */
  readonly pool: pg.Pool;
  private readonly logger = new Logger('jobs');
  private readonly works = new Map<string, Work>();
  private readonly stopping = new AbortController();
  private readonly crontab: string[] = [];
  private runner: Runner | null = null;
  private sign: SignOfLife | null = null;

  constructor(db: ClinicDatabase) {
    // Nobody waits for a job's connection, so it may take its time on a busy machine.
    const own = {
      pipeline: false,
      application_name: 'stipple-jobs',
      max: atOnce * 2 + 3,
      connectionTimeoutMillis: 60_000,
    };
    this.pool = new pg.Pool({ ...db.pool.options, ...own });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  register(name: string, work: Work): void {
    this.works.set(name, work);
  }

  /**
   * Puts a job in from time to time. The database remembers when it last did, so that of all processes one does it,
   * and after a downtime it is made up for as far as the line says.
   *
   * @param line of a crontab in UTC, such as `0 * * * * watching ?fill=2h`
   */
  schedule(line: string): void {
    this.crontab.push(line);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.works.size === 0) return;
    const events = new EventEmitter();
    const workerId = new Promise<string>((resolve) =>
      events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => resolve(workerPool.id)),
    );
    this.runner = await run({
      concurrency: atOnce,
      noHandleSignals: true,
      logger: queueLogger(this.logger),
      pgPool: this.pool,
      events,
      taskList: Object.fromEntries([...this.works].map(([name, work]) => [name, this.task(name, work)])),
      parsedCronItems: parseCrontab(this.crontab.join('\n')),
    });
    this.runner.promise.catch((error: unknown) => this.logger.error(`worker ended: ${nameOf(error)}`));
    this.sign = new SignOfLife(this.pool, await workerId);
    await this.sign.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    // What goes wrong while stopping is said by the queue; whatever was cut short is freed by the next worker.
    await this.runner?.stop().catch(() => undefined);
    await this.sign?.end();
    await this.drained();
    await this.pool.end();
  }

  /**
   * The queue may still be noting that a job is done. Whoever asks a pool for a connection in the moment in which it
   * is ended waits in vain, and fails much later.
   */
  private async drained(): Promise<void> {
    for (let tries = 0; tries < 500; tries++) {
      await pause(10);
      if (this.pool.waitingCount === 0 && this.pool.totalCount === this.pool.idleCount) return;
    }
  }

  private task(name: string, work: Work) {
    return async (raw: unknown, { job }: JobHelpers): Promise<void> => {
      const payload = raw as Payload;
      try {
        if ((await work.run(payload, this.stopping.signal)) === 'more')
          await addJob(this.pool, { name, payload });
      } catch (error) {
        const passing = isCollision(error) || isOutage(error) || this.stopping.signal.aborted;
        this.logger.error({ job: name, ...payload, attempt: job.attempts, fault: traceOf(error) });
        // The queue keeps what is thrown: words without values.
        if (passing || job.attempts < mostFaults) throw new Error(nameOf(error));
        await work.giveUp(payload);
      }
    };
  }
}

/** The queue's own remarks; what it says of a job has been said above already, without the job's content. */
function queueLogger(logger: Logger): QueueLogger {
  return new QueueLogger(({ label }) => (level, message) => {
    if (label === 'worker' || label === 'job') return;
    if (level === 'error') logger.error(message);
    if (level === 'warning') logger.warn(message);
  });
}
