import type { DenialList, DenialQuery, DenialReport, DenialRow } from '@stipple/contracts';
import { ClinicDatabase, Principal, Statement } from '@stipple/database';
import { denialClassOf, denialReasonWords, denialReasons } from '@stipple/domain';

// What is counted, and what is not, stands in words in the domain's `denialDefinition`.

/** The reason as it is counted: the payer's code, or nothing when the payer gave none. */
const codeOf = `coalesce(r.denial_code, '')`;
const monthOf = (day: string) => `to_char(${day}, 'YYYY-MM')`;
/** A denial has a day of its own, which the database demands; it is the day of the decision. */
const decidedOn = `coalesce(r.denied_on, r.decided_on)`;

/** Twelve months up to the last day, which is today, unless the question names a range. */
const rangeSql = `(SELECT coalesce($2::date, (date_trunc('month', t.last) - interval '11 months')::date) AS from_on, t.last AS to_on
  FROM (SELECT coalesce($3::date, (now() AT TIME ZONE k.time_zone)::date) AS last FROM stipple.clinic k WHERE k.id = $1) t)`;

/**
 * Denied requests by month, payer and reason, and what else the payers decided in the same months. Every request
 * counts once: its answer is final, and whoever asks again makes a new request.
 */
const reportSql = /* sql */ `
SELECT json_build_object('from', range.from_on, 'to', range.to_on, 'asOf', now(), 'cells', denied.cells, 'decisions', decided.cells,
    'firstDecisions', decided.decisions, 'firstDenials', decided.denials) AS report
  FROM ${rangeSql} range
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(cell ORDER BY cell.month, cell."payerName", cell.code), '[]') AS cells FROM (
      SELECT ${monthOf('r.denied_on')} AS month, y.id AS "payerId", y.name AS "payerName", ${codeOf} AS code, count(*)::int AS count
        FROM stipple.auth_request r
        JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id)
        JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
       WHERE r.clinic_id = $1 AND r.state = 'denied' AND r.denied_on BETWEEN range.from_on AND range.to_on AND ($4::uuid IS NULL OR c.payer_id = $4)
       GROUP BY 1, 2, 3, 4) cell) denied
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
  const [row] = await db.read<{ report: DenialReport }>(who, {
    name: 'denial_report',
    planFor: 'values',
    text: reportSql,
    values,
  });
  if (row === undefined) throw new Error('a clinic has a report');
  const cells = row.report.cells.map((cell) => ({ ...cell, ...meaning(cell.code) }));
  return { ...row.report, cells };
}

/** $7 and $8 stand for a class of reasons: its codes, or every code that has a class, when it is those without. */
const listSql = /* sql */ `
SELECT json_build_object('requestId', r.id, 'caseId', c.id, 'caseNumber', c.case_number, 'patientName', p.family_name || ', ' || p.given_name,
    'payerName', y.name, 'deniedOn', r.denied_on, 'code', ${codeOf}, 'words', r.denial_words, 'stage', c.stage) AS row
  FROM ${rangeSql} range
  JOIN stipple.auth_request r ON r.clinic_id = $1 AND r.state = 'denied' AND r.denied_on BETWEEN range.from_on AND range.to_on
  JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id)
  JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
 WHERE ($4::uuid IS NULL OR c.payer_id = $4) AND ($5::text IS NULL OR ${codeOf} = $5) AND ($6::text IS NULL OR ${monthOf('r.denied_on')} = $6)
   AND ($7::text[] IS NULL OR ${codeOf} = ANY ($7)) AND ($8::text[] IS NULL OR NOT ${codeOf} = ANY ($8))
 ORDER BY r.denied_on DESC, r.id`;

function listValues(who: Principal, query: DenialQuery): unknown[] {
  const { denialClass } = query;
  const codes = denialReasons
    .filter((reason) => denialClass === 'unclassified' || reason.denialClass === denialClass)
    .map((reason) => reason.code);
  return [
    who.clinicId,
    query.from ?? null,
    query.to ?? null,
    query.payerId ?? null,
    query.reason ?? null,
    query.month ?? null,
    denialClass === undefined || denialClass === 'unclassified' ? null : codes,
    denialClass === 'unclassified' ? codes : null,
  ];
}

/** The very cases behind a number: the first 200, and how many there are in all. */
export async function readDenials(
  db: ClinicDatabase,
  who: Principal,
  query: DenialQuery,
): Promise<DenialList> {
  const note = { action: 'denials.read', subject: 'auth_request', subjectId: null, caseId: null };
  const text = `SELECT (SELECT coalesce(json_agg(t.row), '[]') FROM (SELECT * FROM (${listSql}) l LIMIT 200) t) AS rows, (SELECT count(*)::int FROM (${listSql}) l) AS total`;
  const [found] = await db.read<{ rows: DenialRow[]; total: number }>(
    who,
    { name: 'denial_list', planFor: 'values', text, values: listValues(who, query) },
    note,
  );
  return { rows: (found?.rows ?? []).map(withMeaning), total: found?.total ?? 0 };
}

/** The statement behind the CSV; it is streamed and has no limit. */
export function denialExport(who: Principal, query: DenialQuery): Statement {
  return { name: 'denial_export', planFor: 'values', text: listSql, values: listValues(who, query) };
}

export function withMeaning(row: DenialRow): DenialRow {
  return { ...row, ...meaning(row.code) };
}

function meaning(code: string) {
  const known = code === '' ? null : code;
  return { reason: denialReasonWords(known), denialClass: denialClassOf(known) };
}
