import fc from 'fast-check';
import { quantileOf } from './quantile';

it('is nothing of nothing', () => {
  expect(quantileOf([], 0.5)).toBeNull();
  expect(quantileOf([[3, 0]], 0.5)).toBeNull();
});

it.each([
  [[[7, 1]], 0.5, 7],
  [
    [
      [1, 1],
      [2, 1],
    ],
    0.5,
    1.5,
  ],
  [
    [
      [0, 1],
      [2, 1],
      [4, 1],
      [10, 1],
    ],
    0.5,
    3,
  ],
  // 0, 2, 4, 10: nine tenths of the way along three steps is 2.7, seven tenths from 4 to 10.
  [
    [
      [10, 1],
      [0, 1],
      [4, 1],
      [2, 1],
    ],
    0.9,
    8.2,
  ],
  [
    [
      [5, 9],
      [100, 1],
    ],
    0.9,
    14.5,
  ],
] as const)('of %j at %d is %d', (histogram, share, expected) => {
  expect(quantileOf(histogram, share)).toBeCloseTo(expected, 9);
});

it('is what the same values give one by one, however they are told', () => {
  const value = fc.integer({ min: -5, max: 40 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, fc.integer({ min: 0, max: 4 }))),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (histogram, share) => {
        const values = histogram
          .flatMap(([one, count]) => Array.from({ length: count }, () => one))
          .sort((one, other) => one - other);
        const at = (values.length - 1) * share;
        const [low = 0, high = 0] = [values[Math.floor(at)], values[Math.ceil(at)]];
        const expected = values.length === 0 ? null : low + (high - low) * (at % 1);
        const found = quantileOf(histogram, share);
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 9);
      },
    ),
  );
});
