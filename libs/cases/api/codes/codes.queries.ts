import type { CodeLists, DiagnosisHits, ProcedureView } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import { normalizeDiagnosis } from '@stipple/domain';
import { codesOnFileJson } from '@stipple/moves';
import { likeText } from '../search-hits';

/** A day that was not given is today, where the clinic is. */
const dayOr = (value: string) =>
  `coalesce(${value}::date, (SELECT (now() AT TIME ZONE k.time_zone)::date FROM stipple.clinic k WHERE k.id = $1))`;

/** Of the list that holds on the day, or ours where a code of that list has been described in our own words. */
const inList = /* sql */ `d.fiscal_year IN (list.year, 0) AND EXISTS (SELECT FROM stipple.diagnosis_code v WHERE (v.code, v.fiscal_year) = (d.code, list.year))`;

/**
 * The list is the official one of the day’s year where it is loaded, else the shipped one. $3: exact codes, found in
 * any list; $4: beginning of a code; $5 and $6: the longest of the words as a pattern, which the index looks up, and
 * all of them.
 */
const diagnosesSql = /* sql */ `
WITH asked AS (SELECT ${dayOr('$2')} AS on_day),
list AS (
  SELECT asked.on_day, coalesce((SELECT l.fiscal_year FROM stipple.diagnosis_list l
    WHERE l.fiscal_year = extract(year FROM asked.on_day + interval '3 months')::int), 0) AS year FROM asked
),
hits AS (
  SELECT d.* FROM stipple.diagnosis_code d WHERE d.code = ANY ($3::text[])
  UNION ALL
  SELECT d.* FROM stipple.diagnosis_code d, list WHERE $4 <> '' AND d.code >= $4 AND d.code < $4 || '~' AND ${inList}
  UNION ALL
  SELECT d.* FROM stipple.diagnosis_code d, list WHERE lower(d.words) LIKE $5 AND lower(d.words) LIKE ALL ($6::text[]) AND ${inList}
),
best AS (
  SELECT code, row_number() OVER (ORDER BY array_position($3::text[], code), CASE WHEN $4 <> '' THEN code END,
           bool_or(billable) DESC, bool_or(fiscal_year = 0) DESC, min(length(words)), code) AS place
    FROM hits GROUP BY code ORDER BY place LIMIT 30
)
SELECT (SELECT on_day FROM list)::text AS on, (SELECT coalesce(json_agg(code ORDER BY place), '[]') FROM best) AS found,
       ${codesOnFileJson('(SELECT array_agg(code) FROM best)::text[]')} AS known`;

interface Found {
  readonly on: string;
  readonly found: string[];
  readonly known: Pick<DiagnosisHits, 'years' | 'diagnoses'>;
}

/** Finds by the beginning of a code, by several codes at once (`L90.5, M24.541`), or by words. */
export async function searchDiagnoses(
  db: ClinicDatabase,
  who: Principal,
  { q, on }: { readonly q: string; readonly on?: string },
): Promise<DiagnosisHits> {
  const { exact, begins, words } = whatIsMeant(q);
  const [longest = null] = words.toSorted((one, other) => other.length - one.length);
  const [row] = await db.read<Found>(who, {
    name: 'diagnoses',
    planFor: 'values',
    text: diagnosesSql,
    values: [who.clinicId, on ?? null, exact, begins, longest, words],
  });
  if (row === undefined) throw new Missing('clinic');
  return { on: row.on, found: row.found, ...row.known };
}

/** Text that begins as a code does, with a letter and a digit, is one. */
function whatIsMeant(q: string): { exact: string[]; begins: string; words: string[] } {
  const parts = q.split(/[\s,;]+/).filter((part) => part !== '');
  const codes = parts.flatMap((part) => normalizeDiagnosis(part) ?? []);
  if (codes.length > 1 && codes.length === parts.length) return { exact: codes, begins: '', words: [] };
  const [only = ''] = parts;
  if (parts.length === 1 && /^[a-z]\d[\da-z.]*$/i.test(only))
    return { exact: codes, begins: withDot(only), words: [] };
  const words = parts.slice(0, 8).map((part) => `%${likeText(part.toLowerCase())}%`);
  return { exact: [], begins: '', words };
}

/** `m245` → `M24.5`, however short. */
function withDot(typed: string): string {
  const compact = typed.toUpperCase().replaceAll('.', '');
  return compact.length <= 3 ? compact : `${compact.slice(0, 3)}.${compact.slice(3)}`;
}

const proceduresSql = /* sql */ `
SELECT coalesce(json_agg(json_build_object('code', p.code, 'words', p.words, 'use', p.use, 'comparators', p.comparators, 'note', p.note,
         'opensOn', p.opens_on, 'closesOn', p.closes_on)
         ORDER BY array_position('{asked,not_this,history}', p.use), p.code <> '17999', p.code), '[]') AS procedures
  FROM stipple.procedure_code p, (SELECT ${dayOr('$2')} AS day) asked
 WHERE p.opens_on <= asked.day AND coalesce(p.closes_on, 'infinity') >= asked.day`;

/** The procedure codes that are valid on a day: first what may be asked for. */
export async function readProcedures(
  db: ClinicDatabase,
  who: Principal,
  on?: string,
): Promise<readonly ProcedureView[]> {
  const values = [who.clinicId, on ?? null];
  const [row] = await db.read<{ procedures: ProcedureView[] }>(who, {
    name: 'procedures',
    planFor: 'values',
    text: proceduresSql,
    values,
  });
  return row?.procedures ?? [];
}

const listsSql = /* sql */ `
SELECT ${dayOr('NULL')}::text AS today,
  (SELECT json_agg(json_build_object('fiscalYear', fiscal_year, 'fileName', file_name, 'codes', codes, 'billable', billable, 'loadedAt', loaded_at)
     ORDER BY fiscal_year DESC) FROM stipple.diagnosis_list) AS lists`;

/** Which lists are at hand, the newest year first and the shipped one last. */
export async function readCodeLists(db: ClinicDatabase, who: Principal): Promise<CodeLists> {
  const [row] = await db.read<CodeLists>(who, { name: 'code_lists', text: listsSql, values: [who.clinicId] });
  if (row === undefined) throw new Missing('clinic');
  return row;
}
