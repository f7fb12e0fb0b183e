import type { MetricCell } from '@stipple/contracts';
import type { MetricDimension, MetricKey } from '@stipple/domain';
import { type Told, figureNumber } from '../figures/figure-words';
import { monthWords } from '../figures/month-words';
import { readOrder } from '../report/sort-order';

/** One row of a table by a dimension. */
export interface Row {
  readonly key: string;
  readonly name: string;
  readonly told: Told;
  /** How long its bar is, of the longest: 0 to 1. */
  readonly length: number;
}

const columns = ['name', 'value', 'n'] as const;

export function rowsOf(cells: readonly MetricCell[], metric: MetricKey, by: MetricDimension): readonly Row[] {
  const told = cells.map((cell): Told => ({ ...cell, metric }));
  const longest = Math.max(...told.map((one) => figureNumber(one) ?? 0), 0);
  return cells.map(({ keys: [first] }, at) => {
    const { key = '', name = '' } = first ?? {};
    const one = told[at] as Told;
    const length = longest === 0 ? 0 : (figureNumber(one) ?? 0) / longest;
    return { key, name: by === 'month' ? monthWords(key) : name, told: one, length };
  });
}

/** Months are sorted as they follow each other and not by their names; what says nothing comes last. */
export function sortRows(rows: readonly Row[], by: MetricDimension, text: string): readonly Row[] {
  const order = readOrder(text, columns);
  if (order === null) return rows;
  const sign = order.falling ? -1 : 1;
  const name = ({ key, name }: Row) => (by === 'month' ? key : name);
  const number = ({ told }: Row) => (order.column === 'n' ? told.whole : figureNumber(told));
  return [...rows].sort((one, other) => {
    const byName = name(one).localeCompare(name(other));
    if (order.column === 'name') return sign * byName;
    const [mine, theirs] = [number(one), number(other)];
    if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null) || byName;
    return sign * (mine - theirs) || byName;
  });
}
