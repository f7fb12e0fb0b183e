import type { Aged } from '@stipple/contracts';
import { ageBands } from '@stipple/domain';
import { agedRows, agedSummary } from './aged-words';

const things = { one: 'request', many: 'requests' };
const aged = (counts: readonly number[], cents: readonly number[], more: Partial<Aged> = {}): Aged => ({
  count: counts.reduce((sum, count) => sum + count, 0),
  cents: cents.reduce((sum, one) => sum + one, 0),
  withCents: counts.reduce((sum, count) => sum + count, 0),
  oldestDays: 130,
  bands: ageBands.map((band, index) => ({
    band,
    count: counts[index] ?? 0,
    cents: cents[index] ?? 0,
    withCents: counts[index] ?? 0,
    oldestDays: null,
  })),
  ...more,
});

it('says in a sentence what the table holds', () => {
  const some = aged([1200, 2, 0, 0, 1], [100_000, 5_000, 0, 0, 1]);
  expect(agedSummary(some, things)).toBe(
    '1,203 requests, $1,050.01 in all; 3 older than 30 days, the oldest 130 days.',
  );
});

it('says how many have no amount, that none is old, and a single day', () => {
  const one = aged([1], [0], { withCents: 0, oldestDays: 1 });
  expect(agedSummary(one, things)).toBe(
    '1 request, $0.00 in all (1 without a fee); none is older than 30 days, the oldest 1 day.',
  );
});

it('says nothing of nothing', () => expect(agedSummary(aged([], []), things)).toBe(''));

it('draws the longest bar for what weighs most, and by number where nothing has an amount', () => {
  const lengths = (one: Aged) => agedRows(one).map(({ length }) => length);
  expect(lengths(aged([9, 1], [50, 100]))).toEqual([0.5, 1, 0, 0, 0]);
  expect(lengths(aged([4, 1], [0, 0]))).toEqual([1, 0.25, 0, 0, 0]);
  expect(lengths(aged([], []))).toEqual([0, 0, 0, 0, 0]);
});
