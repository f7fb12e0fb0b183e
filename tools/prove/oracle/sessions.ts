import type { Check } from './oracle';

const overlap = (what: string) => `
  SELECT id FROM (SELECT id, starts_at, max(ends_at) OVER (PARTITION BY clinic_id, ${what} ORDER BY starts_at, ends_at, id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until FROM prove.held) x WHERE starts_at < busy_until`;

const bookings = `stipple.session_unit u
  JOIN stipple.case_event e ON (e.clinic_id, e.subject_id) = (u.clinic_id, u.session_id) AND e.subject = 'treatment_session' AND e.move IN ('book', 'schedule')`;

/** Each query finds what must not exist; none may return a row. */
export const sessionChecks: readonly Check[] = [
  [
    'a session holds fewer units than it takes',
    `
    SELECT id FROM prove.held h WHERE h.units IS DISTINCT FROM (SELECT count(DISTINCT u.slot) FROM stipple.session_unit u
      WHERE (u.clinic_id, u.session_id) = (h.clinic_id, h.id) AND u.slot BETWEEN 1 AND h.units)`,
  ],
  [
    'a session holds units of no known clearance, or of another case or code',
    `
    SELECT id FROM prove.spent WHERE known IS NULL OR source_case IS DISTINCT FROM case_id OR source_code IS DISTINCT FROM procedure_code`,
  ],
  [
    'a session holds units of several clearances',
    `
    SELECT id FROM prove.spent GROUP BY clinic_id, id HAVING count(DISTINCT clearance_id) > 1`,
  ],
  [
    'a live session’s authorization or agreement does not unlock',
    `SELECT id FROM prove.spent WHERE live AND unlocks IS NOT TRUE`,
  ],
  [
    'a live session lies outside its window',
    `SELECT id FROM prove.spent WHERE live AND (true_day BETWEEN opens AND closes) IS NOT TRUE`,
  ],
  [
    'more units are spent than were granted, or one of them twice',
    `
    SELECT clearance_id FROM prove.spent GROUP BY clinic_id, clearance_id
    HAVING (count(*) <= max(granted) AND max(unit_no) <= max(granted) AND min(unit_no) >= 1 AND count(DISTINCT unit_no) = count(*)) IS NOT TRUE`,
  ],
  [
    'a session was scheduled without ever holding a unit',
    `
    SELECT e.subject_id FROM stipple.case_event e WHERE e.subject = 'treatment_session' AND e.to_state = 'scheduled'
       AND NOT EXISTS (SELECT FROM stipple.session_unit u WHERE (u.clinic_id, u.session_id) = (e.clinic_id, e.subject_id))`,
  ],
  [
    'a session was booked before, or along with, its clearance',
    `
    SELECT u.session_id FROM ${bookings} JOIN stipple.clearance k ON (k.clinic_id, k.id) = (u.clinic_id, u.clearance_id)
     WHERE e.at <= k.recorded_at OR e.tx = k.recorded_in OR u.booked_at <= k.recorded_at`,
  ],
  [
    'a booking bears another time than its event',
    `SELECT u.session_id FROM ${bookings} WHERE u.booked_at < e.at`,
  ],
  [
    'a session was booked or moved after its start',
    `
    SELECT h.id FROM prove.held h JOIN stipple.case_event e ON (e.clinic_id, e.subject_id) = (h.clinic_id, h.id) AND e.subject = 'treatment_session'
     WHERE e.move IN ('book', 'schedule', 'reschedule') AND h.starts_at <= e.at
       AND e.seq = (SELECT max(m.seq) FROM stipple.case_event m WHERE (m.clinic_id, m.subject_id) = (h.clinic_id, h.id) AND m.move IN ('book', 'schedule', 'reschedule'))
    UNION ALL SELECT id FROM prove.spent WHERE booked_at >= starts_at`,
  ],
  ['two sessions share a room', overlap('room_id')],
  ['two sessions share a clinician', overlap('clinician_id')],
  [
    'a session has no room, clinician, length or zone of its clinic',
    `
    SELECT h.id FROM prove.held h WHERE (h.ends_at > h.starts_at AND h.ends_at <= h.starts_at + interval '8 hours' AND h.clinic_time_zone = h.time_zone) IS NOT TRUE
       OR NOT EXISTS (SELECT FROM stipple.room r WHERE (r.clinic_id, r.id) = (h.clinic_id, h.room_id))
       OR NOT EXISTS (SELECT FROM stipple.provider p WHERE (p.clinic_id, p.id) = (h.clinic_id, h.clinician_id))`,
  ],
  [
    'a live session’s clinician is not named by its clearance',
    `
    SELECT id FROM prove.spent t WHERE live AND NOT EXISTS (SELECT FROM stipple.clearance_clinician c
      WHERE (c.clinic_id, c.clearance_id, c.clinician_id) = (t.clinic_id, t.clearance_id, t.clinician_id))`,
  ],
  [
    'a plan has a time like a booking',
    `SELECT id FROM stipple.treatment_session WHERE state = 'planned' AND num_nonnulls(starts_at, room_id, clinician_id) > 0`,
  ],
  [
    'something was stopped without a reason',
    `
    SELECT id FROM stipple.treatment_session WHERE state IN ('blocked', 'cancelled') AND coalesce(btrim(end_reason), '') = ''
    UNION ALL SELECT id FROM stipple.payer_authorization WHERE state = 'revoked' AND coalesce(btrim(end_reason), '') = ''
    UNION ALL SELECT id FROM stipple.self_pay_agreement WHERE state = 'void' AND coalesce(btrim(end_reason), '') = ''`,
  ],
  [
    'a session was performed that had not checked in',
    `
    SELECT h.id FROM prove.held h WHERE NOT live AND NOT EXISTS (SELECT FROM stipple.case_event i JOIN stipple.case_event p ON (p.clinic_id, p.subject_id, p.seq) = (i.clinic_id, i.subject_id, i.seq + 1)
      WHERE (i.clinic_id, i.subject_id) = (h.clinic_id, h.id) AND i.to_state = 'checked_in' AND p.to_state = 'performed')`,
  ],
  [
    'a session was performed on a clearance that had ended',
    `
    SELECT t.id FROM prove.spent t JOIN stipple.clearance k ON (k.clinic_id, k.id) = (t.clinic_id, t.clearance_id)
      JOIN stipple.case_event ended ON ended.clinic_id = k.clinic_id AND ended.subject_id = coalesce(k.authorization_id, k.agreement_id) AND ended.move IN ('revoke', 'supersede', 'void')
      JOIN stipple.case_event done ON (done.clinic_id, done.subject_id) = (t.clinic_id, t.id) AND done.move IN ('book', 'check_in', 'perform') AND done.at > ended.at
     WHERE NOT t.live`,
  ],
  [
    'a performed session has no true record',
    `
    SELECT h.id FROM prove.held h LEFT JOIN stipple.treatment_record r ON (r.clinic_id, r.session_id) = (h.clinic_id, h.id) WHERE NOT h.live
       AND (r.performed_on = h.true_day AND r.session_on = h.true_day AND r.case_id = h.case_id AND r.performer_id = h.clinician_id AND r.clinic_time_zone = h.time_zone
        AND EXISTS (SELECT FROM stipple.staff_role p WHERE (p.clinic_id, p.staff_id, p.role) = (r.clinic_id, r.signed_by, 'physician'))) IS NOT TRUE`,
  ],
  [
    'a treatment is on record that was not performed, or not yet',
    `
    SELECT r.session_id FROM stipple.treatment_record r LEFT JOIN stipple.clinic c ON c.id = r.clinic_id
      LEFT JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq, e.case_id, e.subject, e.to_state) = (r.clinic_id, r.session_id, r.seq, r.case_id, 'treatment_session', 'performed')
     WHERE (r.performed_on <= (e.at AT TIME ZONE c.time_zone)::date AND r.recorded_at >= e.at AND r.recorded_at <= clock_timestamp()) IS NOT TRUE`,
  ],
  [
    'a unit says something else than its session or its clearance',
    `
    SELECT u.session_id FROM stipple.session_unit u
      LEFT JOIN stipple.treatment_session s ON (s.clinic_id, s.id) = (u.clinic_id, u.session_id) LEFT JOIN stipple.clinic c ON c.id = u.clinic_id
      LEFT JOIN stipple.clearance k ON (k.clinic_id, k.id) = (u.clinic_id, u.clearance_id)
     WHERE (u.case_id, u.procedure_code, u.starts_at, u.session_on, u.clinician_id) IS DISTINCT FROM (s.case_id, s.procedure_code, s.starts_at, (s.starts_at AT TIME ZONE c.time_zone)::date, s.clinician_id)
        OR (u.case_id, u.procedure_code, u.units, u.opens_on, u.closes_on, u.active, u.recorded_at) IS DISTINCT FROM (k.case_id, k.procedure_code, k.units, k.opens_on, k.closes_on, k.active, k.recorded_at)
        OR u.hold IS DISTINCT FROM CASE WHEN s.state IN ('scheduled', 'checked_in') THEN 'live' WHEN s.state IN ('performed', 'billed') THEN 'used' ELSE 'none' END`,
  ],
];
