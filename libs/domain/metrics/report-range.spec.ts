import { rangeRefusal, reportRange } from './report-range';

const today = '2026-11-30';

it.each([
  [{}, { from: '2025-12-01', to: today }],
  [{ to: '2024-05-20' }, { from: '2023-06-01', to: '2024-05-20' }],
  [{ from: '2026-11-01' }, { from: '2026-11-01', to: today }],
] as const)('takes %j for twelve months up to the last day, where a day is not named', (asked, expected) =>
  expect(reportRange(asked, today)).toEqual(expected),
);

it.each([
  ['ends before it starts', { from: '2026-02-02', to: '2026-02-01' }, 'to'],
  ['lies ahead', { from: '2026-12-01' }, 'from'],
  ['is a day longer than ten years', { from: '2016-11-30', to: today }, 'to'],
] as const)('refuses a range that %s', (_, asked, field) =>
  expect(rangeRefusal(asked, today)?.field).toBe(field),
);

it.each([{}, { from: today }, { from: '2016-12-01', to: today }, { from: '2027-01-01', to: '2027-01-01' }])(
  'answers %j',
  (asked) => expect(rangeRefusal(asked, today)).toBeNull(),
);
