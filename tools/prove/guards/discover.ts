import pg from 'pg';

/** Something that stands between raw SQL and a violation, and the SQL that takes it away. */
export interface Guard {
  readonly name: string;
  readonly remove: string;
}

/** The tables that the law is made of. */
export const lawTables = [
  'clinic',
  'move_allowed',
  'case_event',
  'treatment_case',
  'auth_request',
  'payer_authorization',
  'authorization_terms',
  'authorization_line',
  'authorization_assent',
  'self_pay_agreement',
  'patient_link',
  'patient_signature',
  'clearance',
  'clearance_clinician',
  'treatment_session',
  'session_unit',
  'treatment_record',
  'letter',
  'letter_version',
  'signature',
  'ledger_entry',
  'ledger_posting',
  'payment_plan',
  'payment_plan_installment',
  'dispute',
  'card_transaction',
] as const;

/*
 * Constraints, with those that say NOT NULL. Of these, one on a column that the application role cannot write, or on
 * a column of a primary key, says nothing of its own.
 */
const constraints = /* sql */ `
SELECT t.relname || '.' || c.conname AS name,
       CASE c.contype WHEN 't' THEN format('DROP TRIGGER %I ON stipple.%I', c.conname, t.relname)
                      ELSE format('ALTER TABLE stipple.%I DROP CONSTRAINT %I CASCADE', t.relname, c.conname) END AS remove
  FROM law t JOIN pg_constraint c ON c.conrelid = t.oid
 WHERE c.contype <> 'n' OR (
   NOT EXISTS (SELECT FROM pg_constraint p WHERE p.conrelid = c.conrelid AND p.contype = 'p' AND c.conkey <@ p.conkey)
   AND (has_column_privilege('stipple_app', t.oid, c.conkey[1], 'INSERT') OR has_column_privilege('stipple_app', t.oid, c.conkey[1], 'UPDATE')))`;

const triggers = /* sql */ `
SELECT t.relname || '.' || g.tgname, format('DROP TRIGGER %I ON stipple.%I', g.tgname, t.relname)
  FROM law t JOIN pg_trigger g ON g.tgrelid = t.oid WHERE NOT g.tgisinternal AND g.tgconstraint = 0`;

const indexes = /* sql */ `
SELECT t.relname || '.' || i.relname, format('DROP INDEX stipple.%I', i.relname)
  FROM law t JOIN pg_index x ON x.indrelid = t.oid JOIN pg_class i ON i.oid = x.indexrelid
 WHERE x.indisunique AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.oid AND c.contype IN ('p', 'u'))`;

const generatedColumns = /* sql */ `
SELECT format('%s.%s generated', t.relname, a.attname),
       format('ALTER TABLE stipple.%1$I ALTER COLUMN %2$I DROP EXPRESSION; GRANT INSERT (%2$I), UPDATE (%2$I) ON stipple.%1$I TO stipple_app', t.relname, a.attname)
  FROM law t JOIN pg_attribute a ON a.attrelid = t.oid WHERE a.attgenerated <> ''`;

const rowSecurity = /* sql */ `
SELECT t.relname || ' ROW SECURITY', format('ALTER TABLE stipple.%I DISABLE ROW LEVEL SECURITY', t.relname) FROM law t WHERE t.relrowsecurity`;

/** Rights that were not given. A table that others refer to cannot be truncated alone, whoever may. */
const rights = /* sql */ `
SELECT t.relname || ' ' || r.name, format('GRANT %s ON stipple.%I TO stipple_app', r.name, t.relname)
  FROM law t CROSS JOIN (VALUES ('DELETE'), ('INSERT'), ('TRUNCATE'), ('UPDATE')) r (name)
 WHERE CASE r.name WHEN 'INSERT' THEN NOT has_any_column_privilege('stipple_app', t.oid, 'INSERT')
                   WHEN 'UPDATE' THEN EXISTS (SELECT FROM columns a WHERE a.attrelid = t.oid AND NOT has_column_privilege('stipple_app', t.oid, a.attnum, 'UPDATE'))
                   WHEN 'TRUNCATE' THEN NOT EXISTS (SELECT FROM pg_constraint c WHERE c.contype = 'f' AND c.confrelid = t.oid AND c.conrelid <> t.oid)
                   ELSE NOT has_table_privilege('stipple_app', t.oid, r.name) END
UNION ALL
SELECT format('%s INSERT %s', t.relname, a.attname), format('GRANT INSERT (%I) ON stipple.%I TO stipple_app', a.attname, t.relname)
  FROM law t JOIN columns a ON a.attrelid = t.oid
 WHERE has_any_column_privilege('stipple_app', t.oid, 'INSERT') AND NOT has_column_privilege('stipple_app', t.oid, a.attnum, 'INSERT')`;

/** Every guard of the law, as the catalog knows them. */
export async function discoverGuards(client: pg.ClientBase | pg.Pool): Promise<readonly Guard[]> {
  const { rows } = await client.query<Guard>(
    `WITH law AS (SELECT * FROM pg_class WHERE relnamespace = 'stipple'::regnamespace AND relkind = 'r' AND relname = ANY ($1)),
          columns AS (SELECT * FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = '')
     ${[constraints, triggers, indexes, generatedColumns, rowSecurity, rights].join('\nUNION ALL\n')} ORDER BY 1`,
    [[...lawTables]],
  );
  return rows;
}
