import { Injectable, OnModuleInit } from '@nestjs/common';
import { Settings } from '@stipple/http';
import { Jobs, addJob, clinicTransaction } from '@stipple/jobs';
import { Round, watchBatch } from './watch-batch';

const sliceMs = 20_000;

/**
 * Every five minutes a round through each clinic. That is often enough, so no move starts one: what a move causes, the
 * move raises and closes itself; what is watched comes with a day, or with something that changed elsewhere. One way
 * by which tasks come and go is easier to be sure of than two.
 */
@Injectable()
export class WatchingJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.register('watching', {
      run: () => this.askForRounds(),
      giveUp: () => Promise.resolve(),
    });
    this.jobs.register('watching-round', {
      run: (payload, stopping) => this.round(roundOf(payload), stopping),
      // What went wrong is in the log; the next round goes on where this one stopped.
      giveUp: () => Promise.resolve(),
    });
    // One that is still waiting is not put in twice.
    if (this.settings.watching) this.jobs.schedule('*/5 * * * * watching ?fill=10m&jobKey=watching');
  }

  private async askForRounds(): Promise<'done'> {
    const { rows } = await this.jobs.pool.query<Round>(
      `SELECT clinic_id AS "clinicId", now()::text AS since FROM stipple.clinics_to_watch()`,
    );
    for (const { clinicId, since } of rows)
      await addJob(this.jobs.pool, {
        name: 'watching-round',
        payload: { clinicId, since },
        key: `watching-round:${clinicId}`,
      });
    return 'done';
  }

  private async round(round: Round, stopping: AbortSignal): Promise<'done' | 'more'> {
    const until = Date.now() + sliceMs;
    while (!stopping.aborted && Date.now() < until)
      if (!(await clinicTransaction(this.jobs.pool, round.clinicId, (tx) => watchBatch(tx, round))))
        return 'done';
    return 'more';
  }
}

function roundOf({ clinicId = '', since = '' }: Readonly<Record<string, string>>): Round {
  return { clinicId, since };
}
