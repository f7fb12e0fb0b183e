import { nextRunOn, rhythmInWords } from './report-rhythm';

it.each([
  ['week', 1, '2026-11-30', '2026-12-07'],
  ['week', 2, '2026-11-30', '2026-12-01'],
  ['week', 7, '2026-12-31', '2027-01-03'],
  ['month', 1, '2026-11-30', '2026-12-01'],
  ['month', 31, '2026-11-30', '2026-12-31'],
  ['month', 31, '2026-11-29', '2026-11-30'],
  ['month', 31, '2026-01-31', '2026-02-28'],
  ['month', 30, '2028-01-31', '2028-02-29'],
  ['month', 15, '2026-12-15', '2027-01-15'],
] as const)('a report of each %s on %i comes after %s on %s', (every, on, after, next) =>
  expect(nextRunOn({ every, on }, after)).toBe(next),
);

it('says in words when it comes', () => {
  expect(rhythmInWords({ every: 'week', on: 1 })).toBe('Each Monday');
  expect(rhythmInWords({ every: 'month', on: 5 })).toBe('Each month on day 5');
  expect(rhythmInWords({ every: 'month', on: 31 })).toBe('Each month on day 31, or its last');
});
