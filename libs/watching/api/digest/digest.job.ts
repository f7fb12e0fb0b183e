import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { type MailSettings, Settings } from '@stipple/http';
import { Jobs, type Post, addJob, clinicTransaction, sendOnce } from '@stipple/jobs';
import { Reader, claimDigest, noteDigest, readReaders } from './digest.queries';
import { digestMail } from './digest-words';

/** The clinic's hours in which a digest goes out. One that could not go by noon is of no use any more. */
const morning = { from: 7, before: 12 };

/** Writes to everybody in the clinic's morning what waits for them, once a day. */
@Injectable()
export class DigestJob implements OnModuleInit {
  private readonly logger = new Logger('digest');

  constructor(
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const { mail, watching } = this.settings;
    if (mail === null) return;
    this.jobs.register('digests', {
      run: () => this.askForDigests(),
      giveUp: () => Promise.resolve(),
    });
    this.jobs.register('digests-of-clinic', {
      run: ({ clinicId = '' }, stopping) => this.write(clinicId, mail, stopping),
      giveUp: () => Promise.resolve(),
    });
    if (watching) this.jobs.schedule('*/15 * * * * digests ?jobKey=digests');
  }

  private async askForDigests(): Promise<'done'> {
    const { rows } = await this.jobs.pool.query<{ clinicId: string }>(
      `SELECT clinic_id AS "clinicId" FROM stipple.clinics_to_watch() WHERE hour >= $1 AND hour < $2`,
      [morning.from, morning.before],
    );
    for (const { clinicId } of rows)
      await addJob(this.jobs.pool, {
        name: 'digests-of-clinic',
        payload: { clinicId },
        key: `digests-of-clinic:${clinicId}`,
      });
    return 'done';
  }

  private async write(clinicId: string, mail: MailSettings, stopping: AbortSignal): Promise<'done' | 'more'> {
    const readers = await clinicTransaction(this.jobs.pool, clinicId, (tx) => readReaders(tx, clinicId));
    for (const reader of readers) {
      if (stopping.aborted) return 'more';
      // Nobody there: the others would wait as long for nothing. The next quarter of an hour tries again.
      if (!(await this.writeTo(clinicId, reader, mail))) break;
    }
    return 'done';
  }

  /** @returns whether the mail server is there */
  private async writeTo(clinicId: string, reader: Reader, mail: MailSettings): Promise<boolean> {
    const { staffId, onDay, email: to } = reader;
    const words = digestMail({ ...reader, publicUrl: mail.publicUrl });
    if (words === null) return true;
    const place = { clinicId, staffId, onDay };
    const post: Post = {
      ...{ pool: this.jobs.pool, clinicId, mail },
      claim: (tx) => claimDigest(tx, place),
      note: (tx, refusedBecause) => noteDigest(tx, place, refusedBecause),
    };
    const messageId = `<digest.${onDay}.${staffId}@${new URL(mail.publicUrl).hostname}>`;
    const { fault, isServerThere } = await sendOnce(post, { ...words, to, messageId });
    if (fault !== null) this.logger.warn({ staffId, fault });
    return isServerThere;
  }
}
