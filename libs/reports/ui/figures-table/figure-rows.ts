import type { MetricGroups } from '@stipple/contracts';
import type { MetricDimension, MetricKey } from '@stipple/domain';
import { type Told, figureNumber } from '../figures/figure-words';
import { monthWords } from '../figures/month-words';
import { readOrder } from '../report/sort-order';

/** One payer, month or person, with what each of several figures comes to; null where it counts nothing there. */
export interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly told: readonly (Told | null)[];
}

/** Several figures by one dimension, side by side: whoever is in one of them has a row. */
export function figureRows(figures: readonly MetricGroups[], by: MetricDimension): readonly FigureRow[] {
  const found = figures.map(
    ({ figure: { metric }, cells }) =>
      new Map(cells.map(({ keys: [key], ...cell }) => [key?.key ?? '', { key, told: { ...cell, metric } }])),
  );
  const keys = [...new Set(found.flatMap((cells) => [...cells.keys()]))];
  const rows = keys.map((key) => {
    const name = found.map((cells) => cells.get(key)?.key?.name).find((one) => one !== undefined) ?? '';
    return {
      key,
      name: by === 'month' ? monthWords(key) : name,
      told: found.map((cells) => cells.get(key)?.told ?? null),
    };
  });
  return by === 'month' ? rows.sort((one, other) => one.key.localeCompare(other.key)) : rows;
}

/** What all of it comes to, counted by the server and not added up here. */
export function allOf(figures: readonly MetricGroups[]): FigureRow {
  return { key: '', name: 'All', told: figures.map(({ figure }) => figure) };
}

/** By name, or by one of the figures; months as they follow each other, and what says nothing comes last. */
export function sortFigures(
  rows: readonly FigureRow[],
  { by, text, metrics }: { by: MetricDimension; text: string; metrics: readonly MetricKey[] },
): readonly FigureRow[] {
  const order = readOrder(text, ['name', ...metrics]);
  if (order === null) return rows;
  const sign = order.falling ? -1 : 1;
  const name = (row: FigureRow) => (by === 'month' ? row.key : row.name);
  const at = metrics.indexOf(order.column as MetricKey);
  const number = ({ told }: FigureRow) => {
    const one = told[at];
    return one ? figureNumber(one) : null;
  };
  return [...rows].sort((one, other) => {
    const byName = name(one).localeCompare(name(other));
    if (order.column === 'name') return sign * byName;
    const [mine, theirs] = [number(one), number(other)];
    if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null) || byName;
    return sign * (mine - theirs) || byName;
  });
}
