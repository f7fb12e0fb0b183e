import { KindSql, mapped } from './judging-sql';

/** A payer that stands for having none. Its periods have no member id; they keep a word in its place. */
const noInsurance = `^(no[ _-]?insurance|uninsured|self[ _-]?pay|none)$`;

/** A row of these files that coverage refers to, by its id or by what else identifies it. */
const staged = (kind: string, ref: string) => /* sql */ `
  coalesce((SELECT s.second_key FROM stipple.roster_import_row s
             WHERE s.clinic_id = $1 AND s.import_id = $2 AND s.kind = '${kind}' AND s.key = ${ref} AND NOT s.refused),
           (SELECT s.second_key FROM stipple.roster_import_row s
             WHERE s.clinic_id = $1 AND s.import_id = $2 AND s.kind = '${kind}' AND s.second_key = ${ref} AND NOT s.refused))`;

/**
 * Coverage names its patient and its payer by their ids, or by what people call them: record number and name. In a dry
 * run the files count beside the roster; when coverage is imported, what the files held is in the roster already.
 */
export const coverageSql: KindSql = {
  kind: 'coverage',
  wanted: /* sql */ `
  SELECT w.*, c.id,
         (w.member_id, w.ends_on, w.relation, w.holder_name) IS DISTINCT FROM (c.member_id, c.ends_on, c.relation, c.holder_name) AS differs,
         CASE WHEN w.patient_id IS NULL AND w.staged_patient IS NULL THEN 'patient_unknown'
              WHEN w.payer_id IS NULL AND w.payer_name IS NULL THEN 'payer_unknown'
              WHEN w.ends_on < w.starts_on THEN 'dates_reversed'
              WHEN w.member_id IS NULL THEN 'member_id_missing' END AS wrong
    FROM (SELECT f.*, uuidv7() AS new_id,
                 coalesce(f.fields->>'memberId', CASE WHEN f.payer_name ~* '${noInsurance}' THEN 'none' END) AS member_id,
                 (${mapped('f', 'endsOn', 'f.present_end')})::date AS ends_on, coalesce(${mapped('f', 'relation', 'f.present_relation')}, 'self') AS relation,
                 ${mapped('f', 'holderName', 'f.present_holder')} AS holder_name
            FROM (SELECT b.*, p.id AS patient_id, y.id AS payer_id, (b.fields->>'startsOn')::date AS starts_on,
                         CASE WHEN p.id IS NULL THEN ${staged('patients', `b.fields->>'patient'`)} END AS staged_patient,
                         coalesce(y.name, ${staged('payers', `b.fields->>'payer'`)}) AS payer_name,
                         c.ends_on::text AS present_end, c.relation AS present_relation, c.holder_name AS present_holder
                    FROM batch b
                    LEFT JOIN LATERAL (
                      SELECT o.id FROM stipple.patient o WHERE o.clinic_id = $1 AND (o.source_key = b.fields->>'patient' OR o.record_number = b.fields->>'patient')
                       ORDER BY o.source_key = b.fields->>'patient' DESC NULLS LAST LIMIT 1) p ON true
                    LEFT JOIN LATERAL (
                      SELECT o.id, o.name FROM stipple.payer o WHERE o.clinic_id = $1 AND (o.source_key = b.fields->>'payer' OR o.name = b.fields->>'payer')
                       ORDER BY o.source_key = b.fields->>'payer' DESC NULLS LAST LIMIT 1) y ON true
                    LEFT JOIN stipple.coverage c ON c.clinic_id = $1 AND c.patient_id = p.id AND c.payer_id = y.id AND c.starts_on = (b.fields->>'startsOn')::date) f) w
    LEFT JOIN stipple.coverage c ON c.clinic_id = $1 AND c.patient_id = w.patient_id AND c.payer_id = w.payer_id AND c.starts_on = w.starts_on`,
  insert: /* sql */ `
    INSERT INTO stipple.coverage (clinic_id, id, patient_id, payer_id, member_id, starts_on, ends_on, relation, holder_name)
    SELECT $1, j.new_id, j.patient_id, j.payer_id, j.member_id, j.starts_on, j.ends_on, j.relation, j.holder_name`,
  update: /* sql */ `
    UPDATE stipple.coverage t SET member_id = j.member_id, ends_on = j.ends_on, relation = j.relation, holder_name = j.holder_name`,
};
