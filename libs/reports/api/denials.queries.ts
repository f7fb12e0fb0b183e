import type { DenialCell, DenialList, DenialQuery, DenialReport, DenialRow } from '@stipple/contracts';
import { ClinicDatabase, Principal, Statement } from '@stipple/database';
import { type DenialClass, type DenialCodes, denialReasonWords, reportedClassOf } from '@stipple/domain';

// What is counted, and what is not, stands in words in the domain's `denialDefinition`.

/** The reason as it is counted: the payer's code, or nothing when the payer gave none. */
const codeOf = `coalesce(r.denial_code, '')`;
/** What a class is read from. The domain reads it, so that a report and a case's page cannot differ. */
const readFrom = `jsonb_build_object('group', NULL, 'code', r.denial_code, 'remarks', to_jsonb(r.denial_remarks), 'kind', r.denial_kind)`;
const monthOf = (day: string) => `to_char(${day}, 'YYYY-MM')`;
/** A denial has a day of its own, which the database demands; it is the day of the decision. */
const decidedOn = `coalesce(r.denied_on, r.decided_on)`;

/** Twelve months up to the last day, which is today, unless the question names a range. */
const rangeSql = `(SELECT coalesce($2::date, (date_trunc('month', t.last) - interval '11 months')::date) AS from_on, t.last AS to_on
  FROM (SELECT coalesce($3::date, (now() AT TIME ZONE k.time_zone)::date) AS last FROM stipple.clinic k WHERE k.id = $1) t)`;

/**
 * Denied requests by month, payer and what was given as the reason, and what else the payers decided in the same months. Every request
 * counts once: its answer is final, and whoever asks again makes a new request.
 */
const reportSql = /* sql */ `
SELECT json_build_object('from', range.from_on, 'to', range.to_on, 'asOf', now(), 'cells', denied.cells, 'decisions', decided.cells,
    'firstDecisions', decided.decisions, 'firstDenials', decided.denials) AS report
  FROM ${rangeSql} range
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(cell ORDER BY cell.month, cell."payerName", cell.code), '[]') AS cells FROM (
      SELECT ${monthOf('r.denied_on')} AS month, y.id AS "payerId", y.name AS "payerName", ${codeOf} AS code, ${readFrom} AS "readFrom", count(*)::int AS count
        FROM stipple.auth_request r
        JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id)
        JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
       WHERE r.clinic_id = $1 AND r.state = 'denied' AND r.denied_on BETWEEN range.from_on AND range.to_on AND ($4::uuid IS NULL OR c.payer_id = $4)
       GROUP BY 1, 2, 3, 4, 5) cell) denied
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(cell ORDER BY cell.month, cell."payerName"), '[]') AS cells,
           coalesce(sum(cell.decisions), 0)::int AS decisions, coalesce(sum(cell.denials), 0)::int AS denials FROM (
      SELECT ${monthOf(decidedOn)} AS month, y.id AS "payerId", y.name AS "payerName", count(*)::int AS decisions,
             count(*) FILTER (WHERE r.state = 'denied')::int AS denials
        FROM stipple.auth_request r
        JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id)
        JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
       WHERE r.clinic_id = $1 AND r.state IN ('approved', 'partial', 'modified', 'denied')
         AND ${decidedOn} BETWEEN range.from_on AND range.to_on AND ($4::uuid IS NULL OR c.payer_id = $4)
       GROUP BY 1, 2, 3) cell) decided`;

export async function readDenialReport(
  db: ClinicDatabase,
  who: Principal,
  query: DenialQuery,
): Promise<DenialReport> {
  const values = [who.clinicId, query.from ?? null, query.to ?? null, query.payerId ?? null];
  const [row] = await db.read<{ report: CountedReport }>(who, {
    name: 'denial_report',
    planFor: 'values',
    text: reportSql,
    values,
  });
  if (row === undefined) throw new Error('a clinic has a report');
  return { ...row.report, cells: addedUp(row.report.cells) };
}

type Counted = Omit<DenialCell, 'reason' | 'denialClass'> & { readonly readFrom: DenialCodes };
interface CountedReport extends Omit<DenialReport, 'cells'> {
  readonly cells: readonly Counted[];
}

/** What comes to the same class of the same reason is one number, whatever remarks it came with. */
function addedUp(counted: readonly Counted[]): DenialCell[] {
  const cells = new Map<string, DenialCell>();
  for (const { readFrom: codes, ...one } of counted) {
    const cell = { ...one, ...meaning(codes) };
    const key = [one.month, one.payerId, one.code, cell.denialClass].join(' ');
    cells.set(key, { ...cell, count: cell.count + (cells.get(key)?.count ?? 0) });
  }
  return [...cells.values()];
}

/** $7 stands for a class: everything that it is read from in this clinic. */
const listSql = /* sql */ `
SELECT json_build_object('requestId', r.id, 'caseId', c.id, 'caseNumber', c.case_number, 'patientName', p.family_name || ', ' || p.given_name,
    'payerName', y.name, 'deniedOn', r.denied_on, 'code', ${codeOf}, 'readFrom', ${readFrom}, 'words', r.denial_words, 'stage', c.stage) AS row
  FROM ${rangeSql} range
  JOIN stipple.auth_request r ON r.clinic_id = $1 AND r.state = 'denied' AND r.denied_on BETWEEN range.from_on AND range.to_on
  JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id)
  JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
 WHERE ($4::uuid IS NULL OR c.payer_id = $4) AND ($5::text IS NULL OR ${codeOf} = $5) AND ($6::text IS NULL OR ${monthOf('r.denied_on')} = $6)
   AND ($7::jsonb IS NULL OR ${readFrom} IN (SELECT jsonb_array_elements($7)))
 ORDER BY r.denied_on DESC, r.id`;

async function listValues(db: ClinicDatabase, who: Principal, query: DenialQuery): Promise<unknown[]> {
  const { from, to, payerId, reason, month, denialClass } = query;
  const asked = [from, to, payerId, reason, month].map((one) => one ?? null);
  return [who.clinicId, ...asked, denialClass ? JSON.stringify(await readAs(db, who, denialClass)) : null];
}

/** Of all that denials of the clinic came with, what reads as one class. */
async function readAs(
  db: ClinicDatabase,
  who: Principal,
  denialClass: DenialClass,
): Promise<readonly DenialCodes[]> {
  const text = `SELECT DISTINCT ${readFrom} AS codes FROM stipple.auth_request r WHERE r.clinic_id = $1 AND r.state = 'denied'`;
  const statement = { name: 'denials_read_from', text, values: [who.clinicId] };
  const all = await db.read<{ codes: DenialCodes }>(who, statement);
  return all.map(({ codes }) => codes).filter((codes) => reportedClassOf(codes) === denialClass);
}

/** The very cases behind a number: the first 200, and how many there are in all. */
export async function readDenials(
  db: ClinicDatabase,
  who: Principal,
  query: DenialQuery,
): Promise<DenialList> {
  const note = { action: 'denials.read', subject: 'auth_request', subjectId: null, caseId: null };
  const text = `SELECT (SELECT coalesce(json_agg(t.row), '[]') FROM (SELECT * FROM (${listSql}) l LIMIT 200) t) AS rows, (SELECT count(*)::int FROM (${listSql}) l) AS total`;
  const [found] = await db.read<{ rows: ListedDenial[]; total: number }>(
    who,
    { name: 'denial_list', planFor: 'values', text, values: await listValues(db, who, query) },
    note,
  );
  return { rows: (found?.rows ?? []).map(withMeaning), total: found?.total ?? 0 };
}

/** The statement behind the CSV; it is streamed and has no limit. */
export async function denialExport(
  db: ClinicDatabase,
  who: Principal,
  query: DenialQuery,
): Promise<Statement> {
  return {
    name: 'denial_export',
    planFor: 'values',
    text: listSql,
    values: await listValues(db, who, query),
  };
}

export type ListedDenial = Omit<DenialRow, 'reason' | 'denialClass'> & { readonly readFrom: DenialCodes };

export function withMeaning({ readFrom: codes, ...row }: ListedDenial): DenialRow {
  return { ...row, ...meaning(codes) };
}

function meaning(codes: DenialCodes): Pick<DenialRow, 'reason' | 'denialClass'> {
  return { reason: denialReasonWords(codes.code), denialClass: reportedClassOf(codes) };
}
