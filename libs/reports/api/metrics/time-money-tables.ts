import type { MetricCell, MetricGroups } from '@stipple/contracts';
import {
  type AvoidableCause,
  type MetricDimension,
  countedCauses,
  dimensionWords,
  metricOf,
  moneyMetrics,
  preventionWords,
  timeMetrics,
} from '@stipple/domain';
import type { Cell, Column, Table } from '@stipple/files';
import { shareColumns, tableOf } from './figures-table';

/** Whose time it was, with the median days of payers beside it. @param groups of the times, then of payer days */
export function timeTable(by: MetricDimension, groups: readonly MetricGroups[]): Table {
  const times = timeMetrics.map((metric) => metricOf(metric).name);
  const columns = [
    textColumn(dimensionWords[by]),
    numberColumn('Cases (n)'),
    ...times.map((name) => numberColumn(`${name}, seconds`)),
    ...times.map((name) => numberColumn(`${name}, days`)),
    numberColumn(`${metricOf('payer_days').name}, median`),
    numberColumn(`${metricOf('payer_days').name}, n`),
  ];
  const rows = sideBySide(by, groups).map(({ name, cells: [payer, clinic, open, days] }) => {
    const seconds = [payer, clinic, open].map((cell) => cell?.seconds ?? null);
    return [
      name,
      open?.whole ?? 0,
      ...seconds,
      ...seconds.map(inDays),
      days?.median ?? null,
      days?.whole ?? 0,
    ];
  });
  return tableOf('Time', columns, rows);
}

/** What became of the money, each sum with how many cases it is of. */
export function moneyTable(by: MetricDimension, groups: readonly MetricGroups[]): Table {
  const columns = moneyMetrics.flatMap((metric): readonly Column[] => {
    const { name } = metricOf(metric);
    return [{ heading: name, kind: 'cents', width: 14 }, numberColumn(`${name}, n`)];
  });
  const rows = sideBySide(by, groups).map(({ name, cells }) => [
    name,
    ...cells.flatMap((cell) => [cell?.cents ?? null, cell?.whole ?? 0]),
  ]);
  return tableOf('Money', [textColumn(dimensionWords[by]), ...columns], rows);
}

/** Why payers denied, and what would have kept it from coming: all causes are all denials. */
export function causesTable({ figure, cells }: MetricGroups): Table {
  const columns: readonly Column[] = [
    textColumn('Cause'),
    { heading: 'Avoidable', kind: 'text', width: 10 },
    numberColumn('Denials'),
    { heading: 'Of all', kind: 'share', width: 10 },
    { heading: 'What would have kept it from coming', kind: 'text', width: 60 },
  ];
  const rows = cells.map(({ keys: [key], part }) => {
    const cause = (key?.key ?? 'unclassified') as AvoidableCause;
    const isAvoidable = countedCauses.includes(cause);
    return [key?.name ?? '', isAvoidable ? 'yes' : 'no', part, part / figure.part, preventionWords[cause]];
  });
  return tableOf('Denials by cause', columns, rows);
}

/** Which payers decided after their last day. @param groups late decisions, then decisions in time */
export function lateTable(groups: readonly MetricGroups[]): Table {
  const columns: readonly Column[] = [
    textColumn(dimensionWords.payer),
    numberColumn('Late'),
    numberColumn('In time'),
    numberColumn('With a last day (n)'),
    ...shareColumns,
    { heading: 'Remark', kind: 'text', width: 20 },
  ];
  const rows = sideBySide('payer', groups).map(({ name, cells: [late, inTime] }) => [
    ...[name, late?.part ?? 0, inTime?.part ?? 0, inTime?.whole ?? 0],
    ...[inTime?.share ?? null, inTime?.low ?? null, inTime?.high ?? null],
    inTime?.enough ? '' : 'fewer than ten',
  ]);
  return tableOf('Late decisions by payer', columns, rows);
}

const textColumn = (heading: string): Column => ({ heading, kind: 'text', width: 32 });
const numberColumn = (heading: string): Column => ({ heading, kind: 'number', width: 12 });
const inDays = (seconds: number | null): Cell => (seconds === null ? null : Math.round(seconds / 8640) / 10);

interface Row {
  readonly name: string;
  readonly cells: readonly (MetricCell | undefined)[];
}

/** Several figures by one dimension: whoever is in one of them has a row. Months follow each other, all else goes by name. */
function sideBySide(by: MetricDimension, groups: readonly MetricGroups[]): readonly Row[] {
  const found = groups.map(({ cells }) => new Map(cells.map((cell) => [cell.keys[0]?.key ?? '', cell])));
  const keys = new Map(
    groups.flatMap(({ cells }) =>
      cells.flatMap(({ keys: [one] }) => (one ? [[one.key, one.name] as const] : [])),
    ),
  );
  const sorted = [...keys].sort(([key, name], [otherKey, other]) =>
    by === 'month' ? key.localeCompare(otherKey) : name.localeCompare(other),
  );
  return sorted.map(([key, name]) => ({ name, cells: found.map((cells) => cells.get(key)) }));
}
