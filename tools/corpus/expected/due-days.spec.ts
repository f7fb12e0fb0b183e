import { payers } from '../payers';
import { expectedClass } from './class-of-denial';
import { appealDue, callDue, decisionDue } from './due-days';
import { daysFrom, localDay, plusBusinessDays, plusDays } from './plain-days';

const asked = { urgency: 'standard', askedAt: null, answeredAt: null } as const;
const received = '2026-11-23T15:00:00Z';

it('counts the vectors that the regulations were worked out by', () => {
  const due = (more: Partial<Parameters<typeof decisionDue>[0]>) =>
    decisionDue({ ...asked, planType: 'commercial_insured', receivedAt: received, ...more });
  expect(due({ planType: 'medicare_advantage' })).toEqual({ rule: 'C1', day: '2026-11-30' });
  expect(due({})).toEqual({ rule: 'C11', day: '2026-12-08' });
  const eve = { receivedAt: '2026-11-25T21:30:00Z', urgency: 'expedited' } as const;
  expect(due(eve)).toEqual({ rule: 'C10', day: '2026-11-28' });
  expect(due({ ...eve, planType: 'medicaid_managed_care' })).toEqual({ rule: 'C2', day: '2026-11-28' });
  const question = { askedAt: '2026-12-05T15:00:00Z', answeredAt: '2026-12-20T15:00:00Z' };
  expect(due(question)).toEqual({ rule: 'C12', day: '2027-01-07' });
  expect(due({ ...question, answeredAt: null })).toBeNull();
  expect(due({ ...question, askedAt: '2026-12-09T15:00:00Z' })).toEqual({ rule: 'C11', day: '2026-12-08' });
  expect(due({ planType: 'unknown' })).toBeNull();
});

it('counts to the last day for an appeal and for a call', () => {
  const notice = { givesFourteenDays: false, dated: '2026-01-05', received: '2026-01-10' } as const;
  expect(appealDue({ ...notice, planType: 'medicare_advantage' })?.day).toBe('2026-03-11');
  const autumn = { givesFourteenDays: false, dated: '2026-11-20', received: '2026-11-23' } as const;
  expect(appealDue({ ...autumn, planType: 'commercial_self_funded' })?.day).toBe('2027-05-22');
  expect(appealDue({ ...autumn, planType: 'medicaid_managed_care' })?.day).toBe('2027-01-19');
  expect(appealDue({ ...autumn, planType: 'unknown' })).toBeNull();
  // Thanksgiving lies between.
  expect(callDue({ ...autumn, planType: 'marketplace' }).day).toBe('2026-12-01');
  expect(callDue({ ...autumn, planType: 'medicare_advantage', givesFourteenDays: true }).day).toBe(
    '2026-12-07',
  );
});

it('counts days by itself, over daylight saving, holidays and the ends of years', () => {
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysFrom('2026-03-07', '2026-03-09')).toBe(2);
  expect(localDay('2026-11-24T04:59:00Z')).toBe('2026-11-23');
  expect(localDay('2026-07-04T03:59:00Z')).toBe('2026-07-03');
  const next = (day: string) => plusBusinessDays(day, 1);
  expect(next('2026-07-02')).toBe('2026-07-06');
  expect(next('2026-05-22')).toBe('2026-05-26');
  expect(next('2027-12-23')).toBe('2027-12-27');
  expect(next('2026-09-04')).toBe('2026-09-08');
  expect(next('2026-10-09')).toBe('2026-10-13');
  expect(next('2027-01-15')).toBe('2027-01-19');
});

it('has a class for every reason that an invented payer gives, and for none that is no denial', () => {
  const told = payers.flatMap(({ reasons, lately = [] }) => [...reasons, ...lately].map(([code]) => code));
  for (const code of told) expect(expectedClass(code)).toBeTruthy();
  expect(() => expectedClass('45')).toThrow('reason 45');
});
