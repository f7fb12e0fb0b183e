import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { Settings } from '@stipple/http';
import { Jobs, addJob, clinicTransaction } from '@stipple/jobs';

const batch = 200;
const sliceMs = 20_000;
/** The clinic's hour in which nobody is kept waiting. */
const atHour = 3;

/**
 * Every night the rows that reports count are compared with the record, clinic by clinic. They follow it by a trigger, so
 * that nothing can differ unless somebody wrote past it; what does is put right, and the log says that it did.
 */
@Injectable()
export class CompareReportsJob implements OnModuleInit {
  private readonly logger = new Logger('reports');

  constructor(
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const giveUp = () => Promise.resolve();
    this.jobs.register('compare-reports', { run: () => this.askForComparisons(), giveUp });
    this.jobs.register('compare-reports-of-clinic', {
      run: ({ clinicId = '', after }, stopping) => this.compare(clinicId, after, stopping),
      giveUp,
    });
    if (this.settings.watching) this.jobs.schedule('7 * * * * compare-reports ?jobKey=compare-reports');
  }

  private async askForComparisons(): Promise<'done'> {
    const { rows } = await this.jobs.pool.query<{ clinicId: string }>(
      `SELECT clinic_id AS "clinicId" FROM stipple.clinics_to_watch() WHERE hour = $1`,
      [atHour],
    );
    for (const { clinicId } of rows) await this.goOn(clinicId);
    return 'done';
  }

  private goOn(clinicId: string, after: Readonly<Record<string, string>> = {}): Promise<void> {
    return addJob(this.jobs.pool, {
      name: 'compare-reports-of-clinic',
      payload: { clinicId, ...after },
      key: `compare-reports:${clinicId}`,
    });
  }

  private async compare(
    clinicId: string,
    from: string | undefined,
    stopping: AbortSignal,
  ): Promise<'done' | 'more'> {
    const until = Date.now() + sliceMs;
    for (let after = from ?? null; ;) {
      const { lookedAt, differed, reached } = await this.compareBatch(clinicId, after);
      if (differed > 0) this.logger.error({ clinicId, differed, fault: 'reports differed from the record' });
      if (lookedAt < batch || reached === null) {
        // Now that the rows are right, the sums of them.
        await addJob(this.jobs.pool, {
          name: 'compare-days-of-clinic',
          payload: { clinicId },
          key: `compare-days:${clinicId}`,
        });
        return 'done';
      }
      after = reached;
      if (stopping.aborted || Date.now() >= until) {
        await this.goOn(clinicId, { after });
        return 'done';
      }
    }
  }

  private compareBatch(clinicId: string, after: string | null): Promise<Compared> {
    return clinicTransaction(this.jobs.pool, clinicId, async (tx) => {
      const { rows } = await tx.query<Compared>(
        `SELECT looked_at AS "lookedAt", differed, reached FROM stipple.report_cases_after($1, $2)`,
        [after, batch],
      );
      if (rows[0] === undefined) throw new Error('a comparison has an outcome');
      return rows[0];
    });
  }
}

interface Compared {
  readonly lookedAt: number;
  readonly differed: number;
  /** The last case of the batch; null where there was none. */
  readonly reached: string | null;
}
