/** How often each value occurs, in any order; a value may be named more than once. */
export type Histogram = readonly (readonly [value: number, count: number])[];

/**
 * A quantile of whole numbers from how often each occurs; between two values it is interpolated in proportion, as in R's
 * type 7 and PostgreSQL's `percentile_cont`.
 *
 * @param share between 0 and 1
 * @returns null where there is nothing
 */
export function quantileOf(histogram: Histogram, share: number): number | null {
  const steps = histogram.filter(([, count]) => count > 0).toSorted(([one], [other]) => one - other);
  const total = steps.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const place = (total - 1) * share;
  const below = valueAt(steps, Math.floor(place));
  const above = valueAt(steps, Math.ceil(place));
  return below + (above - below) * (place - Math.floor(place));
}

function valueAt(steps: Histogram, place: number): number {
  let passed = 0;
  for (const [value, count] of steps) {
    passed += count;
    if (place < passed) return value;
  }
  throw new RangeError('a place beyond the last value');
}
