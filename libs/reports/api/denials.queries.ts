import type { DenialList, DenialQuery, DenialReport, DenialRow, MetricQuery } from '@stipple/contracts';
import type { ClinicDatabase, Principal, Statement } from '@stipple/database';
import { type DenialClass, denialReasonWords } from '@stipple/domain';
import { readCells } from './metrics/groups.queries';
import { type RawItem, itemOf, itemsStatement, readRawItems } from './metrics/items.queries';

/** Denied requests by month, payer, reason and class, and what else the payers decided in the same months. */
export async function readDenialReport(
  db: ClinicDatabase,
  who: Principal,
  { from, to, payerId }: DenialQuery,
): Promise<DenialReport> {
  const query: MetricQuery = { mode: 'event', from, to, payerId };
  const [denials, decisions] = await Promise.all([
    readCells(db, who, 'denials', { query, by: ['month', 'payer', 'reason', 'class'] }),
    readCells(db, who, 'denial_rate', { query, by: ['month', 'payer'] }),
  ]);
  return {
    from: decisions.from,
    to: decisions.to,
    asOf: decisions.asOf,
    firstDecisions: decisions.figure.whole,
    firstDenials: decisions.figure.part,
    cells: denials.cells.map(({ keys: [month, payer, reason, denialClass], whole }) => ({
      month: month?.key ?? '',
      payerId: payer?.key ?? '',
      payerName: payer?.name ?? '',
      code: reason?.key ?? '',
      reason: denialReasonWords(reason?.key || null),
      denialClass: denialClass?.key as DenialClass,
      count: whole,
    })),
    decisions: decisions.cells.map(({ keys: [month, payer], part, whole }) => ({
      month: month?.key ?? '',
      payerId: payer?.key ?? '',
      payerName: payer?.name ?? '',
      decisions: whole,
      denials: part,
    })),
  };
}

/** The very cases behind a number: the first 200, and how many there are in all. */
export async function readDenials(
  db: ClinicDatabase,
  who: Principal,
  query: DenialQuery,
): Promise<DenialList> {
  const { rows, total } = await readRawItems(db, who, denialsOf(query), {
    after: null,
    most: 200,
    action: 'denials.read',
  });
  return { rows: rows.map(denialRow), total };
}

/** The statement behind the CSV; it is streamed and has no limit. */
export function denialExport(db: ClinicDatabase, who: Principal, query: DenialQuery): Promise<Statement> {
  return itemsStatement(db, who, denialsOf(query));
}

const denialsOf = (query: DenialQuery) =>
  ({ metric: 'denials', side: 'whole', query: { mode: 'event', ...query } }) as const;

export function denialRow(raw: RawItem): DenialRow {
  const { requestId, caseId, caseNumber, patientName, payerName, day, code, reason, words, stage, ...item } =
    itemOf(raw);
  const denialClass = item.denialClass ?? 'unclassified';
  return {
    requestId,
    caseId,
    caseNumber,
    patientName,
    payerName,
    deniedOn: day,
    code,
    reason,
    denialClass,
    words: words ?? '',
    stage,
  };
}
