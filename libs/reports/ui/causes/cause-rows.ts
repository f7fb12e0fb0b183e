import type { MetricGroups } from '@stipple/contracts';
import {
  type AvoidableCause,
  avoidableCauseWords,
  countedCauses,
  preventionWords,
  formatNumber,
} from '@stipple/domain';
import { readOrder } from '../report/sort-order';

/** Denials of one cause: how many, of all, and what would have kept them from coming. */
export interface CauseRow {
  readonly cause: AvoidableCause;
  readonly name: string;
  readonly prevention: string;
  readonly n: number;
  /** Of all denials, 0 to 1. */
  readonly share: number;
  /** Of the longest bar, 0 to 1. */
  readonly length: number;
}

export interface Causes {
  readonly avoidable: readonly CauseRow[];
  /** What the office could not have kept from coming, or could only partly, or nobody knows: shown apart, never dropped. */
  readonly other: readonly CauseRow[];
  readonly avoidableInAll: number;
  readonly all: number;
}

/** The most frequent first, unless the address sorts them otherwise. */
export function causesOf({ cells, figure }: MetricGroups, sort: string): Causes {
  const longest = Math.max(1, ...cells.map(({ part }) => part));
  const rows = cells.map(({ keys: [key], part }): CauseRow => {
    const cause = (key?.key ?? 'unclassified') as AvoidableCause;
    return {
      cause,
      name: nameOf(cause),
      prevention: preventionWords[cause],
      n: part,
      share: part / Math.max(1, figure.part),
      length: part / longest,
    };
  });
  const sorted = rows.sort(inOrder(sort));
  const isCounted = ({ cause }: CauseRow) => countedCauses.includes(cause);
  const avoidable = sorted.filter(isCounted);
  return {
    avoidable,
    other: sorted.filter((row) => !isCounted(row)),
    avoidableInAll: avoidable.reduce((sum, { n }) => sum + n, 0),
    all: figure.part,
  };
}

function inOrder(sort: string) {
  const { column, falling } = readOrder(sort, ['name', 'n']) ?? { column: 'n', falling: true };
  const sign = falling ? -1 : 1;
  return (one: CauseRow, other: CauseRow) =>
    (column === 'n' ? sign * (one.n - other.n) : 0) ||
    (column === 'n' ? 1 : sign) * one.name.localeCompare(other.name);
}

/** Under a head that says that it is avoidable, the cause alone. */
function nameOf(cause: AvoidableCause): string {
  const words = avoidableCauseWords[cause].replace(/^Avoidable: /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the bars show, in words. */
export function causesSummary({ avoidable, avoidableInAll, all }: Causes): string {
  const [most] = [...avoidable].sort((one, other) => other.n - one.n);
  const denials = `${formatNumber(all)} ${all === 1 ? 'denial' : 'denials'}`;
  if (most === undefined) return `None of ${denials} could have been avoided by the office.`;
  const prevention = most.prevention.replace(/\.$/, '');
  return `${formatNumber(avoidableInAll)} of ${denials} could have been avoided. Most often: ${most.name.toLowerCase()} (${formatNumber(most.n)}). What helps: ${prevention.charAt(0).toLowerCase()}${prevention.slice(1)}.`;
}
