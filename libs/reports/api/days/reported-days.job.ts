import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { Settings } from '@stipple/http';
import { Jobs, addJob, clinicTransaction } from '@stipple/jobs';
import { countedBy } from './counted-days';
import { compareDays, tellChangedDays } from './tell-days';

/** Days of one transaction: those of a month. */
const batch = 31;
const sliceMs = 20_000;

/**
 * Keeps the sums by day in step with the rows they are counted from: every minute the days on which something changed are
 * told anew, and every night, after the comparison of the rows with the record, all of them are held against their rows.
 */
@Injectable()
export class ReportedDaysJob implements OnModuleInit {
  private readonly logger = new Logger('reports');

  constructor(
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const giveUp = () => Promise.resolve();
    this.jobs.register('tell-days', { run: () => this.askForDays(), giveUp });
    this.jobs.register('tell-days-of-clinic', {
      run: ({ clinicId = '' }, stopping) => this.tell(clinicId, stopping),
      giveUp,
    });
    this.jobs.register('compare-days-of-clinic', {
      run: ({ clinicId = '', after }, stopping) => this.compare(clinicId, after ?? null, stopping),
      giveUp,
    });
    if (this.settings.watching) this.jobs.schedule('* * * * * tell-days ?jobKey=tell-days');
  }

  private async askForDays(): Promise<'done'> {
    const { rows } = await this.jobs.pool.query<{ clinicId: string }>(
      `SELECT clinic_id AS "clinicId" FROM stipple.clinics_with_days_to_tell($1)`,
      [countedBy],
    );
    for (const { clinicId } of rows)
      await addJob(this.jobs.pool, {
        name: 'tell-days-of-clinic',
        payload: { clinicId },
        key: `tell-days:${clinicId}`,
      });
    return 'done';
  }

  private async tell(clinicId: string, stopping: AbortSignal): Promise<'done' | 'more'> {
    const until = Date.now() + sliceMs;
    while (!stopping.aborted && Date.now() < until) {
      const told = await clinicTransaction(this.jobs.pool, clinicId, (tx) =>
        tellChangedDays(tx, clinicId, batch),
      );
      if (told < batch) return 'done';
    }
    return 'more';
  }

  private async compare(
    clinicId: string,
    from: string | null,
    stopping: AbortSignal,
  ): Promise<'done' | 'more'> {
    const until = Date.now() + sliceMs;
    for (let after = from; ;) {
      const { lookedAt, differed, reached } = await clinicTransaction(this.jobs.pool, clinicId, (tx) =>
        compareDays(tx, clinicId, { after, most: batch }),
      );
      if (differed.length > 0)
        this.logger.error({ clinicId, differed, fault: 'sums by day differed from their rows' });
      if (lookedAt < batch || reached === null) return 'done';
      after = reached;
      if (stopping.aborted || Date.now() >= until) {
        await this.compareFrom(clinicId, after);
        return 'done';
      }
    }
  }

  private compareFrom(clinicId: string, after: string): Promise<void> {
    return addJob(this.jobs.pool, {
      name: 'compare-days-of-clinic',
      payload: { clinicId, after },
      key: `compare-days:${clinicId}`,
    });
  }
}
