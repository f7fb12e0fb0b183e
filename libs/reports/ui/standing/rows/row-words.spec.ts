import type { StandingRow } from '@stipple/contracts';
import { amountWords, besideWords, daysWords } from './row-words';

const row = (more: Partial<StandingRow> = {}): StandingRow => ({
  ...{ id: '1', caseId: '1', caseNumber: 1, patientName: 'A', payerName: 'P', physicianName: 'D' },
  ...{ coordinatorName: null, part: null, day: '2026-11-30', days: 0, cents: null, procedureCode: null },
  ...{ units: null, about: '', personName: null, agreementId: null, opensOn: null },
  ...more,
});
const units = { units: 3, performed: 1, scheduled: 0, left: 2 };

it.each([
  ['waiting_requests', 0, 'today'],
  ['waiting_requests', 1, '1 day'],
  ['owed_amounts', 31, '31 days'],
  ['expiring_authorizations', 0, 'today'],
  ['expiring_authorizations', 1, 'tomorrow'],
  ['used_up_authorizations', 30, 'in 30 days'],
  ['ended_authorizations', 2, '2 days'],
  ['open_cases', 0, 'today'],
  ['open_cases', 1, '1 day overdue'],
  ['open_cases', -9, 'in 9 days'],
  ['recorded_steps', 0, 'today'],
  ['recorded_steps', 3, '3 days ago'],
  ['open_cases', null, '–'],
] as const)('says of a row of %s with %p days “%s”', (list, days, words) =>
  expect(daysWords(list, row({ days }))).toBe(words),
);

it('says what a row comes to: money, that there is no fee, units left, or units performed', () => {
  expect(amountWords('waiting_requests', row({ cents: 135_000 }))).toBe('$1,350.00');
  expect(amountWords('waiting_requests', row())).toBe('No fee');
  expect(amountWords('expiring_authorizations', row({ units }))).toBe('2 of 3');
  expect(amountWords('ended_authorizations', row({ units }))).toBe('1 of 3');
});

it('says beside an authorization what was done with it, and beside a step who recorded it', () => {
  const unbooked = row({ units, procedureCode: '17999', part: 'nothing_booked' });
  expect(besideWords('expiring_authorizations', unbooked)).toBe(
    '17999, 1 performed, 0 scheduled · Units left, nothing booked',
  );
  expect(besideWords('recorded_steps', row({ personName: 'Robin' }))).toBe('Robin');
  expect(besideWords('open_cases', row())).toBe('');
});
