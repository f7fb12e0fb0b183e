import type { AtRisk } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { BookingOutlook, sessionRisks } from '@stipple/domain';

type Booking = Omit<AtRisk['bookings'][number], 'risks'>;
export type AtRiskRow = BookingOutlook & Booking;

/** What is booked or blocked from today on for 30 days, a row each. Who pays for themselves needs no coverage. */
export const atRiskSql = /* sql */ `
SELECT json_build_object('sessionId', s.id, 'caseId', c.id, 'caseNumber', c.case_number, 'patientName', p.family_name || ', ' || p.given_name, 'day', s.session_on,
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

/** The same to look at, without what nothing threatens. */
export async function readAtRisk(db: ClinicDatabase, who: Principal): Promise<AtRisk> {
  const note = {
    action: 'schedule.read_at_risk',
    subject: 'treatment_session',
    subjectId: null,
    caseId: null,
  };
  const statement = { name: 'at_risk', text: atRiskSql, values: [who.clinicId] };
  const rows = await db.read<{ row: AtRiskRow }>(who, statement, note);
  return {
    looked: rows.length,
    bookings: rows.flatMap(({ row }) => {
      const risks = sessionRisks(row);
      return risks.length === 0 ? [] : [{ ...bookingOf(row), risks: [...risks] }];
    }),
  };
}

function bookingOf(row: AtRiskRow): Booking {
  const { sessionId, caseId, caseNumber, patientName, day, begins } = row;
  const { clinician, room, clearance, opensOn, closesOn } = row;
  return {
    ...{ sessionId, caseId, caseNumber, patientName, day, begins },
    ...{ clinician, room, clearance, opensOn, closesOn },
  };
}
