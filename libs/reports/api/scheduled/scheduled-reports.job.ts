import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { type MailSettings, Settings } from '@stipple/http';
import { Jobs, type Post, addJob, clinicTransaction, sendOnce } from '@stipple/jobs';
import { type RunMail, claimRunMail, enterRuns, noteRunMail, readRunMails } from './report-runs.queries';
import { runMail } from './run-mail';

/** The clinic's hour from which a day's reports come: nobody reads one in the night. */
const fromHour = 6;

/** Enters the runs of scheduled reports and tells people of them. The file itself is made when somebody asks for it. */
@Injectable()
export class ScheduledReportsJob implements OnModuleInit {
  private readonly logger = new Logger('scheduled reports');

  constructor(
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const { mail, watching } = this.settings;
    this.jobs.register('reports', { run: () => this.askForReports(), giveUp: () => Promise.resolve() });
    this.jobs.register('reports-of-clinic', {
      run: ({ clinicId = '' }, stopping) => this.run(clinicId, mail, stopping),
      giveUp: () => Promise.resolve(),
    });
    if (watching) this.jobs.schedule('*/15 * * * * reports ?jobKey=reports');
  }

  private async askForReports(): Promise<'done'> {
    const { rows } = await this.jobs.pool.query<{ clinicId: string }>(
      `SELECT clinic_id AS "clinicId" FROM stipple.clinics_to_watch() WHERE hour >= $1`,
      [fromHour],
    );
    for (const { clinicId } of rows)
      await addJob(this.jobs.pool, {
        name: 'reports-of-clinic',
        payload: { clinicId },
        key: `reports-of-clinic:${clinicId}`,
      });
    return 'done';
  }

  /** Without a mail server a run is entered all the same: it can be opened from the list. */
  private async run(
    clinicId: string,
    mail: MailSettings | null,
    stopping: AbortSignal,
  ): Promise<'done' | 'more'> {
    const { pool } = this.jobs;
    await clinicTransaction(pool, clinicId, (tx) => enterRuns(tx, clinicId));
    if (mail === null) return 'done';
    for (const letter of await clinicTransaction(pool, clinicId, (tx) => readRunMails(tx, clinicId))) {
      if (stopping.aborted) return 'more';
      // Nobody there: the others would wait as long for nothing. The next quarter of an hour tries again.
      if (!(await this.write(clinicId, letter, mail))) break;
    }
    return 'done';
  }

  /** @returns whether the mail server is there */
  private async write(clinicId: string, letter: RunMail, mail: MailSettings): Promise<boolean> {
    const { runId, staffId, email: to, clinicName } = letter;
    const place = { clinicId, runId, staffId };
    const post: Post = {
      ...{ pool: this.jobs.pool, clinicId, mail },
      claim: (tx) => claimRunMail(tx, place),
      note: (tx, refusedBecause) => noteRunMail(tx, place, refusedBecause),
    };
    const { fault, isServerThere } = await sendOnce(post, {
      ...runMail(clinicName, `${mail.publicUrl}/reports/scheduled/${runId}`),
      to,
      messageId: `<report.${runId}.${staffId}@${new URL(mail.publicUrl).hostname}>`,
    });
    if (fault !== null) this.logger.warn({ staffId, fault });
    return isServerThere;
  }
}
