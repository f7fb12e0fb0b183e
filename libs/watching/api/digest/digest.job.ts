import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { type MailSettings, Settings } from '@stipple/http';
import { Jobs, NotTaken, addJob, clinicTransaction, nameOf, sendMail } from '@stipple/jobs';
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

  /**
   * Entered first, sent second, noted third. Whoever dies between the first and the third leaves a row of which nobody
   * knows whether its e-mail went out, and it is not sent again: a digest that is missing is missed by nobody, since
   * all it counts is in the queue; one that comes again and again is a nuisance, and nothing would stop it.
   *
   * @returns whether the mail server is there
   */
  private async writeTo(clinicId: string, reader: Reader, mail: MailSettings): Promise<boolean> {
    const { staffId, onDay, email: to } = reader;
    const letter = digestMail({ ...reader, publicUrl: mail.publicUrl });
    if (letter === null) return true;
    const place = { clinicId, staffId, onDay };
    const { pool } = this.jobs;
    // This commit is waited for: an entry lost with the server's memory would be an e-mail sent twice.
    const isOurs = await clinicTransaction(
      pool,
      clinicId,
      async (tx) => (await tx.query('SET LOCAL synchronous_commit = on'), claimDigest(tx, place)),
    );
    if (!isOurs) return true;
    const messageId = `<digest.${onDay}.${staffId}@${new URL(mail.publicUrl).hostname}>`;
    try {
      await sendMail(mail, { ...letter, to, messageId });
    } catch (error) {
      this.logger.warn({ staffId, fault: error instanceof NotTaken ? error.message : nameOf(error) });
      if (!(error instanceof NotTaken)) return true;
      await clinicTransaction(pool, clinicId, (tx) => noteDigest(tx, place, error.message));
      return error.isReachable;
    }
    await clinicTransaction(pool, clinicId, (tx) => noteDigest(tx, place, null));
    return true;
  }
}
