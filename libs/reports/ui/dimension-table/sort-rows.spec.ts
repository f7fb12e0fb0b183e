import type { MetricCell } from '@stipple/contracts';
import { nextOrder } from '../report/sort-order';
import { rowsOf, sortRows } from './sort-rows';

const cell = (key: string, name: string, part: number, whole: number): MetricCell => ({
  keys: [{ key, name }],
  part,
  whole,
  share: whole === 0 ? null : part / whole,
  low: null,
  high: null,
  median: null,
  ninthDecile: null,
  cents: null,
  seconds: null,
  enough: whole >= 10,
});
const rows = rowsOf(
  [cell('b', 'Bay', 2, 4), cell('a', 'Ash', 1, 10), cell('c', 'Cove', 0, 0)],
  'denial_rate',
  'payer',
);
const sorted = (order: string) => sortRows(rows, 'payer', order).map(({ name }) => name);

it.each([
  ['', ['Bay', 'Ash', 'Cove']],
  ['moon', ['Bay', 'Ash', 'Cove']],
  ['name', ['Ash', 'Bay', 'Cove']],
  ['-name', ['Cove', 'Bay', 'Ash']],
  ['-value', ['Bay', 'Ash', 'Cove']],
  ['value', ['Ash', 'Bay', 'Cove']],
  ['-n', ['Ash', 'Bay', 'Cove']],
])('sorts by “%s”, and what says nothing comes last', (order, names) => expect(sorted(order)).toEqual(names));

it('sorts months as they follow each other', () => {
  const months = rowsOf([cell('2026-02', '', 1, 2), cell('2026-04', '', 1, 2)], 'denial_rate', 'month');
  expect(sortRows(months, 'month', '-name').map(({ name }) => name)).toEqual(['Apr 2026', 'Feb 2026']);
});

it('draws the longest bar to the end, and the others in proportion', () =>
  expect(rows.map(({ length }) => length)).toEqual([1, 0.2, 0]));

it('begins with the largest number or the first name, and turns round when pressed again', () => {
  expect([nextOrder('', 'name'), nextOrder('', 'n'), nextOrder('-n', 'n'), nextOrder('-n', 'value')]).toEqual(
    ['name', '-n', 'n', '-value'],
  );
});
