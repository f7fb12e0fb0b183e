import type { MetricGroups } from '@stipple/contracts';
import type { MetricKey } from '@stipple/domain';
import { type Told, figureCount, figureNumber, figureValue, isFew } from '../figures/figure-words';

/** A row or a column: its key, its words, and what it comes to. */
export interface Side {
  readonly key: string;
  readonly name: string;
  readonly told: Told | null;
}

export interface Matrix {
  readonly metric: MetricKey;
  readonly rows: readonly (Side & { readonly cells: readonly (Told | null)[] })[];
  readonly columns: readonly Side[];
  readonly all: Told;
  /** The largest of the cells that say enough: what the deepest colour stands for. */
  readonly most: number;
}

/**
 * One dimension across another, with what each comes to by itself: totals are counted anew by the server and not added
 * up here, so that they hold for medians too.
 */
export function matrixOf(across: MetricGroups, byRow: MetricGroups, byColumn: MetricGroups): Matrix {
  const { metric } = across.figure;
  const side = ({ cells }: MetricGroups): readonly Side[] =>
    cells.map(({ keys: [first], ...told }) => ({
      key: first?.key ?? '',
      name: first?.name ?? '',
      told: { ...told, metric },
    }));
  const found = new Map(
    across.cells.map(({ keys, ...told }): [string, Told] => [
      keys.map(({ key }) => key).join('\n'),
      { ...told, metric },
    ]),
  );
  const columns = side(byColumn);
  const rows = side(byRow).map((row) => ({
    ...row,
    cells: columns.map((column) => found.get(`${row.key}\n${column.key}`) ?? null),
  }));
  const sure = [...found.values()].filter((told) => !isFew(told));
  const most = Math.max(0, ...sure.map((told) => figureNumber(told) ?? 0));
  return { metric, rows, columns, all: across.figure, most };
}

/** How deep the colour of a cell is, 0 to 1; what says too little has none. */
export function heatOf(told: Told, most: number): number {
  return !isFew(told) && most > 0 ? (figureNumber(told) ?? 0) / most : 0;
}

/** The cell that counts most, in a sentence. */
export function matrixSummary({ rows, columns, all }: Matrix): string {
  const cells = rows.flatMap((row) =>
    row.cells.flatMap((told, at) => (told ? [{ told, row: row.name, column: columns[at]?.name ?? '' }] : [])),
  );
  const [top] = cells.sort((one, other) => other.told.part - one.told.part);
  if (top === undefined) return 'No denial with these filters.';
  const value = top.told.share === null ? '' : ` (${figureValue(top.told)})`;
  return `Most: ${top.row}, ${top.column}: ${figureCount(top.told)}${value}. In all: ${figureCount(all)}.`;
}
