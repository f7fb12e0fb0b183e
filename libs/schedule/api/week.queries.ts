import type { Week } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';

export const clinicianIds = /* sql */ `(SELECT coalesce(json_agg(x.clinician_id), '[]') FROM stipple.clearance_clinician x
  WHERE (x.clinic_id, x.clearance_id) = (k.clinic_id, k.id))`;

const sessionJson = /* sql */ `json_build_object('id', s.id, 'version', s.seq, 'caseId', s.case_id, 'caseNumber', c.case_number,
  'patientName', p.family_name || ', ' || p.given_name, 'procedureCode', s.procedure_code, 'units', s.units, 'state', s.state,
  'startsAt', s.starts_at, 'endsAt', s.ends_at, 'day', s.session_on, 'roomId', s.room_id, 'room', r.name,
  'clinicianId', s.clinician_id, 'clinician', d.name, 'clearance', coalesce(a.number, 'Self-pay'), 'opensOn', k.opens_on, 'closesOn', k.closes_on,
  'clinicianIds', ${clinicianIds}, 'blockedBecause', CASE WHEN s.state = 'blocked' THEN s.end_reason END)`;

const sessionJoins = /* sql */ `FROM stipple.treatment_session s
  JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (s.clinic_id, s.case_id)
  JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.room r ON (r.clinic_id, r.id) = (s.clinic_id, s.room_id)
  JOIN stipple.provider d ON (d.clinic_id, d.id) = (s.clinic_id, s.clinician_id)
  JOIN stipple.session_unit u ON (u.clinic_id, u.session_id, u.slot) = (s.clinic_id, s.id, 1)
  JOIN stipple.clearance k ON (k.clinic_id, k.id) = (u.clinic_id, u.clearance_id)
  LEFT JOIN stipple.payer_authorization a ON (a.clinic_id, a.id) = (k.clinic_id, k.authorization_id)`;

/** The week of a day (its Monday to Sunday), and what is blocked at any time. */
const weekSql = /* sql */ `
WITH week AS (
  SELECT clinic.time_zone, today, date_trunc('week', coalesce($2::date, today))::date AS monday
    FROM stipple.clinic, LATERAL (SELECT (now() AT TIME ZONE clinic.time_zone)::date AS today) WHERE clinic.id = $1)
SELECT json_build_object('monday', week.monday, 'today', week.today, 'timeZone', week.time_zone,
  'sessions', (SELECT coalesce(json_agg(${sessionJson} ORDER BY s.starts_at), '[]') ${sessionJoins}
    WHERE s.clinic_id = $1 AND s.session_on BETWEEN week.monday AND week.monday + 6 AND s.state NOT IN ('cancelled', 'planned')),
  'blocked', (SELECT coalesce(json_agg(${sessionJson} ORDER BY s.starts_at), '[]') ${sessionJoins}
    WHERE s.clinic_id = $1 AND s.state = 'blocked')
) AS week FROM week`;

export async function readWeek(db: ClinicDatabase, who: Principal, day: string | undefined): Promise<Week> {
  const note = { action: 'schedule.read', subject: 'treatment_session', subjectId: null, caseId: null };
  const [row] = await db.read<{ week: Week }>(
    who,
    { name: 'week', planFor: 'values', text: weekSql, values: [who.clinicId, day ?? null] },
    note,
  );
  if (row === undefined) throw new Error('a clinic has a week');
  return row.week;
}
