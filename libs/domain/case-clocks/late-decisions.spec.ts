import type { AuthRequest } from '../case-facts';
import type { PlanType } from '../coverage';
import { aCase, aRecord, aRequest, clock } from '../testing/a-case';
import { decisionBreach } from './index';

// Received on 23 November: an insured employer plan has until 8 December.
const breach = (
  more: Partial<AuthRequest>,
  today = '2026-12-20',
  planType: PlanType = 'commercial_insured',
) =>
  decisionBreach(
    aCase({ clock: { ...clock, today }, case: aRecord({ planType }) }),
    aRequest({ state: 'denied', ...more }),
  );

it('a decision after its last day is late by the days between, by the rule and its source', () =>
  expect(breach({ decidedOn: '2026-12-11' })).toEqual({
    rule: 'C11',
    source: '29 CFR 2560.503-1(f)(2)(iii)(A)',
    dueOn: '2026-12-08',
    decidedOn: '2026-12-11',
    daysLate: 3,
  }));

it('one on the last day is in time, and one that has not come is late from the day after', () => {
  expect(breach({ decidedOn: '2026-12-08' })).toBeNull();
  expect(breach({ state: 'pended' }, '2026-12-08')).toBeNull();
  expect(breach({ state: 'pended' }, '2026-12-09')).toMatchObject({ decidedOn: null, daysLate: 1 });
});

it.each([
  ['the receipt is an estimate', { payerReceivedAt: null, decidedOn: '2026-12-20' }, 'commercial_insured'],
  ['the plan is not known', { decidedOn: '2026-12-20' }, 'unknown'],
  ['it was withdrawn', { state: 'withdrawn' }, 'commercial_insured'],
  [
    'the clock stands still',
    { state: 'information_requested', askedAt: '2026-12-01T15:00:00Z' },
    'commercial_insured',
  ],
] as const)('nothing is held against the payer where %s', (_, more, plan) =>
  expect(breach(more, '2026-12-30', plan)).toBeNull(),
);

it('a manager’s own end changes nothing in what the rules say of the payer', () => {
  const request = aRequest({ state: 'denied', decidedOn: '2026-12-11' });
  const set = { requestId: request.id, clock: 'decision_standard', dueOn: '2026-12-31' } as const;
  const facts = aCase({ clockOverrides: [{ ...set, reason: 'Agreed', by: 'Dana', at: clock.now }] });
  expect(decisionBreach(facts, request)).toMatchObject({ dueOn: '2026-12-08', daysLate: 3 });
});
