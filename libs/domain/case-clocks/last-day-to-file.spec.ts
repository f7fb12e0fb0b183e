import type { ChallengeKind } from '../case-facts';
import type { PlanType } from '../coverage';
import { aCase, aChallenge, aRecord, aRequest } from '../testing/a-case';
import { fileByOnFor } from './index';

const request = aRequest({
  state: 'denied',
  decidedOn: '2026-11-20',
  noticeReceivedOn: '2026-11-23',
  denial: { group: null, code: null, remarks: [], kind: 'clinical' },
});

const lastDay = (plan: PlanType, kind: ChallengeKind, more: Partial<Parameters<typeof aCase>[0]> = {}) =>
  fileByOnFor(aCase({ case: aRecord({ planType: plan }), requests: [request], ...more }), { request, kind });

it.each([
  ['180 days from when the notice came', 'commercial_insured', 'appeal_1', '2027-05-22'],
  ['180 days from when the notice came', 'commercial_self_funded', 'appeal_1', '2027-05-22'],
  ['60 days from receipt, which was before it is presumed', 'medicare_advantage', 'appeal_1', '2027-01-22'],
  ['the same, by the name it has there', 'medicare_advantage', 'reconsideration', '2027-01-22'],
  ['60 days from the notice’s date', 'medicaid_managed_care', 'appeal_1', '2027-01-19'],
  ['an unknown plan has no date', 'unknown', 'appeal_1', null],
  ['the payer names no window', 'commercial_insured', 'peer_to_peer', null],
  ['informal, and within no clock', 'commercial_insured', 'reconsideration', null],
  ['it gets the case by itself', 'medicare_advantage', 'independent_review_entity', null],
  ['there is no second level', 'marketplace', 'appeal_2', null],
  ['the plan has not decided on an appeal yet', 'commercial_insured', 'external_review', null],
] as const)('%s: %s, %s, %s', (_, plan, kind, day) => expect(lastDay(plan, kind)).toBe(day));

it('Medicare Advantage never leaves more than 65 days from the notice’s date, however late the notice came', () => {
  const late = { ...request, noticeReceivedOn: '2026-12-20' };
  const facts = aCase({ case: aRecord({ planType: 'medicare_advantage' }), requests: [late] });
  expect(fileByOnFor(facts, { request: late, kind: 'appeal_1' })).toBe('2027-01-24');
});

it('counts from the date on the letter where it is younger than the decision, and never presumes it came later than it did', () => {
  const dated = { ...request, noticeDatedOn: '2026-11-22', noticeReceivedOn: '2026-12-20' };
  const of = (planType: PlanType, more: object = {}) =>
    fileByOnFor(aCase({ case: aRecord({ planType }), requests: [{ ...dated, ...more }] }), {
      request: { ...dated, ...more },
      kind: 'appeal_1',
    });
  expect(of('medicare_advantage')).toBe('2027-01-26');
  expect(of('medicare_advantage', { noticeReceivedOn: '2026-11-24' })).toBe('2027-01-23');
  expect(of('medicaid_managed_care')).toBe('2027-01-21');
  expect(of('commercial_insured')).toBe('2027-06-18');
});

it('external review counts from the level lost last, and from the first decision where the plan broke its rules', () => {
  const first = aChallenge({ state: 'upheld', sentOn: '2027-01-04', decidedOn: '2027-02-01' });
  const second = aChallenge({
    id: 'challenge-2',
    kind: 'appeal_2',
    state: 'upheld',
    decidedOn: '2027-03-01',
  });
  expect(lastDay('commercial_insured', 'external_review', { challenges: [first] })).toBe('2027-06-01');
  expect(lastDay('commercial_insured', 'external_review', { challenges: [first, second] })).toBe(
    '2027-07-01',
  );
  const facts = aCase({ requests: [request] });
  expect(fileByOnFor(facts, { request, kind: 'external_review', exhausted: true })).toBe('2027-03-23');
});
