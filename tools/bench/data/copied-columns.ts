import type pg from 'pg';

/** What all copies of a clinic share: the clinic itself, its payers and what they ask, its prices, and its files. */
const shared: readonly string[] = [
  'clinic',
  'payer',
  'payer_profile',
  'payer_line',
  'payer_clock',
  'payer_channel',
  'policy_version',
  'billing_identity',
  'price_item',
  'stored_file',
  'stored_picture',
  // The chain is one for the clinic; it is written anew over what was copied.
  'audit_entry',
  'audit_head',
  // Sums are the clinic's, and so are the notes of what they lack: a trigger writes them for copies as well.
  'reported_day',
  'reported_sum',
  'reported_day_changed',
];

/** Ids of what is shared are no copy's own. */
const sharedIds: readonly string[] = ['clinic_id', 'payer_id', 'policy_version_id'];

/** Numbered by the database itself. */
const numbered: readonly string[] = ['case_event.position', 'case_event.tx'];

/** What somebody may have on a slip of paper: the copy's number stands before it, so that it still names one case. */
const identifiers: readonly string[] = [
  'patient.record_number',
  'coverage.member_id',
  'payer_authorization.number',
  'auth_request.payer_reference',
  'auth_request.submission_reference',
  'auth_request.phone_reference',
  'benefit_call.reference_number',
  'staff.email',
  'room.name',
];

/** What is copied otherwise than as it is. `copy` is the number of the copy, as SQL. */
const otherwise: Readonly<Record<string, (copy: string) => string>> = {
  'treatment_case.case_number': (copy) => `t.case_number + ${copy} * bench.told_cases()`,
  // A family of other given names in every copy: nobody’s name is found as often as there are copies.
  'patient.given_name': (copy) => `bench.given_name(t.id, ${copy})`,
  'task.watch_key': (copy) => `bench.copies_in(t.watch_key, ${copy})`,
};

export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The same columns as they are in the copy, read from the row `t`. */
  readonly values: readonly string[];
}

/** Every table whose rows belong to one clinic and to one copy of it, as the catalog has them. */
export async function copiedTables(client: pg.ClientBase, copy: string): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; types: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns, array_agg(a.atttypid::regtype::text ORDER BY a.attnum) AS types
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'stipple'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND c.relname <> ALL ($1) AND c.relname || '.' || a.attname <> ALL ($2)
      GROUP BY c.relname HAVING bool_or(a.attname = 'clinic_id') ORDER BY c.relname`,
    [shared, numbered],
  );
  return rows.map(({ name, columns, types }) => ({
    name,
    columns,
    values: columns.map((column, at) => valueOf(`${name}.${column}`, types[at] ?? '', copy)),
  }));
}

function valueOf(path: string, type: string, copy: string): string {
  const column = `t.${path.slice(path.indexOf('.') + 1)}`;
  const special = otherwise[path];
  if (special) return special(copy);
  if (identifiers.includes(path)) return `${copy} || '-' || ${column}`;
  if (sharedIds.includes(path.slice(path.indexOf('.') + 1))) return column;
  if (type === 'uuid') return idOf(column, copy);
  if (type === 'uuid[]')
    return `CASE WHEN ${column} IS NOT NULL THEN ARRAY(SELECT ${idOf('i', copy)} FROM unnest(${column}) i) END`;
  return column;
}

/** The copy's number takes the place of the last eight digits; what remains is the moment and 42 thrown bits. */
const idOf = (id: string, copy: string) =>
  `overlay(${id}::text PLACING lpad(to_hex(${copy}), 8, '0') FROM 29)::uuid`;

/** What the copying statements call; gone with their schema when the data is whole. */
export const helpersSql = /* sql */ `
CREATE SCHEMA bench;
CREATE TABLE bench.told AS SELECT next_case_number FROM stipple.clinic;
CREATE FUNCTION bench.told_cases() RETURNS int STABLE LANGUAGE sql AS 'SELECT next_case_number - 1 FROM bench.told';
CREATE TABLE bench.named AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS of, given_name FROM stipple.patient;
CREATE UNIQUE INDEX ON bench.named (id);
CREATE UNIQUE INDEX ON bench.named (at);
ANALYZE bench.named;
CREATE FUNCTION bench.given_name(patient uuid, copy int) RETURNS text STABLE LANGUAGE sql AS
  'SELECT other.given_name FROM bench.named one JOIN bench.named other ON other.at = (one.at + copy * 31) % one.of WHERE one.id = patient';
CREATE FUNCTION bench.copies_in(words text, copy int) RETURNS text STABLE LANGUAGE sql AS
  $$SELECT regexp_replace(words, '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})[0-9a-f]{8}', '\\1' || lpad(to_hex(copy), 8, '0'), 'g')$$;`;
