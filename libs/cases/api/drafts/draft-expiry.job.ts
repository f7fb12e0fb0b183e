import { Injectable, OnModuleInit } from '@nestjs/common';
import { Jobs, addJob, clinicTransaction } from '@stipple/jobs';

/** Removes a draft 30 days after its author last typed. One that is still being typed is looked at again every day. */
@Injectable()
export class DraftExpiryJob implements OnModuleInit {
  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.register('draft-expiry', {
      run: ({ clinicId = '', draftId = '' }) => this.run(clinicId, draftId),
      giveUp: () => Promise.resolve(),
    });
  }

  private async run(clinicId: string, draftId: string): Promise<'done'> {
    await clinicTransaction(this.jobs.pool, clinicId, async (tx) => {
      const key = [clinicId, draftId];
      await tx.query(
        `DELETE FROM stipple.draft WHERE clinic_id = $1 AND id = $2 AND saved_at <= now() - make_interval(days => 30)`,
        key,
      );
      const { rowCount } = await tx.query('SELECT FROM stipple.draft WHERE clinic_id = $1 AND id = $2', key);
      if (rowCount !== 0)
        await addJob(tx, { name: 'draft-expiry', payload: { clinicId, draftId }, after: { days: 1 } });
    });
    return 'done';
  }
}
