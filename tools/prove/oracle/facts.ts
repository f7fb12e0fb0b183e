/*
 * What the oracle looks at: what the records themselves say, joined anew. It takes nothing from the columns that
 * PostgreSQL copies or generates, and relies on no constraint.
 */
export const facts = /* sql */ `
CREATE SCHEMA prove;
-- Sessions that hold units, with their day in the clinic's own zone.
CREATE VIEW prove.held AS
SELECT s.clinic_id, s.id, s.case_id, s.procedure_code, s.units, s.state, s.starts_at, s.ends_at, s.room_id, s.clinician_id, s.clinic_time_zone,
       c.time_zone, (s.starts_at AT TIME ZONE c.time_zone)::date AS true_day, s.state IN ('scheduled', 'checked_in') AS live
  FROM stipple.treatment_session s LEFT JOIN stipple.clinic c ON c.id = s.clinic_id
 WHERE s.state IN ('scheduled', 'checked_in', 'performed', 'billed');

-- What each clearance stands on: the authorization or the agreement, read afresh.
CREATE VIEW prove.source AS
SELECT k.clinic_id, k.id AS clearance_id, a.case_id, l.procedure_code, l.units AS granted, a.effective_on AS opens, a.expires_on AS closes,
       a.state = 'in_force' AS unlocks, made.at AS made_at
  FROM stipple.clearance k
  JOIN stipple.payer_authorization a ON (a.clinic_id, a.id) = (k.clinic_id, k.authorization_id)
  LEFT JOIN stipple.case_event made ON (made.clinic_id, made.subject_id, made.seq) = (a.clinic_id, a.id, 1)
  LEFT JOIN stipple.authorization_line l ON (l.clinic_id, l.authorization_id, l.procedure_code) = (k.clinic_id, k.authorization_id, k.procedure_code)
   AND l.terms_seq = (SELECT max(e.seq) FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id) = (a.clinic_id, a.id) AND e.move IN ('record', 'amend'))
UNION ALL
SELECT k.clinic_id, k.id, g.case_id, g.procedure_code, g.sessions, g.covers_from, g.valid_until,
       g.state IN ('signed', 'active') AND EXISTS (SELECT FROM stipple.patient_signature p WHERE (p.clinic_id, p.agreement_id) = (g.clinic_id, g.id)),
       made.at
  FROM stipple.clearance k
  JOIN stipple.self_pay_agreement g ON (g.clinic_id, g.id) = (k.clinic_id, k.agreement_id)
  LEFT JOIN stipple.case_event made ON (made.clinic_id, made.subject_id) = (g.clinic_id, g.id) AND made.move = 'sign';

-- Units of sessions that hold them, with what they stand on.
CREATE VIEW prove.spent AS
SELECT h.*, u.slot, u.unit_no, u.clearance_id, u.booked_at, x.clearance_id AS known, x.case_id AS source_case, x.procedure_code AS source_code,
       x.granted, x.opens, x.closes, x.unlocks
  FROM prove.held h
  JOIN stipple.session_unit u ON (u.clinic_id, u.session_id) = (h.clinic_id, h.id)
  LEFT JOIN prove.source x ON (x.clinic_id, x.clearance_id) = (u.clinic_id, u.clearance_id);
`;
