import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileStore } from '@stipple/files';
import { Jobs, type NewJob, clinicTransaction } from '@stipple/jobs';
import { ImportJob, Step } from './import-record';
import { inspectFiles } from './inspect-step';
import { judgeStaged } from './judge-step';
import { stageFiles } from './stage-step';
import { expireImport, tidyImport } from './tidy-import';

/** When a job comes to rest: the process is going down, or others have waited long enough. */
export interface Pause {
  due(): boolean;
}

const sliceMs = 20_000;

const named =
  (name: string, after?: NewJob['after']) =>
  ({ clinicId, importId }: ImportJob): NewJob => ({ name, payload: { clinicId, importId }, after });

export const importJob = named('roster-import');
export const tidyJob = named('roster-import-tidy');
/** An import that nobody finishes does not keep its copies of patients’ data for ever. */
export const expiryJob = named('roster-import-expiry', { days: 7 });

/** Takes an import from step to step until people have to decide something, or it is done. */
@Injectable()
export class RosterImportJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly files: FileStore,
  ) {}

  onModuleInit(): void {
    const { pool } = this.jobs;
    this.jobs.register('roster-import', {
      run: (payload, stopping) => this.run(jobOf(payload), stopping),
      giveUp: (payload) => this.giveUp(jobOf(payload)),
    });
    this.jobs.register('roster-import-tidy', {
      run: (payload) => tidyImport(pool, this.files, jobOf(payload)),
      giveUp: () => Promise.resolve(),
    });
    this.jobs.register('roster-import-expiry', {
      run: (payload) => expireImport(pool, jobOf(payload)),
      giveUp: () => Promise.resolve(),
    });
  }

  private async run(job: ImportJob, stopping: AbortSignal): Promise<'done' | 'more'> {
    const { pool } = this.jobs;
    const until = Date.now() + sliceMs;
    const pause = { due: () => stopping.aborted || Date.now() > until };
    while (!pause.due()) {
      const step = await this.stepOf(job);
      if (step === null) return 'done';
      if (step === 'inspect') await inspectFiles(pool, this.files, job, pause);
      if (step === 'stage') await stageFiles(pool, this.files, job, pause);
      if (step === 'apply') await judgeStaged(pool, job, pause);
    }
    return 'more';
  }

  private stepOf(job: ImportJob): Promise<Step | null> {
    return clinicTransaction(this.jobs.pool, job.clinicId, async (tx) => {
      const { rows } = await tx.query<{ step: Step | null }>(
        'SELECT step FROM stipple.roster_import WHERE clinic_id = $1 AND id = $2',
        [job.clinicId, job.importId],
      );
      return rows[0]?.step ?? null;
    });
  }

  private async giveUp(job: ImportJob): Promise<void> {
    const words =
      'Something went wrong on our side. What is imported so far is whole; a new dry run shows what is left to do.';
    await clinicTransaction(this.jobs.pool, job.clinicId, (tx) =>
      tx.query(
        `UPDATE stipple.roster_import SET state = 'failed', step = NULL, at_kind = NULL, failure = $3, version = version + 1
          WHERE clinic_id = $1 AND id = $2 AND step IS NOT NULL`,
        [job.clinicId, job.importId, words],
      ),
    );
  }
}

function jobOf({ clinicId = '', importId = '' }: Readonly<Record<string, string>>): ImportJob {
  return { clinicId, importId };
}
