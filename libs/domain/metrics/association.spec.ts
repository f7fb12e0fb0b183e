import { type Stratum, associationOf } from './association';

const of = (denied: number, decided: number) => ({ denied, decided });
const stratum = (met: readonly [number, number], open: readonly [number, number]): Stratum => ({
  met: of(...met),
  open: of(...open),
});

it('says the shares of both sides, and their difference as if all were alike', () => {
  const { met, open, crude } = associationOf([stratum([10, 50], [12, 30])]);
  expect([met.share, open.share]).toEqual([0.2, 0.4]);
  expect(crude?.difference).toBeCloseTo(0.2);
});

it('puts Newcombe’s interval around a crude difference', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table II, method 10: 56/70 less 48/80.
  const { crude } = associationOf([stratum([48, 80], [56, 70])]);
  expect(crude?.low).toBeCloseTo(0.0524, 4);
  expect(crude?.high).toBeCloseTo(0.3339, 4);
});

it('compares like with like: where each payer treats both alike, there is no difference', () => {
  // The strict payer denies half, the lenient one a tenth, and open requests mostly go to the strict one.
  const { crude, within } = associationOf([stratum([10, 20], [40, 80]), stratum([8, 80], [2, 20])]);
  expect(crude?.difference).toBeCloseTo(0.42 - 0.18);
  expect(within?.difference).toBeCloseTo(0);
});

it('weighs strata by what they can tell', () => {
  // Differences of 0.2 and 0.4 with weights 20·20/40 = 10 and 10·40/50 = 8.
  const { within } = associationOf([stratum([4, 20], [8, 20]), stratum([1, 10], [20, 40])]);
  expect(within?.difference).toBeCloseTo((0.2 * 10 + 0.4 * 8) / 18);
});

it('leaves out strata that have one side only, and says of how many requests', () => {
  const { within, compared, decided } = associationOf([stratum([4, 20], [8, 20]), stratum([5, 9], [0, 0])]);
  expect([within?.difference, compared, decided]).toEqual([expect.closeTo(0.2), 40, 49]);
});

it('has nothing to say of nothing', () => {
  expect(associationOf([])).toMatchObject({ crude: null, within: null, compared: 0, enough: false });
  expect(associationOf([stratum([5, 9], [0, 0])])).toMatchObject({ crude: null, within: null });
});

it('concludes nothing where either side that is compared has fewer than ten', () => {
  expect(associationOf([stratum([4, 90], [4, 9])]).enough).toBe(false);
  expect(associationOf([stratum([4, 90], [4, 10])]).enough).toBe(true);
});

it('mirrors: with the sides changed the difference has the other sign and the same interval', () => {
  const strata = [stratum([4, 20], [8, 21]), stratum([1, 10], [20, 40])];
  const there = associationOf(strata).within;
  const back = associationOf(strata.map(({ met, open }) => ({ met: open, open: met }))).within;
  expect(back?.difference).toBeCloseTo(-(there?.difference ?? 0));
  expect(back?.low).toBeCloseTo(-(there?.high ?? 0));
});

// Coverage by summing over all that can come, which knows nothing of the formula of the variance.
it.each([
  [0.3, 0.5, 24, 16],
  [0.1, 0.4, 30, 12],
  [0.6, 0.6, 20, 20],
])('its interval holds the truth about 95 times in 100: %f and %f, of %i and %i', (met, open, n0, n1) => {
  let covered = 0;
  for (let denied0 = 0; denied0 <= n0; denied0++)
    for (let denied1 = 0; denied1 <= n1; denied1++) {
      // Each side in two strata as alike as whole numbers allow.
      const half = (all: number) => [Math.floor(all / 2), Math.ceil(all / 2)] as const;
      const [[a0, a1], [b0, b1], [c0, c1], [d0, d1]] = [half(denied0), half(n0), half(denied1), half(n1)];
      const { within } = associationOf([stratum([a0, b0], [c0, d0]), stratum([a1, b1], [c1, d1])]);
      const truth = open - met;
      if (within && within.low <= truth && truth <= within.high)
        covered += binomial(n0, denied0, met) * binomial(n1, denied1, open);
    }
  expect(covered).toBeGreaterThan(0.92);
  expect(covered).toBeLessThan(0.98);
});

function binomial(n: number, k: number, share: number): number {
  let ways = 1;
  for (let at = 1; at <= k; at++) ways = (ways * (n - k + at)) / at;
  return ways * share ** k * (1 - share) ** (n - k);
}
