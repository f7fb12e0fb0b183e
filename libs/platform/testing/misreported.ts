import type pg from 'pg';

/** The requests whose kept rows are not what the record says, as a report would count them; there should be none. */
export async function misreported(owner: pg.Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT DISTINCT id::text FROM (
       (SELECT * FROM stipple.request_as_reported EXCEPT SELECT * FROM stipple.reported_request)
       UNION ALL (SELECT * FROM stipple.reported_request EXCEPT SELECT * FROM stipple.request_as_reported)) differing ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}
