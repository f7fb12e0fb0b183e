import type { SearchHits, SearchQuery } from '@stipple/contracts';
import { ClinicDatabase, Principal, Statement } from '@stipple/database';
import { needleOf, searchHits } from './search-hits';

const mostCases = 8;
const mostPatients = 5;
/** So many of each kind are looked at to choose those from: who finds more types more. */
const enough = 200;

/** Cases as hits, `found` being where they come from: its case_id, found_by, and what to list first. */
function casesSql(found: string): string {
  return /* sql */ `(SELECT coalesce(json_agg(json_build_object('id', c.id, 'number', c.case_number,
    'patientName', p.family_name || ', ' || p.given_name, 'recordNumber', p.record_number, 'payerName', y.name,
    'procedureCode', c.procedure_code, 'bodySite', c.body_site, 'side', c.side, 'stage', c.stage, 'foundBy', c.found_by)
    ORDER BY c.rank, c.state DESC, c.case_number DESC), '[]')
  FROM (SELECT c.*, found.found_by, found.rank FROM (${found}) found JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = ($1, found.case_id)
    ORDER BY found.rank, c.state DESC, c.case_number DESC LIMIT ${mostCases}) c
  JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id))`;
}

/** Patients by name, record number or member id, with how many cases each has; the living only. */
function patientsSql(typed: string, inside: string): string {
  return /* sql */ `(SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.family_name || ', ' || p.given_name,
    'recordNumber', p.record_number, 'birthDate', p.birth_date, 'foundBy', p.found_by, 'openCases', k.open, 'cases', k.all,
    'onlyCaseId', CASE WHEN k.all = 1 THEN k.one END) ORDER BY p.rank, lower(p.family_name), lower(p.given_name), p.id), '[]')
  FROM (SELECT p.*, found.found_by, found.rank
    FROM (SELECT DISTINCT ON (patient_id) patient_id AS id, found_by, rank FROM stipple.patients_found(${typed}::text, ${inside}::text, ${enough}) ORDER BY patient_id, rank) found
    JOIN stipple.patient p ON (p.clinic_id, p.id) = ($1, found.id) WHERE p.died_on IS NULL
    ORDER BY found.rank, lower(p.family_name), lower(p.given_name), p.id LIMIT ${mostPatients}) p,
  LATERAL (SELECT count(*) AS all, count(*) FILTER (WHERE c.state = 'open') AS open, min(c.id::text) AS one
    FROM stipple.treatment_case c WHERE c.clinic_id = p.clinic_id AND c.patient_id = p.id) k)`;
}

/** What was typed, among cases and, for whoever may read the roster, patients. */
function typed(who: Principal, q: string): Statement {
  const values: unknown[] = [who.clinicId];
  const value = (one: unknown) => `$${values.push(one)}`;
  const cases = casesSql(searchHits(q, value, enough));
  const { typed, inside } = needleOf(q);
  const mayReadRoster = who.roles.some((role) => role === 'coordinator' || role === 'physician');
  const patients = mayReadRoster ? patientsSql(value(typed), value(inside)) : `'[]'::json`;
  const text = `SELECT json_build_object('cases', ${cases}, 'patients', ${patients}) AS hits`;
  return { name: mayReadRoster ? 'search_all' : 'search_cases', text, values };
}

/** Nothing typed: cases by their ids in the order given, or those of one patient. */
function named({ clinicId }: Principal, { cases, patientId }: SearchQuery): Statement {
  const [name, found, value] = patientId
    ? [
        'search_patient',
        'SELECT c.id, NULL, 1 FROM stipple.treatment_case c WHERE c.clinic_id = $1 AND c.patient_id = $2',
        patientId,
      ]
    : [
        'search_named',
        'SELECT t.id, NULL, t.rank FROM unnest($2::uuid[]) WITH ORDINALITY t (id, rank)',
        cases ?? [],
      ];
  const hits = casesSql(`SELECT * FROM (${found}) n (case_id, found_by, rank)`);
  return {
    name,
    text: `SELECT json_build_object('cases', ${hits}, 'patients', '[]'::json) AS hits`,
    values: [clinicId, value],
  };
}

/** Whatever somebody may have on a slip of paper, in one round trip. */
export async function search(
  db: ClinicDatabase,
  who: Principal,
  q: string,
  query: SearchQuery,
): Promise<SearchHits> {
  const statement = q === '' ? named(who, query) : typed(who, q);
  const note = {
    action: 'search.read',
    subject: 'treatment_case',
    subjectId: null,
    caseId: null,
    detail: { searched: q !== '' },
  };
  const [row] = await db.read<{ hits: SearchHits }>(who, statement, note);
  if (row === undefined) throw new Error('a search has an answer');
  return row.hits;
}
