import { ClinicDatabase, Principal } from '@stipple/database';
import { BookingOutlook, sessionRisks } from '@stipple/domain';
import { csvBegin, csvLine } from '@stipple/files';

interface AtRiskRow extends BookingOutlook {
  readonly caseNumber: number;
  readonly patientName: string;
  readonly begins: string;
  readonly clinician: string;
  readonly room: string;
  readonly clearance: string;
  readonly opensOn: string;
}

const columns = [
  'Day',
  'Begins',
  'Case',
  'Patient',
  'Clinician',
  'Room',
  'Cleared by',
  'Window opens',
  'Window closes',
  'Outlook',
  'Reason',
  'What to do',
];

/** What is booked or blocked from today on for 30 days. Who pays for themselves needs no coverage. */
const atRiskSql = /* sql */ `
SELECT json_build_object('caseNumber', c.case_number, 'patientName', p.family_name || ', ' || p.given_name, 'day', s.session_on,
    'begins', to_char(s.starts_at AT TIME ZONE s.clinic_time_zone, 'HH24:MI'), 'clinician', d.name, 'room', r.name,
    'clearance', coalesce(a.number, 'Self-pay'), 'opensOn', k.opens_on, 'closesOn', k.closes_on, 'caseIsOpen', c.state = 'open',
    'blockedBecause', CASE WHEN s.state = 'blocked' THEN s.end_reason END,
    'coverageEndsOn', CASE WHEN k.agreement_id IS NULL THEN v.ends_on END,
    'clinicianPractices', d.practices_here, 'roomInUse', r.in_use,
    'sessionsWithoutUnit', greatest(0, c.planned_sessions - held.of_case - (SELECT coalesce(sum(o.units - (SELECT count(*) FROM stipple.session_unit t
        WHERE (t.clinic_id, t.clearance_id) = (o.clinic_id, o.id) AND t.hold <> 'none')), 0)
       FROM stipple.clearance o WHERE (o.clinic_id, o.case_id) = (c.clinic_id, c.id) AND o.active AND o.closes_on >= today.day))) AS row
  FROM stipple.clinic CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE clinic.time_zone)::date AS day) today
  JOIN stipple.treatment_session s ON s.clinic_id = clinic.id AND s.session_on BETWEEN today.day AND today.day + 30
   AND s.state IN ('scheduled', 'checked_in', 'blocked')
  JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (s.clinic_id, s.case_id)
  JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.coverage v ON (v.clinic_id, v.id) = (c.clinic_id, c.coverage_id)
  JOIN stipple.room r ON (r.clinic_id, r.id) = (s.clinic_id, s.room_id)
  JOIN stipple.provider d ON (d.clinic_id, d.id) = (s.clinic_id, s.clinician_id)
  JOIN stipple.session_unit u ON (u.clinic_id, u.session_id, u.slot) = (s.clinic_id, s.id, 1)
  JOIN stipple.clearance k ON (k.clinic_id, k.id) = (u.clinic_id, u.clearance_id)
  LEFT JOIN stipple.payer_authorization a ON (a.clinic_id, a.id) = (k.clinic_id, k.authorization_id)
 CROSS JOIN LATERAL (SELECT count(*) AS of_case FROM stipple.treatment_session h WHERE (h.clinic_id, h.case_id) = (c.clinic_id, c.id) AND h.hold <> 'none') held
 WHERE clinic.id = $1
 ORDER BY s.starts_at, s.id`;

/** The bookings of the next 30 days that will fail or may, a line for each reason; the last line says how many. */
export async function* atRiskAsCsv(db: ClinicDatabase, who: Principal): AsyncGenerator<string> {
  yield csvBegin(who, [
    'Bookings of the next 30 days whose window, units, coverage or case will fail or may',
  ]);
  yield csvLine(columns);
  const note = { action: 'schedule.at_risk', subject: 'treatment_session', subjectId: null, caseId: null };
  const statement = { name: 'at_risk', planFor: 'values' as const, text: atRiskSql, values: [who.clinicId] };
  let count = 0;
  for await (const { row } of db.stream<{ row: AtRiskRow }>(who, statement, note)) {
    for (const { sure, reason, remedy } of sessionRisks(row)) {
      count += 1;
      yield csvLine([
        row.day,
        row.begins,
        row.caseNumber,
        row.patientName,
        row.clinician,
        row.room,
        row.clearance,
        row.opensOn,
        row.closesOn,
        sure ? 'Will fail' : 'May fail',
        reason,
        remedy,
      ]);
    }
  }
  yield csvLine([count === 1 ? '1 row' : `${count} rows`]);
}
