import type { MetricGroups } from '@stipple/contracts';
import { trendPoints, trendSummary } from './trend-points';

const cell = (month: string, part: number, whole: number) => ({
  keys: [{ key: month, name: month }],
  part,
  whole,
  share: part / whole,
  low: 0.1,
  high: 0.4,
  median: null,
  ninthDecile: null,
  cents: null,
  seconds: null,
  enough: whole >= 10,
});
const range = { from: '2026-08-15', to: '2026-11-30' };
const pointsOf = (...cells: ReturnType<typeof cell>[]) =>
  trendPoints({ ...range, cells } as unknown as MetricGroups, 'denial_rate', range);

it('has a point for every month of the range, also for one in which nothing was decided', () =>
  expect(
    pointsOf(cell('2026-08', 3, 12), cell('2026-10', 1, 4)).map(({ words, told }) => [words, told?.whole]),
  ).toEqual([
    ['Aug 2026', 12],
    ['Sep 2026', undefined],
    ['Oct 2026', 4],
    ['Nov 2026', undefined],
  ]));

it('says the last month, the highest and the lowest that say enough, and what is grey', () =>
  expect(
    trendSummary(
      pointsOf(cell('2026-08', 3, 12), cell('2026-09', 6, 12), cell('2026-10', 3, 4)),
      'denial_rate',
    ),
  ).toBe(
    'First-decision denial rate: 75.0% in Oct 2026 (3 of 4; 10.0–40.0%). Highest: 50.0% in Sep 2026 (6 of 12; 10.0–40.0%). Lowest: 25.0% in Aug 2026 (3 of 12; 10.0–40.0%). Grey: months with fewer than ten.',
  ));

it('says nothing of highest and lowest where one month alone says enough', () =>
  expect(trendSummary(pointsOf(cell('2026-08', 3, 12)), 'denial_rate')).toBe(
    'First-decision denial rate: 25.0% in Aug 2026 (3 of 12; 10.0–40.0%).',
  ));

it('says that there is nothing, where there is nothing', () =>
  expect(trendSummary(pointsOf(), 'denial_rate')).toBe(
    'First-decision denial rate: nothing to count in any of these months.',
  ));
