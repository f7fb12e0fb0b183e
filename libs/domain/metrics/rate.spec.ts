import { enoughToRate, rateOf } from './rate';

const rounded = (value: number) => Math.round(value * 1000) / 1000;

it.each([
  // Reference values of the Wilson score interval, e.g. Newcombe, Statistics in Medicine 17 (1998), table I.
  [81, 263, 0.255, 0.366],
  [15, 148, 0.062, 0.16],
  [0, 20, 0, 0.161],
  [1, 29, 0.006, 0.172],
])('puts the published interval around %i of %i', (part, whole, low, high) => {
  const rate = rateOf(part, whole);
  expect([rounded(rate.low), rounded(rate.high)]).toEqual([low, high]);
  expect(rate.share).toBeCloseTo(part / whole);
});

it('has no share of nothing, instead of dividing by zero', () => {
  expect(rateOf(0, 0)).toMatchObject({ share: null, enough: false });
});

it('stays within 0 and 1 at both ends', () => {
  expect(rateOf(12, 12).high).toBe(1);
  expect(rateOf(0, 12).low).toBe(0);
});

it('concludes nothing from fewer than ten', () => {
  expect(rateOf(3, enoughToRate - 1).enough).toBe(false);
  expect(rateOf(3, enoughToRate).enough).toBe(true);
});
