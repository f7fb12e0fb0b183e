import { KindSql, mapped } from './judging-sql';

/** A payer that was entered by hand, without a source, is the one of the same name. */
export const payersSql: KindSql = {
  kind: 'payers',
  wanted: /* sql */ `
  SELECT w.*, (w.name, w.phone, w.key) IS DISTINCT FROM (y.name, y.phone, y.source_key) AS differs,
         CASE WHEN EXISTS (SELECT FROM stipple.payer o WHERE o.clinic_id = $1 AND o.name = w.name AND o.id IS DISTINCT FROM w.id) THEN 'name_taken' END AS wrong
    FROM (SELECT b.*, y.id, uuidv7() AS new_id, b.fields->>'name' AS name, ${mapped('b', 'phone', 'y.phone')} AS phone
            FROM batch b LEFT JOIN LATERAL (
              SELECT p.id, p.phone FROM stipple.payer p
               WHERE p.clinic_id = $1 AND (p.source_key = b.key OR (p.source_key IS NULL AND p.name = b.fields->>'name'))
               ORDER BY p.source_key NULLS LAST LIMIT 1) y ON true) w
    LEFT JOIN stipple.payer y ON y.clinic_id = $1 AND y.id = w.id`,
  insert: /* sql */ `INSERT INTO stipple.payer (clinic_id, id, source_key, name, phone) SELECT $1, j.new_id, j.key, j.name, j.phone`,
  update: /* sql */ `UPDATE stipple.payer t SET source_key = j.key, name = j.name, phone = j.phone`,
};

/** Organizations lend providers their names and are not kept. */
export const organizationsSql: KindSql = {
  kind: 'organizations',
  wanted: /* sql */ `SELECT b.*, NULL::uuid AS id, NULL::uuid AS new_id, false AS differs, NULL::text AS wrong FROM batch b`,
  insert: null,
  update: null,
};
