import type { PoolClient } from 'pg';
import { countedBy, countedSql } from './counted-days';

/**
 * Tells the sums of some days anew, the latest first: of those on which something changed, and of those that another
 * definition counted. It runs in one transaction of the clinic, at the usual isolation.
 *
 * @param most so many days at once
 * @returns how many days that were
 */
export async function tellChangedDays(tx: PoolClient, clinicId: string, most: number): Promise<number> {
  await oneAtATime(tx, clinicId);
  const { rows } = await tx.query<{ day: string }>(
    `SELECT day::text FROM (SELECT day FROM stipple.reported_day_changed WHERE clinic_id = $1
       UNION SELECT day FROM stipple.reported_day WHERE clinic_id = $1 AND counted_by <> $2) d ORDER BY d.day DESC LIMIT $3`,
    [clinicId, countedBy, most],
  );
  await tell(
    tx,
    clinicId,
    rows.map(({ day }) => day),
  );
  return rows.length;
}

/** Tells the sums of these days anew, whatever is kept of them. */
export async function tellDays(tx: PoolClient, clinicId: string, days: readonly string[]): Promise<void> {
  await oneAtATime(tx, clinicId);
  await tell(tx, clinicId, days);
}

/** Two that told the same day would count it twice. Nobody but this job waits here. */
async function oneAtATime(tx: PoolClient, clinicId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('reported days of ' || $1, 0))`, [clinicId]);
}

/**
 * The order matters. What is noted is taken away first, and counted by a later statement, which sees every change whose
 * note was seen. A change that commits in between is counted as well, or is not; its note stays either way, and the day is
 * told once more.
 */
async function tell(tx: PoolClient, clinicId: string, days: readonly string[]): Promise<void> {
  const these = [clinicId, days];
  await tx.query(
    `DELETE FROM stipple.reported_day_changed WHERE clinic_id = $1 AND day = ANY ($2::date[])`,
    these,
  );
  await tx.query(`DELETE FROM stipple.reported_sum WHERE clinic_id = $1 AND day = ANY ($2::date[])`, these);
  await tx.query(`DELETE FROM stipple.reported_day WHERE clinic_id = $1 AND day = ANY ($2::date[])`, these);
  await tx.query(
    `WITH days (clinic_id, day) AS MATERIALIZED (SELECT $1::uuid, unnest($2::date[])),
       told AS (INSERT INTO stipple.reported_day (clinic_id, day, counted_by) SELECT clinic_id, day, $3 FROM days)
     INSERT INTO stipple.reported_sum (clinic_id, mode, metric, day, value, whole, part, sum)
     SELECT clinic_id, mode, metric, day, value, whole, part, sum FROM (${countedSql('days')}) counted`,
    [...these, countedBy],
  );
}

export interface ComparedDays {
  readonly lookedAt: number;
  readonly differed: readonly string[];
  /** The last day of the batch; null where there was none. */
  readonly reached: string | null;
}

/** Holds kept sums against their rows, day by day after the one that is named; what differs is told anew. */
export async function compareDays(
  tx: PoolClient,
  clinicId: string,
  { after, most }: { readonly after: string | null; readonly most: number },
): Promise<ComparedDays> {
  const columns = 'mode, metric, day, value, whole, part, sum';
  const { rows } = await tx.query<ComparedDays>(
    `WITH days AS MATERIALIZED (SELECT k.clinic_id, k.day FROM stipple.reported_day k
         WHERE k.clinic_id = $1 AND k.counted_by = $2 AND ($3::date IS NULL OR k.day > $3)
           AND NOT EXISTS (SELECT FROM stipple.reported_day_changed c WHERE (c.clinic_id, c.day) = (k.clinic_id, k.day)) ORDER BY k.day LIMIT $4),
       kept AS (SELECT ${columns} FROM stipple.reported_sum WHERE clinic_id = $1 AND day = ANY (ARRAY(SELECT day FROM days))),
       counted AS (SELECT ${columns} FROM (${countedSql('days')}) one),
       differing AS ((SELECT * FROM kept EXCEPT SELECT * FROM counted) UNION ALL (SELECT * FROM counted EXCEPT SELECT * FROM kept))
     SELECT (SELECT count(*)::int FROM days) AS "lookedAt", (SELECT max(day)::text FROM days) AS reached,
       ARRAY(SELECT DISTINCT day::text FROM differing ORDER BY 1) AS differed`,
    [clinicId, countedBy, after, most],
  );
  const [compared] = rows;
  if (compared === undefined) throw new Error('a comparison has an outcome');
  if (compared.differed.length > 0) await tellDays(tx, clinicId, compared.differed);
  return compared;
}
