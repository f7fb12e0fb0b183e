import type { AuthorizationsReport, UnitSums } from '@stipple/contracts';
import { endedSummary, expiringSummary, utilizationWords } from './unit-words';

const sums = (more: Partial<UnitSums> = {}): UnitSums => ({
  count: 0,
  units: 0,
  performed: 0,
  scheduled: 0,
  left: 0,
  ...more,
});
const report = (expiring: UnitSums, unbooked: UnitSums, ended = sums()): AuthorizationsReport => ({
  asOf: '',
  today: '2026-11-30',
  within: 30,
  expiring: { ...expiring, parts: [{ part: 'nothing_booked', ...unbooked }], codes: [] },
  usedUp: sums(),
  ended: { ...ended, parts: [] },
});

it('rounds utilization to whole percent, and divides nothing by nothing', () => {
  expect(utilizationWords({ performed: 2, units: 3 })).toBe('67%');
  expect(utilizationWords({ performed: 0, units: 5 })).toBe('0%');
  expect(utilizationWords({ performed: 0, units: 0 })).toBe('–');
});

it('says what would lapse, and that nothing would', () => {
  expect(expiringSummary(report(sums({ count: 3, units: 9, left: 4 }), sums({ count: 1, left: 3 })))).toBe(
    '3 authorizations will expire within 30 days, with 4 units left. 3 units of 1 authorization would lapse with nothing booked.',
  );
  expect(expiringSummary(report(sums({ count: 1, units: 3, left: 1 }), sums()))).toBe(
    '1 authorization will expire within 30 days, with 1 unit left. None of them has units left with nothing booked.',
  );
});

it('says how far what is over was used', () =>
  expect(endedSummary(report(sums(), sums(), sums({ count: 2, units: 4, performed: 2 })))).toBe(
    '2 units of 4 units were performed: 50% of what was approved.',
  ));

it('says nothing of nothing', () => {
  expect(expiringSummary(report(sums(), sums()))).toBe('');
  expect(endedSummary(report(sums(), sums()))).toBe('');
});
