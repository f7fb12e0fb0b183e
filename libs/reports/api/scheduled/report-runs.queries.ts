import { type ReportRhythm, nextRunOn } from '@stipple/domain';
import type { PoolClient } from 'pg';
import { mayReceiveSql } from './scheduled-reports.queries';

interface Due extends ReportRhythm {
  readonly id: string;
  readonly today: string;
}

/**
 * Enters a run of every report that is due on the clinic's calendar, with an e-mail for each who may have it, and moves it on
 * to its next day after today: after a downtime of weeks there is one run and not one for each week.
 */
export async function enterRuns(tx: PoolClient, clinicId: string): Promise<void> {
  const { rows } = await tx.query<Due>(
    `SELECT p.id, p.every, p.on_day AS "on", t.today::text FROM stipple.scheduled_report p JOIN stipple.clinic k ON k.id = p.clinic_id
      CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE k.time_zone)::date AS today) t
      WHERE p.clinic_id = $1 AND p.next_run_on <= t.today ORDER BY p.id FOR UPDATE OF p`,
    [clinicId],
  );
  for (const report of rows) {
    await tx.query(
      `WITH run AS (INSERT INTO stipple.report_run (clinic_id, report_id, on_day, name, query, format)
         SELECT clinic_id, id, $3, name, query, format FROM stipple.scheduled_report WHERE clinic_id = $1 AND id = $2
         ON CONFLICT ON CONSTRAINT one_run_of_a_day DO NOTHING RETURNING id)
       INSERT INTO stipple.report_run_mail (clinic_id, run_id, staff_id)
       SELECT $1, run.id, t.staff_id FROM run CROSS JOIN stipple.scheduled_report_recipient t WHERE t.clinic_id = $1 AND t.report_id = $2`,
      [clinicId, report.id, report.today],
    );
    await tx.query('UPDATE stipple.scheduled_report SET next_run_on = $3 WHERE clinic_id = $1 AND id = $2', [
      clinicId,
      report.id,
      nextRunOn(report, report.today),
    ]);
  }
}

/** Tries of one e-mail, all of which the server refused. */
const mostTries = 3;

export interface RunMail {
  readonly runId: string;
  readonly staffId: string;
  readonly email: string;
  readonly clinicName: string;
}

/** What has to be sent still, to those who may have it now. An e-mail of yesterday's run is still of use. */
export async function readRunMails(tx: PoolClient, clinicId: string): Promise<readonly RunMail[]> {
  const { rows } = await tx.query<RunMail>(
    `SELECT m.run_id AS "runId", m.staff_id AS "staffId", s.email, k.name AS "clinicName"
       FROM stipple.report_run_mail m
       JOIN stipple.report_run n ON (n.clinic_id, n.id) = (m.clinic_id, m.run_id) AND n.recorded_at > now() - interval '3 days'
       JOIN stipple.staff s ON (s.clinic_id, s.id) = (m.clinic_id, m.staff_id)
       JOIN stipple.clinic k ON k.id = m.clinic_id
      WHERE m.clinic_id = $1 AND (m.tries = 0 OR m.refused_because IS NOT NULL AND m.tries < ${mostTries}) AND ${mayReceiveSql}
      ORDER BY m.run_id, m.staff_id`,
    [clinicId],
  );
  return rows;
}

interface Place {
  readonly clinicId: string;
  readonly runId: string;
  readonly staffId: string;
}

/** Enters that this e-mail is about to go out. Of all who try at once, one may: the row decides. */
export async function claimRunMail(tx: PoolClient, { clinicId, runId, staffId }: Place): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE stipple.report_run_mail SET tries = tries + 1, claimed_at = now(), refused_because = NULL
      WHERE (clinic_id, run_id, staff_id) = ($1, $2, $3) AND (tries = 0 OR refused_because IS NOT NULL AND tries < ${mostTries})`,
    [clinicId, runId, staffId],
  );
  return rowCount === 1;
}

/** @param refusedBecause null when the server took it */
export async function noteRunMail(
  tx: PoolClient,
  { clinicId, runId, staffId }: Place,
  refusedBecause: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE stipple.report_run_mail SET sent_at = CASE WHEN $4::text IS NULL THEN now() END, refused_because = $4
      WHERE (clinic_id, run_id, staff_id) = ($1, $2, $3)`,
    [clinicId, runId, staffId, refusedBecause],
  );
}
