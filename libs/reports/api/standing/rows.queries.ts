import type { StandingRow, StandingRows, StandingRowsQuery } from '@stipple/contracts';
import type { AuditNote, ClinicDatabase, Principal, Statement } from '@stipple/database';
import { type StandingList, auditWords, unitsLeft } from '@stipple/domain';
import { cursorOf, placeOf } from './row-place';
import { type StandingFilters, askedRows } from './standing-rows';
import { today } from './standing-values';

/** A row as PostgreSQL builds it: without what is left, which is booking's rule, and with a move where it is about one. */
export interface RawRow extends Omit<StandingRow, 'units'> {
  readonly ordinal: number;
  readonly units: { readonly units: number; readonly performed: number; readonly scheduled: number } | null;
}

/** Which rows: a list, and all that narrows it. */
export interface RowsQuestion {
  readonly list: StandingList;
  readonly filters: StandingFilters;
}

const pageSize = 50;

/** One page of them, the most pressing first, and how many there are in all. */
export async function readStandingRows(
  db: ClinicDatabase,
  who: Principal,
  { list, after, ...filters }: StandingRowsQuery,
): Promise<StandingRows> {
  const { sql, values } = await askedRows(db, who, list, filters);
  const place = after === undefined ? null : placeOf(after);
  const beyond =
    place === null
      ? 'true'
      : `(s.ordinal, s.id) > (${values.add('int', place[0])}, ${values.add('text', place[1])})`;
  const text = /* sql */ `WITH counted AS MATERIALIZED (${sql})
SELECT ${today}::text AS today, (SELECT count(*)::int FROM counted) AS total, (SELECT coalesce(json_agg(l.row ORDER BY l.ordinal, l.id), '[]')
  FROM (${told(`(SELECT * FROM counted s WHERE ${beyond} ORDER BY s.ordinal, s.id LIMIT ${pageSize + 1})`)}) l) AS rows`;
  const note: AuditNote = {
    action: 'standing.read',
    subject: 'treatment_case',
    subjectId: null,
    caseId: null,
  };
  const [found] = await db.read<{ today: string; total: number; rows: readonly RawRow[] }>(
    who,
    values.statement(text),
    { ...note, detail: { list } },
  );
  if (found === undefined) throw new Error('an aggregate has one row');
  const shown = found.rows.slice(0, pageSize);
  const last = found.rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    list,
    today: found.today,
    rows: shown.map((row) => rowOf(list, row)),
    total: found.total,
    next: last ? cursorOf([last.ordinal, last.id]) : null,
  };
}

/** All of them, as `row`, for a file, and how many they are; both are read in one snapshot. */
export async function fileStatements(
  db: ClinicDatabase,
  who: Principal,
  { list, filters }: RowsQuestion,
): Promise<{ readonly rows: Statement; readonly count: Statement }> {
  const { sql, values } = await askedRows(db, who, list, filters);
  const total = `SELECT count(*)::int AS total, now() AS "asOf" FROM (${sql}) s`;
  return {
    rows: values.statement(`${told(`(${sql})`)} ORDER BY s.ordinal, s.id`),
    count: values.statement(total),
  };
}

/** Rows of `from` with who they are about, by name. */
const told = (
  from: string,
) => /* sql */ `SELECT s.ordinal, s.id, json_build_object('id', s.id, 'ordinal', s.ordinal, 'caseId', c.id, 'caseNumber', c.case_number,
    'patientName', p.family_name || ', ' || p.given_name, 'payerName', y.name, 'physicianName', f.name, 'coordinatorName', o.name,
    'part', s.part, 'day', s.day, 'days', s.days, 'cents', s.cents, 'procedureCode', s.procedure_code,
    'units', CASE WHEN s.units IS NOT NULL THEN json_build_object('units', s.units, 'performed', s.performed, 'scheduled', s.scheduled) END,
    'about', s.about, 'personName', w.name, 'agreementId', s.agreement_id, 'opensOn', s.opens_on) AS row
  FROM ${from} s
  JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (s.clinic_id, s.case_id)
  JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
  JOIN stipple.staff f ON (f.clinic_id, f.id) = (c.clinic_id, c.physician_id)
  LEFT JOIN stipple.staff o ON (o.clinic_id, o.id) = (c.clinic_id, c.owner_id)
  LEFT JOIN stipple.staff w ON (w.clinic_id, w.id) = (s.clinic_id, s.person_id)`;

export function rowOf(list: StandingList, { ordinal: _, units, ...row }: RawRow): StandingRow {
  return {
    ...row,
    units: units && {
      ...units,
      left: unitsLeft({ units: units.units, used: units.performed, held: units.scheduled }),
    },
    about: list === 'recorded_steps' ? auditWords(row.about) : row.about,
  };
}
