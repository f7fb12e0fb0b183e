import pg from 'pg';
import type { TestClinic } from './test-clinic';

/**
 * Open cases by the thousand, of every party, stage and urgency, straight into the tables: each with the event that
 * opened it, none with more history than that. The same count makes the same cases.
 */
export async function makeManyCases(
  owner: pg.Pool,
  clinic: TestClinic,
  { count, ownerless = 5 }: { count: number; ownerless?: number },
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query(casesSql, [clinic.id, count, clinic.coordinator.id, clinic.physician.id, ownerless]);
    await client.query(
      `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id, data)
       SELECT c.clinic_id, c.id, 'treatment_case', c.id, 1, 'nowhere', 'open', 'open', $2, '{}' FROM stipple.treatment_case c
        WHERE c.clinic_id = $1 AND NOT EXISTS (SELECT FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id) = (c.clinic_id, c.id))`,
      [clinic.id, clinic.coordinator.id],
    );
    await client.query('COMMIT');
    await client.query('ANALYZE stipple.treatment_case');
  } finally {
    client.release();
  }
}

/** One case of `ownerless` belongs to nobody; one of twenty has a deadline; one of seven a price. */
const casesSql = /* sql */ `
INSERT INTO stipple.treatment_case (clinic_id, id, state, seq, case_number, patient_id, coverage_id, payer_id, plan_type, cause, injury_context, body_site, side,
  diagnoses, procedure_code, planned_sessions, physician_id, owner_id, next_touch_on, stage, acts_next, next_step,
  due_on, due_for, deadline_on, deadline_what, file_by_on, bookable_until, money_cents)
SELECT $1, uuidv7(), 'open', 1, 100000 + n, v.patient_id, v.id, v.payer_id, 'commercial_insured', 'burn', 'neither', 'hand', 'right',
  '{L90.5}', '17999', 3, $4, CASE WHEN n % $5::int = 0 THEN NULL ELSE $3::uuid END, x.touch,
  (ARRAY['verifying', 'screening', 'preparing', 'with_payer', 'authorized', 'adverse', 'self_pay_open', 'self_pay_ready', 'in_treatment', 'billing'])[1 + n % 10],
  (ARRAY['coordinator', 'payer', 'coordinator', 'physician', 'patient', 'coordinator', 'manager'])[1 + n % 7], 'Go on',
  least(x.touch, x.deadline), CASE WHEN x.deadline <= x.touch THEN 'deadline' ELSE 'touch' END,
  x.deadline, CASE WHEN x.deadline IS NOT NULL THEN 'Appeal must be filed' END, x.deadline,
  CASE WHEN n % 10 IN (4, 7) THEN today + 60 END, CASE WHEN n % 7 = 3 THEN 50000 + n % 97 * 1000 END
FROM generate_series(1, $2::int) n
  CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE k.time_zone)::date AS today FROM stipple.clinic k WHERE k.id = $1) clock
  CROSS JOIN LATERAL (SELECT today + (n * 7919 % 60) - 20 AS touch, CASE WHEN n % 20 = 0 THEN today + (n::bigint * 104729 % 50)::int - 5 END AS deadline) x
  CROSS JOIN (SELECT * FROM stipple.coverage WHERE clinic_id = $1 LIMIT 1) v`;

/** Further members of the staff, as many as asked for, each with one role. Returns their ids. */
export async function hire(
  owner: pg.Pool,
  clinic: TestClinic,
  { role, count }: { role: string; count: number },
): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `WITH hired AS (INSERT INTO stipple.staff (clinic_id, id, name, email, password_hash)
       SELECT $1, x.id, 'Worker ' || x.number, x.id || '@clinic.test', s.password_hash FROM generate_series(1, $3::int) n
         CROSS JOIN LATERAL (SELECT uuidv7() AS id, n AS number) x CROSS JOIN (SELECT password_hash FROM stipple.staff WHERE clinic_id = $1 LIMIT 1) s RETURNING clinic_id, id),
     roled AS (INSERT INTO stipple.staff_role (clinic_id, staff_id, role) SELECT clinic_id, id, $2 FROM hired)
     SELECT id FROM hired`,
    [clinic.id, role, count],
  );
  return rows.map(({ id }) => id);
}
