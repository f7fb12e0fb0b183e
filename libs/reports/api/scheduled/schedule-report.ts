import { randomUUIDv7 } from 'node:crypto';
import type { ChangeScheduledReport, ScheduleReport } from '@stipple/contracts';
import { type Command, Missing, Stale, refuseIfAny } from '@stipple/database';
import { type ReportRhythm, nextRunOn, refusal } from '@stipple/domain';
import { mayReceiveSql } from './scheduled-reports.queries';

const noted = (command: Command, move: string, subjectId: string) =>
  command.audit({ action: `scheduled_report.${move}`, subject: 'scheduled_report', subjectId, caseId: null });

/** The next day after today, on the clinic's calendar. */
const nextAt = (rhythm: ReportRhythm, { who }: Command) =>
  nextRunOn(rhythm, Temporal.Now.plainDateISO(who.timeZone).toString());

export async function scheduleReport(command: Command, body: ScheduleReport): Promise<{ id: string }> {
  const { tx, who } = command;
  const id = randomUUIDv7();
  await tx.query(
    `INSERT INTO stipple.scheduled_report (clinic_id, id, name, query, format, every, on_day, next_run_on, made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      who.clinicId,
      id,
      body.name,
      body.query,
      body.format,
      body.every,
      body.on,
      nextAt(body, command),
      who.staffId,
    ],
  );
  await sendTo(command, id, body.recipients);
  noted(command, 'make', id);
  return { id };
}

export async function changeScheduledReport(
  command: Command,
  id: string,
  body: ChangeScheduledReport,
): Promise<void> {
  const { tx, who } = command;
  const { isPaused } = await inHand(command, id, body.version);
  await tx.query(
    `UPDATE stipple.scheduled_report SET version = version + 1, name = $3, query = $4, format = $5, every = $6, on_day = $7, next_run_on = $8
      WHERE clinic_id = $1 AND id = $2`,
    [
      who.clinicId,
      id,
      body.name,
      body.query,
      body.format,
      body.every,
      body.on,
      isPaused ? null : nextAt(body, command),
    ],
  );
  await tx.query('DELETE FROM stipple.scheduled_report_recipient WHERE clinic_id = $1 AND report_id = $2', [
    who.clinicId,
    id,
  ]);
  await sendTo(command, id, body.recipients);
  noted(command, 'change', id);
}

export async function pauseScheduledReport(command: Command, id: string, version: number): Promise<void> {
  await inHand(command, id, version);
  await setNextRun(command, id, null);
  noted(command, 'pause', id);
}

/** From today on; what would have come in between is not made up for. */
export async function resumeScheduledReport(command: Command, id: string, version: number): Promise<void> {
  const rhythm = await inHand(command, id, version);
  await setNextRun(command, id, nextAt(rhythm, command));
  noted(command, 'resume', id);
}

export async function removeScheduledReport(command: Command, id: string, version: number): Promise<void> {
  await inHand(command, id, version);
  await setNextRun(command, id, null);
  await command.tx.query(
    'UPDATE stipple.scheduled_report SET removed_at = now() WHERE clinic_id = $1 AND id = $2',
    [command.who.clinicId, id],
  );
  noted(command, 'remove', id);
}

interface InHand extends ReportRhythm {
  readonly version: number;
  readonly isPaused: boolean;
}

/**
 * The report under its lock, as the person saw it.
 *
 * @throws Missing when it is not there or was removed, Stale when somebody was quicker
 */
async function inHand({ tx, who }: Command, id: string, version: number): Promise<InHand> {
  const [held]: InHand[] = await tx.query(
    `SELECT version, every, on_day AS "on", next_run_on IS NULL AS "isPaused" FROM stipple.scheduled_report
      WHERE clinic_id = $1 AND id = $2 AND removed_at IS NULL FOR UPDATE`,
    [who.clinicId, id],
  );
  if (held === undefined) throw new Missing('scheduled report');
  if (held.version !== version) throw new Stale({ subject: 'scheduled_report', id, ...held });
  return held;
}

async function setNextRun({ tx, who }: Command, id: string, day: string | null): Promise<void> {
  await tx.query(
    'UPDATE stipple.scheduled_report SET version = version + 1, next_run_on = $3 WHERE clinic_id = $1 AND id = $2',
    [who.clinicId, id, day],
  );
}

/** @throws Refused where one of them may not see reports */
async function sendTo({ tx, who }: Command, id: string, recipients: readonly string[]): Promise<void> {
  const named = [...new Set(recipients)];
  const found: unknown[] = await tx.query(
    `INSERT INTO stipple.scheduled_report_recipient (clinic_id, report_id, staff_id)
     SELECT s.clinic_id, $2, s.id FROM stipple.staff s WHERE s.clinic_id = $1 AND s.id = ANY ($3::uuid[]) AND ${mayReceiveSql} RETURNING staff_id`,
    [who.clinicId, id, named],
  );
  if (found.length < named.length)
    refuseIfAny([
      refusal(
        'recipient_sees_no_reports',
        'A report goes to active managers and coordinators of this clinic only; choose others.',
        'recipients',
      ),
    ]);
}
