import type { Role } from '@stipple/domain';
import type { PoolClient } from 'pg';
import type { TaskCounts } from './digest-words';

export interface Reader {
  readonly staffId: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly clinicName: string;
  /** The clinic's day, for which this is the morning. */
  readonly onDay: string;
  readonly counts: TaskCounts;
}

/** Tries on one day, all of which the server refused. */
const mostTries = 3;

/**
 * Whoever tasks can be for, wants the e-mail, and has not been written to today; nor is it unknown whether they have. A
 * clinical alert is counted as any other: that there is one is no news of the patient.
 */
const readersSql = /* sql */ `
SELECT s.id AS "staffId", s.email, x.roles, k.name AS "clinicName", t.day::text AS "onDay", (
    SELECT json_build_object('late', count(*) FILTER (WHERE o.due_on < t.day), 'today', count(*) FILTER (WHERE o.due_on = t.day),
        'fresh', count(*) FILTER (WHERE e.at > now() - interval '24 hours'),
        'mine', count(*) FILTER (WHERE o.due_on <= t.day AND s.id IN (c.owner_id, c.physician_id)))
      FROM stipple.task o
      JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (o.clinic_id, o.case_id) AND c.state = 'open'
      JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (o.clinic_id, o.id, 1)
     WHERE o.clinic_id = s.clinic_id AND o.state = 'open' AND o.for_role = ANY (x.roles)) AS counts
  FROM stipple.staff s
  JOIN stipple.clinic k ON k.id = s.clinic_id
 CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE k.time_zone)::date AS day) t
 CROSS JOIN LATERAL (SELECT array_agg(r.role ORDER BY r.role) AS roles FROM stipple.staff_role r
     WHERE (r.clinic_id, r.staff_id) = (s.clinic_id, s.id) AND r.ended_at IS NULL) x
 WHERE s.clinic_id = $1 AND s.active AND x.roles && '{coordinator,physician,manager}'
   AND NOT EXISTS (SELECT FROM stipple.staff_preference p
     WHERE (p.clinic_id, p.staff_id) = (s.clinic_id, s.id) AND p.chosen -> 'digest' = 'false')
   AND NOT EXISTS (SELECT FROM stipple.digest d WHERE (d.clinic_id, d.staff_id, d.on_day) = (s.clinic_id, s.id, t.day)
     AND (d.refused_because IS NULL OR d.tries >= ${mostTries}))
 ORDER BY s.id`;

export async function readReaders(tx: PoolClient, clinicId: string): Promise<readonly Reader[]> {
  const { rows } = await tx.query<Reader>(readersSql, [clinicId]);
  return rows;
}

interface Place {
  readonly clinicId: string;
  readonly staffId: string;
  readonly onDay: string;
}

/** Enters that this e-mail is about to go out. Of all who try at once, one may: the row decides. */
export async function claimDigest(tx: PoolClient, { clinicId, staffId, onDay }: Place): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO stipple.digest AS d (clinic_id, staff_id, on_day) VALUES ($1, $2, $3)
     ON CONFLICT (clinic_id, staff_id, on_day) DO UPDATE SET tries = d.tries + 1, claimed_at = now(), refused_because = NULL
       WHERE d.refused_because IS NOT NULL AND d.tries < ${mostTries}`,
    [clinicId, staffId, onDay],
  );
  return rowCount === 1;
}

/** @param refusedBecause null when the server took it */
export async function noteDigest(
  tx: PoolClient,
  { clinicId, staffId, onDay }: Place,
  refusedBecause: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE stipple.digest SET sent_at = CASE WHEN $4::text IS NULL THEN now() END, refused_because = $4
      WHERE (clinic_id, staff_id, on_day) = ($1, $2, $3)`,
    [clinicId, staffId, onDay, refusedBecause],
  );
}
