import { KindSql, mapped } from './judging-sql';

/** A patient who was entered by hand is the one with the same record number, if the birth date agrees. */
export const patientsSql: KindSql = {
  kind: 'patients',
  wanted: /* sql */ `
  SELECT w.*,
         (w.record_number, w.given_name, w.family_name, w.birth_date, w.died_on, w.sex, w.city, w.state, w.key)
           IS DISTINCT FROM (y.record_number, y.given_name, y.family_name, y.birth_date, y.died_on, y.sex, y.city, y.state, y.source_key) AS differs,
         CASE WHEN w.died_on < w.birth_date THEN 'dates_reversed'
              WHEN EXISTS (SELECT FROM stipple.patient o WHERE o.clinic_id = $1 AND o.record_number = w.record_number AND o.id IS DISTINCT FROM w.id)
              THEN 'record_number_taken' END AS wrong
    FROM (SELECT b.*, y.id, uuidv7() AS new_id, coalesce(b.fields->>'recordNumber', y.record_number, b.second_key) AS record_number,
                 b.fields->>'givenName' AS given_name, b.fields->>'familyName' AS family_name, (b.fields->>'birthDate')::date AS birth_date,
                 (${mapped('b', 'diedOn', 'y.died_on::text')})::date AS died_on, coalesce(${mapped('b', 'sex', 'y.sex')}, 'unknown') AS sex,
                 ${mapped('b', 'city', 'y.city')} AS city, ${mapped('b', 'state', 'y.state')} AS state
            FROM batch b LEFT JOIN LATERAL (
              SELECT p.* FROM stipple.patient p
               WHERE p.clinic_id = $1 AND (p.source_key = b.key OR
                 (p.source_key IS NULL AND p.record_number = b.fields->>'recordNumber' AND p.birth_date = (b.fields->>'birthDate')::date))
               ORDER BY p.source_key NULLS LAST LIMIT 1) y ON true) w
    LEFT JOIN stipple.patient y ON y.clinic_id = $1 AND y.id = w.id`,
  insert: /* sql */ `
    INSERT INTO stipple.patient (clinic_id, id, source_key, record_number, given_name, family_name, birth_date, died_on, sex, city, state)
    SELECT $1, j.new_id, j.key, j.record_number, j.given_name, j.family_name, j.birth_date, j.died_on, j.sex, j.city, j.state`,
  update: /* sql */ `
    UPDATE stipple.patient t SET source_key = j.key, record_number = j.record_number, given_name = j.given_name, family_name = j.family_name,
           birth_date = j.birth_date, died_on = j.died_on, sex = j.sex, city = j.city, state = j.state`,
};
