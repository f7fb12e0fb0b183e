import type { ReportRun, ScheduledReport, ScheduledReports } from '@stipple/contracts';
import { type ClinicDatabase, Missing, type Principal } from '@stipple/database';

/** Who may see reports and is active: to nobody else is one sent, whoever was once named. */
export const mayReceiveSql = /* sql */ `s.active AND EXISTS (SELECT FROM stipple.staff_role r
  WHERE (r.clinic_id, r.staff_id) = (s.clinic_id, s.id) AND r.ended_at IS NULL AND r.role IN ('manager', 'coordinator'))`;

const reportsSql = /* sql */ `
SELECT p.id, p.version, p.name, p.query, p.format, p.every, p.on_day AS "on", p.next_run_on IS NULL AS "isPaused", p.next_run_on::text AS "nextRunOn",
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.name, s.id), '[]')
     FROM stipple.scheduled_report_recipient t JOIN stipple.staff s ON (s.clinic_id, s.id) = (t.clinic_id, t.staff_id)
    WHERE (t.clinic_id, t.report_id) = (p.clinic_id, p.id) AND ${mayReceiveSql}) AS recipients,
  (SELECT json_build_object('id', n.id, 'onDay', n.on_day, 'sent', (SELECT count(*) FROM stipple.report_run_mail m
       WHERE (m.clinic_id, m.run_id) = (n.clinic_id, n.id) AND m.sent_at IS NOT NULL))
     FROM stipple.report_run n WHERE (n.clinic_id, n.report_id) = (p.clinic_id, p.id) ORDER BY n.on_day DESC LIMIT 1) AS "lastRun"
  FROM stipple.scheduled_report p WHERE p.clinic_id = $1 AND p.removed_at IS NULL ORDER BY lower(p.name), p.id`;

export async function readScheduledReports(db: ClinicDatabase, who: Principal): Promise<ScheduledReports> {
  const [reports, people] = await db.readAll<[ScheduledReport, ScheduledReports['people'][number]]>(who, [
    { name: 'scheduled_reports', text: reportsSql, values: [who.clinicId] },
    {
      name: 'report_recipients',
      text: `SELECT s.id, s.name FROM stipple.staff s WHERE s.clinic_id = $1 AND ${mayReceiveSql} ORDER BY s.name, s.id`,
      values: [who.clinicId],
    },
  ]);
  return { reports: [...reports], people: [...people] };
}

/**
 * A run by its link. A period that was left open ends with the day of the run, so that the same link says the same later.
 *
 * @throws Missing when there is no such run in this clinic
 */
export async function readReportRun(db: ClinicDatabase, who: Principal, id: string): Promise<ReportRun> {
  const [run] = await db.read<ReportRun>(who, {
    name: 'report_run',
    text: 'SELECT id, name, on_day::text AS "onDay", format, query FROM stipple.report_run WHERE clinic_id = $1 AND id = $2',
    values: [who.clinicId, id],
  });
  if (run === undefined) throw new Missing('report');
  const query = new URLSearchParams(run.query);
  if (!query.has('to')) query.set('to', run.onDay);
  return { ...run, query: query.toString() };
}
