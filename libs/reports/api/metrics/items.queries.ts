import type { MetricItem, MetricItemQuery, MetricItems, MetricQuery } from '@stipple/contracts';
import type { AuditNote, ClinicDatabase, Principal, Reads, Statement } from '@stipple/database';
import { type MetricKey, denialReasonWords, metricOf } from '@stipple/domain';
import { asStatement, meaningOf } from './as-statement';
import { type ItemPlace, cursorOf, placeOf } from './item-place';
import { countingOf } from './measures';
import { type Meaning, MetricRows } from './metric-rows';
import { rangeOf } from './report-range';

/** One of what a metric counts, as PostgreSQL builds it: with what its class is read from. */
export interface RawItem extends Omit<MetricItem, 'code' | 'reason' | 'denialClass' | 'avoidable'> {
  readonly code: string | null;
  readonly readFrom: Meaning['from'] | null;
}

/** The very cases behind a figure or a cell: which, is said by the filters that a cell’s keys are. */
export interface ItemQuestion {
  readonly metric: MetricKey;
  readonly query: MetricQuery;
  readonly side: MetricItemQuery['side'];
}

const pageSize = 50;

/** One page of them, the newest first, and how many there are in all. */
export async function readItems(
  db: ClinicDatabase,
  who: Principal,
  question: ItemQuestion,
  after?: string,
): Promise<MetricItems> {
  const { metric, query } = question;
  const { rows, total } = await readRawItems(db, who, question, {
    after: after === undefined ? null : placeOf(after),
    most: pageSize + 1,
    action: 'metric_cases.read',
  });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const { mode } = countingOf(metric, query.mode);
  return {
    figure: { metric, version: metricOf(metric).versions[0].version, mode },
    rows: shown.map(itemOf),
    total,
    next: last ? cursorOf([last.day, last.id]) : null,
  };
}

async function readRawItems(
  db: ClinicDatabase,
  who: Principal,
  question: ItemQuestion,
  page: { readonly after: ItemPlace | null; readonly most: number; readonly action: string },
): Promise<{ readonly rows: readonly RawItem[]; readonly total: number }> {
  const { rows, counted } = rowsBehind(who, question);
  const total = `SELECT count(*)::int ${rows.text(counted)}`;
  const { day, id } = rows.population;
  const beyond =
    page.after === null
      ? 'true'
      : `(${day} < ${rows.add('date', page.after[0])} OR ${day} = ${rows.add('date', page.after[0])} AND ${id} > ${rows.add('uuid', page.after[1])})`;
  const items = `${itemsSql(rows, question.metric, counted, beyond)} LIMIT ${page.most}`;
  const text = `SELECT (${total}) AS total, (SELECT coalesce(json_agg(i.item ORDER BY i.day DESC, i.id), '[]') FROM (${items}) i) AS rows`;
  const statement = await asStatement(db.readsOf(who), rows, text);
  const note: AuditNote = { action: page.action, subject: 'auth_request', subjectId: null, caseId: null };
  const [found] = await db.read<{ rows: readonly RawItem[]; total: number }>(who, statement, note);
  if (found === undefined) throw new Error('a clinic has a report');
  return found;
}

/** All of them, as `item`, for a file; they are streamed and have no limit. */
export async function itemsStatement(
  reads: Reads,
  who: Principal,
  question: ItemQuestion,
): Promise<Statement> {
  const { rows, counted } = rowsBehind(who, question);
  return asStatement(reads, rows, itemsSql(rows, question.metric, counted));
}

/** How many they are, and as of when. */
export function itemCountStatement(reads: Reads, who: Principal, question: ItemQuestion): Promise<Statement> {
  const { rows, counted } = rowsBehind(who, question);
  return asStatement(reads, rows, `SELECT count(*)::int AS total, now() AS "asOf" ${rows.text(counted)}`);
}

function rowsBehind(who: Principal, { metric, query, side }: ItemQuestion) {
  const rows = new MetricRows(who, rangeOf(query, who), query, [metric]);
  return { rows, counted: rows.sides(metric)[side] };
}

function itemsSql(rows: MetricRows, metric: MetricKey, ...counted: readonly string[]): string {
  const { day, id, outcome } = rows.population;
  rows.need('people', 'request', 'withheld');
  return /* sql */ `SELECT ${day} AS day, ${id} AS id, json_build_object('id', ${id}, 'requestId', r.id, 'caseId', c.id, 'caseNumber', c.case_number,
    'patientName', p.family_name || ', ' || p.given_name, 'payerName', y.name, 'day', ${day}, 'outcome', ${outcome}, 'code', r.reason, 'readFrom', r.read_from,
    'words', coalesce(x.denial_words, w.words), 'physicianName', f.name, 'coordinatorName', o.name, 'stage', c.stage, 'value', ${rows.sides(metric).value ?? 'NULL'}) AS item
  ${rows.text(...counted)} ORDER BY ${day} DESC, ${id}`;
}

export function itemOf({ code, readFrom, ...item }: RawItem): MetricItem {
  const meaning = readFrom && meaningOf(readFrom);
  return {
    ...item,
    code: code ?? '',
    reason: code === null ? '' : denialReasonWords(code || null),
    denialClass: meaning?.class ?? null,
    avoidable: meaning?.avoidable ?? null,
  };
}
