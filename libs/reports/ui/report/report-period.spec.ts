import { daysOf, monthsOf, rangeWords } from './report-period';

it.each([
  ['month', '2026-11-30', '2026-11-01'],
  ['quarter', '2026-11-30', '2026-10-01'],
  ['quarter', '2026-03-01', '2026-01-01'],
  ['year', '2026-11-30', '2026-01-01'],
] as const)('begins this %s of %s on %s', (period, today, from) =>
  expect(daysOf(period, today)).toEqual({ from, to: today }),
);

it('has a place for every month of a range, over the turn of a year', () =>
  expect(monthsOf({ from: '2025-11-30', to: '2026-02-01' })).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ]));

it('has a hundred and twenty places for ten years', () =>
  expect(monthsOf({ from: '2016-12-01', to: '2026-11-30' })).toHaveLength(120));

it('says the days of a range', () =>
  expect(rangeWords({ from: '2025-12-01', to: '2026-11-30' })).toBe('1 December 2025 to 30 November 2026'));
