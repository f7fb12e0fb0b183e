import type { MetricGroups } from '@stipple/contracts';
import { heatOf, matrixOf, matrixSummary } from './matrix-of';

const told = (part: number, whole: number) => ({
  part,
  whole,
  share: part / whole,
  low: null,
  high: null,
  median: null,
  ninthDecile: null,
  cents: null,
  seconds: null,
  enough: whole >= 10,
});
const groups = (part: number, whole: number, cells: readonly (readonly [string, number, number])[]) =>
  ({
    figure: { metric: 'denial_rate', ...told(part, whole) },
    cells: cells.map(([keys, one, of]) => ({
      keys: keys.split('/').map((key) => ({ key, name: key.toUpperCase() })),
      ...told(one, of),
    })),
  }) as unknown as MetricGroups;

const matrix = matrixOf(
  groups(7, 24, [
    ['bay/50', 4, 20],
    ['bay/', 2, 20],
    ['ash/50', 1, 4],
  ]),
  groups(7, 24, [
    ['bay', 6, 20],
    ['ash', 1, 4],
  ]),
  groups(7, 24, [
    ['50', 5, 24],
    ['', 2, 24],
  ]),
);

it('has every cell at its place, also that of denials without a code, and an empty place where there is none', () =>
  expect(matrix.rows.map(({ name, cells }) => [name, cells.map((one) => one?.part ?? null)])).toEqual([
    ['BAY', [4, 2]],
    ['ASH', [1, null]],
  ]));

it('has totals that its cells add up to, row by row and column by column', () => {
  const sum = (list: readonly ({ part: number } | null)[]) =>
    list.reduce((total, one) => total + (one?.part ?? 0), 0);
  for (const { cells, told: total } of matrix.rows) expect(sum(cells)).toBe(total?.part);
  for (const [at, { told: total }] of matrix.columns.entries())
    expect(sum(matrix.rows.map(({ cells }) => cells[at] ?? null))).toBe(total?.part);
  expect(sum(matrix.columns.map(({ told: total }) => total))).toBe(matrix.all.part);
});

it('colours the largest share deepest, and nothing of fewer than ten', () => {
  const [bay, ash] = matrix.rows;
  // One of four is a larger share than four of twenty, and says less.
  expect(matrix.most).toBe(0.2);
  expect([bay?.cells[0], ash?.cells[0]].map((one) => one && heatOf(one, matrix.most))).toEqual([1, 0]);
});

it('says which cell counts most', () =>
  expect(matrixSummary(matrix)).toBe('Most: BAY, 50: 4 of 20 (20.0%). In all: 7 of 24.'));
