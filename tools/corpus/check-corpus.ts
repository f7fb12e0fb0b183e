import type pg from 'pg';

/** What must not be found in a clinic: each query returns what breaks its rule. They trust no constraint. */
const rules: readonly (readonly [rule: string, sql: string])[] = [
  [
    'every booked session lies in an active clearance of its own case',
    `SELECT s.id FROM stipple.treatment_session s WHERE s.clinic_id = $1 AND s.state IN ('scheduled', 'checked_in') AND NOT EXISTS (
       SELECT FROM stipple.session_unit u JOIN stipple.clearance k ON (k.clinic_id, k.id) = (u.clinic_id, u.clearance_id)
        WHERE (u.clinic_id, u.session_id) = (s.clinic_id, s.id) AND k.active AND k.case_id = s.case_id AND k.procedure_code = s.procedure_code
          AND (s.starts_at AT TIME ZONE s.clinic_time_zone)::date BETWEEN k.opens_on AND k.closes_on)`,
  ],
  [
    'an active clearance has an authorization in force or an agreement that is signed and not yet used up',
    `SELECT k.id FROM stipple.clearance k
       LEFT JOIN stipple.payer_authorization a ON (a.clinic_id, a.id) = (k.clinic_id, k.authorization_id)
       LEFT JOIN stipple.self_pay_agreement g ON (g.clinic_id, g.id) = (k.clinic_id, k.agreement_id)
      WHERE k.clinic_id = $1 AND k.active IS DISTINCT FROM coalesce(a.state = 'in_force', g.state IN ('signed', 'active'))`,
  ],
  [
    'no clearance has more sessions booked and done than units',
    `SELECT k.id FROM stipple.clearance k JOIN stipple.session_unit u ON (u.clinic_id, u.clearance_id) = (k.clinic_id, k.id)
       JOIN stipple.treatment_session s ON (s.clinic_id, s.id) = (u.clinic_id, u.session_id)
      WHERE k.clinic_id = $1 AND s.state IN ('scheduled', 'checked_in', 'performed', 'billed') GROUP BY k.id, k.units HAVING count(*) > k.units`,
  ],
  [
    'nobody and no room is booked twice at one time',
    `SELECT s.id FROM (SELECT *, lag(ends_at) OVER (PARTITION BY room_id ORDER BY starts_at) AS room_until,
         lag(ends_at) OVER (PARTITION BY clinician_id ORDER BY starts_at) AS clinician_until
         FROM stipple.treatment_session WHERE clinic_id = $1 AND state IN ('scheduled', 'checked_in', 'performed', 'billed')) s
      WHERE s.starts_at < s.room_until OR s.starts_at < s.clinician_until`,
  ],
  [
    'sessions lie on weekdays between eight and six, clinic time',
    `SELECT s.id FROM (SELECT id, starts_at AT TIME ZONE clinic_time_zone AS starts, ends_at AT TIME ZONE clinic_time_zone AS ends
         FROM stipple.treatment_session WHERE clinic_id = $1 AND starts_at IS NOT NULL) s
      WHERE extract(isodow FROM s.starts) > 5 OR s.starts::time < '08:00' OR s.ends::time > '18:00'`,
  ],
  [
    'the events of a subject follow each other without a gap and end where its row stands',
    `SELECT e.subject_id FROM (SELECT *, lag(to_state, 1, 'nowhere') OVER w AS before, lag(seq, 1, 0) OVER w AS number, lag(at) OVER w AS earlier
         FROM stipple.case_event WHERE clinic_id = $1 WINDOW w AS (PARTITION BY subject_id ORDER BY seq)) e
      WHERE e.before <> e.from_state OR e.number <> e.seq - 1 OR e.at < e.earlier`,
  ],
  [
    'a request for an unlisted code was made ready only once its worksheet said everything',
    `SELECT r.id FROM stipple.auth_request r JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.move) = (r.clinic_id, r.id, 'complete')
      WHERE r.clinic_id = $1 AND r.lines @> '[{"procedureCode": "17999"}]' AND NOT EXISTS (
       SELECT FROM stipple.code_worksheet w JOIN stipple.case_event f ON (f.clinic_id, f.subject_id, f.to_state) = (w.clinic_id, w.id, 'complete')
        WHERE (w.clinic_id, w.case_id, w.procedure_code, w.state) = (r.clinic_id, r.case_id, '17999', 'complete') AND f.at <= e.at)`,
  ],
  [
    'a screening goes by a policy that was known on its day, and by evidence that was there',
    `SELECT b.screening_id FROM stipple.screening_basis b JOIN stipple.screening x ON (x.clinic_id, x.id) = (b.clinic_id, b.screening_id)
       LEFT JOIN stipple.policy_version v ON (v.clinic_id, v.id) = (x.clinic_id, x.policy_version_id)
       LEFT JOIN stipple.evidence e ON (e.clinic_id, e.case_id) = (x.clinic_id, x.case_id) AND e.recorded_at > b.computed_at
      WHERE b.clinic_id = $1 AND (v.published_at > b.computed_at OR b.evidence @> jsonb_build_array(jsonb_build_object('id', e.id)))`,
  ],
  [
    'nothing happened after the present',
    `SELECT subject_id FROM stipple.case_event WHERE clinic_id = $1 AND at > greatest(now(), $2::timestamptz)`,
  ],
  [
    'every person who moves a case holds a role of the clinic',
    `SELECT e.actor_id FROM stipple.case_event e WHERE e.clinic_id = $1 AND NOT EXISTS (
       SELECT FROM stipple.staff_role r WHERE (r.clinic_id, r.staff_id) = (e.clinic_id, e.actor_id) AND r.ended_at IS NULL)`,
  ],
  [
    'the next case gets a number that none has',
    `SELECT k.id FROM stipple.clinic k WHERE k.id = $1 AND EXISTS (
       SELECT FROM stipple.treatment_case c WHERE c.clinic_id = k.id AND c.case_number >= k.next_case_number)`,
  ],
];

/** Throws with the first rule that the clinic breaks, naming one offender. */
export async function checkCorpus(client: pg.ClientBase, clinicId: string, now: string): Promise<void> {
  for (const [rule, sql] of rules) {
    const values = sql.includes('$2') ? [clinicId, now] : [clinicId];
    const { rows } = await client.query<Record<string, string>>(`${sql} LIMIT 1`, values);
    if (rows[0]) throw new Error(`The corpus breaks a rule: ${rule} (${Object.values(rows[0]).join(', ')}).`);
  }
}
