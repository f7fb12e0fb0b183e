import { KindSql, mapped } from './judging-sql';

/**
 * The organization is the name behind its id where the files hold organizations, and else the file's own words. An id
 * that leads nowhere is no name: what the roster has stays.
 */
const organization = /* sql */ `
  CASE WHEN NOT b.fields ? 'organization' THEN y.organization
       WHEN b.fields->>'organization' IS NULL THEN NULL
       ELSE coalesce(
         (SELECT o.fields->>'name' FROM stipple.roster_import_row o
           WHERE o.clinic_id = $1 AND o.import_id = $2 AND o.kind = 'organizations' AND o.key = b.fields->>'organization'),
         CASE WHEN b.fields->>'organization' ~* '^([0-9]+|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})$' THEN y.organization ELSE b.fields->>'organization' END) END`;

/** A clinician who was entered by hand is the one with the same NPI. */
export const providersSql: KindSql = {
  kind: 'providers',
  wanted: /* sql */ `
  SELECT w.*, (w.name, w.npi, w.specialty, w.organization, w.key) IS DISTINCT FROM (y.name, y.npi, y.specialty, y.organization, y.source_key) AS differs,
         NULL::text AS wrong
    FROM (SELECT b.*, y.id, uuidv7() AS new_id, b.fields->>'name' AS name, ${mapped('b', 'npi', 'y.npi')} AS npi,
                 ${mapped('b', 'specialty', 'y.specialty')} AS specialty, ${organization} AS organization
            FROM batch b LEFT JOIN LATERAL (
              SELECT p.* FROM stipple.provider p
               WHERE p.clinic_id = $1 AND (p.source_key = b.key OR (p.source_key IS NULL AND p.npi = b.fields->>'npi'))
               ORDER BY p.source_key NULLS LAST LIMIT 1) y ON true) w
    LEFT JOIN stipple.provider y ON y.clinic_id = $1 AND y.id = w.id`,
  insert: /* sql */ `
    INSERT INTO stipple.provider (clinic_id, id, source_key, name, npi, specialty, organization)
    SELECT $1, j.new_id, j.key, j.name, j.npi, j.specialty, j.organization`,
  update: /* sql */ `
    UPDATE stipple.provider t SET source_key = j.key, name = j.name, npi = j.npi, specialty = j.specialty, organization = j.organization`,
};
