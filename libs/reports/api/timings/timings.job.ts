import { Injectable, OnModuleInit } from '@nestjs/common';
import type { Day } from '@stipple/domain';
import { Settings } from '@stipple/http';
import { Jobs, addJob, clinicTransaction } from '@stipple/jobs';
import { tellTimings } from './tell-timings';

const batch = 2000;
const sliceMs = 20_000;

/**
 * Keeps the last days for payers' decisions, so that a report need not work them out for every decision that it counts.
 * What changed since the last time, a report works out itself.
 */
@Injectable()
export class TimingsJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const giveUp = () => Promise.resolve();
    this.jobs.register('tell-timings', { run: () => this.askForTimings(), giveUp });
    this.jobs.register('tell-timings-of-clinic', {
      run: ({ clinicId = '' }, stopping) => this.tell(clinicId, stopping),
      giveUp,
    });
    if (this.settings.watching) this.jobs.schedule('*/10 * * * * tell-timings ?jobKey=tell-timings');
  }

  private async askForTimings(): Promise<'done'> {
    const { rows } = await this.jobs.pool.query<{ clinicId: string }>(
      `SELECT clinic_id AS "clinicId" FROM stipple.clinics_to_watch()`,
    );
    for (const { clinicId } of rows)
      await addJob(this.jobs.pool, {
        name: 'tell-timings-of-clinic',
        payload: { clinicId },
        key: `tell-timings:${clinicId}`,
      });
    return 'done';
  }

  private async tell(clinicId: string, stopping: AbortSignal): Promise<'done' | 'more'> {
    const until = Date.now() + sliceMs;
    for (let from: Day | null = null; !stopping.aborted && Date.now() < until;) {
      const { told, reached } = await clinicTransaction(this.jobs.pool, clinicId, (tx) =>
        tellTimings(tx, clinicId, { most: batch, from }),
      );
      if (told < batch) return 'done';
      from = reached;
    }
    return 'more';
  }
}
