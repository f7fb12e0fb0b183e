import { aQuestion, dueDay, dueFor } from '../testing/a-clock-question';
import { answerClock } from './answer-clock';
import type { ClockQuestion } from './clock-question';

/* Worked cases of clocks that run in days, each computed by hand from the text of its rule. */

type Vector = readonly [title: string, question: Partial<ClockQuestion>, rule: string, day: string];

const received = { known: { payerReceivedAt: '2026-11-23' } };
const appealed = { clock: 'appeal_1_decision', known: { appealReceivedAt: '2026-11-23' } } as const;
const filing = { clock: 'appeal_1_filing' } as const;
const advantage = { planType: 'medicare_advantage' } as const;
const managed = { planType: 'medicaid_managed_care' } as const;
const extended = (noticeSentAt: string) => ({ noticeSentAt, missingInformation: false });
const asked = { noticeSentAt: '2026-12-05', missingInformation: true };

// prettier-ignore
it.each<Vector>([
  ['C1: received on 23 November, 7 days', { ...advantage, ...received }, 'C1', '2026-11-30'],
  ['C1: received before 2026, 14 days', { ...advantage, known: { payerReceivedAt: '2025-12-31' } }, 'C1-until-2025', '2026-01-14'],
  ['C1: the first day of 2026 has 7', { planType: 'medicaid_fee_for_service', known: { payerReceivedAt: '2026-01-01' } }, 'C1', '2026-01-08'],
  ['C1: told in time, 14 days more', { ...advantage, ...received, extension: extended('2026-11-29') }, 'C1', '2026-12-14'],
  ['C6: what needs no authorization has 14 days', { ...advantage, request: 'outside_authorization', ...received }, 'C6-outside-authorization', '2026-12-07'],
  ['C8: dated 5 January, receipt presumed, 65 days', { ...advantage, ...filing, known: { noticeDatedOn: '2026-01-05' } }, 'C8', '2026-03-11'],
  ['C8: received before the presumed day, 60 from there', { ...advantage, ...filing, known: { noticeDatedOn: '2026-01-05', noticeReceivedOn: '2026-01-07' } }, 'C8', '2026-03-08'],
  ['C8: received later than presumed, still 65 from its date', { ...advantage, ...filing, known: { noticeDatedOn: '2026-01-05', noticeReceivedOn: '2026-01-20' } }, 'C8', '2026-03-11'],
  ['C8: only the receipt is known, 60 from it', { ...advantage, ...filing, known: { noticeReceivedOn: '2026-01-07' } }, 'C8', '2026-03-08'],
  ['C8: dated before 2025, 60 from its date', { ...advantage, ...filing, known: { noticeDatedOn: '2024-12-02' } }, 'C8-until-2024', '2025-01-31'],
  ['C9: a reconsideration about a service, 30 days', { ...advantage, ...appealed }, 'C9', '2026-12-23'],
  ['C9: a reconsideration about a service, extended', { ...advantage, ...appealed, extension: extended('2026-12-01') }, 'C9', '2027-01-06'],
  ['C9: a reconsideration about payment, 60 days', { ...advantage, ...appealed, request: 'post_service' }, 'C9-payment', '2027-01-22'],
  ['C11: received on 23 November, 15 days', received, 'C11', '2026-12-08'],
  ['C11: an insured employer plan has the same 15 days', { planType: 'commercial_insured', ...received }, 'C11', '2026-12-08'],
  ['C11: extended in time, 30 days', { ...received, extension: extended('2026-12-07') }, 'C11', '2026-12-23'],
  ['C11: what an extension would come to, asked by itself', { clock: 'decision_extension', ...received }, 'C11', '2026-12-23'],
  ['C11: extended on the last day is too late', { ...received, extension: extended('2026-12-08') }, 'C11', '2026-12-08'],
  ['C11: an extension told before anything was received does not count', { ...received, extension: extended('2026-11-22') }, 'C11', '2026-12-08'],
  ['C12: stopped on day 12, answered on 20 December, 18 days left', { ...received, extension: { ...asked, answeredAt: '2026-12-20' } }, 'C11', '2027-01-07'],
  ['C12: an answer after 45 days stops nothing any longer', { ...received, extension: { ...asked, answeredAt: '2027-03-01' } }, 'C11', '2027-02-06'],
  ['C12: at least 45 days to answer', { clock: 'information_answer', ...received, extension: asked }, 'C12', '2027-01-19'],
  ['C13: said within 5 days that it was filed wrongly', { clock: 'defect_notice', ...received }, 'C13', '2026-11-28'],
  ['C15: a claim after treatment, 30 days', { request: 'post_service', ...received }, 'C15', '2026-12-23'],
  ['C15: a claim after treatment, extended', { request: 'post_service', ...received, extension: extended('2026-12-22') }, 'C15', '2027-01-07'],
  ['C16: notice received on 23 November, 180 days, a Saturday that does not move', { ...filing, known: { noticeReceivedOn: '2026-11-23' } }, 'C16', '2027-05-22'],
  ['C17: one level, before treatment', { ...appealed, internalLevels: 1 }, 'C17', '2026-12-23'],
  ['C17: two levels, before treatment', { ...appealed, internalLevels: 2 }, 'C17-two-levels', '2026-12-08'],
  ['C17: the second of two levels', { ...appealed, clock: 'appeal_2_decision', internalLevels: 2 }, 'C17-second-level', '2026-12-08'],
  ['C17: one level, after treatment', { ...appealed, request: 'post_service' }, 'C17-post-service', '2027-01-22'],
  ['C17: two levels, after treatment', { ...appealed, request: 'post_service', internalLevels: 2 }, 'C17-post-service-two-levels', '2026-12-23'],
  ['C17: the second of two levels, after treatment', { ...appealed, clock: 'appeal_2_decision', request: 'post_service', internalLevels: 2 }, 'C17-post-service-second-level', '2026-12-23'],
  ['C18: an individual plan decides as an employer’s does', { planType: 'marketplace', ...received }, 'C18-C11', '2026-12-08'],
  ['C18: an individual plan has one level, whatever it says', { planType: 'marketplace', ...appealed, internalLevels: 2 }, 'C18-C17', '2026-12-23'],
  ['C19: received on 30 October, no 30 February, the first of March', { clock: 'external_review_filing', known: { noticeReceivedOn: '2026-10-30' } }, 'C19', '2027-03-01'],
  ['C19: 26 December is a Saturday, so the Monday', { clock: 'external_review_filing', known: { noticeReceivedOn: '2026-08-26' } }, 'C19', '2026-12-28'],
  ['C19: Independence Day observed on a Monday moves it to Tuesday', { clock: 'external_review_filing', known: { noticeReceivedOn: '2027-03-05' } }, 'C19', '2027-07-06'],
  ['C20: the preliminary check, 5 business days over Thanksgiving', { clock: 'external_review_check', known: { reviewRequestedAt: '2026-11-23' } }, 'C20-check', '2026-12-01'],
  ['C20: told 1 business day after the check', { clock: 'external_review_notice', known: { reviewCheckedOn: '2026-11-25' } }, 'C20-notice', '2026-11-27'],
  ['C21: the review organization has 45 days', { clock: 'external_review_decision', known: { reviewerReceivedAt: '2026-11-23' } }, 'C21', '2027-01-07'],
  ['C22: Medicaid managed care had 14 days before 2026', { ...managed, known: { payerReceivedAt: '2025-12-31' } }, 'C1-until-2025', '2026-01-14'],
  ['C22: and has 7 from then on', { ...managed, known: { payerReceivedAt: '2026-01-01' } }, 'C1', '2026-01-08'],
  ['C23: filing an appeal, 60 days from the notice’s date', { ...managed, ...filing, known: { noticeDatedOn: '2026-11-23' } }, 'C23-filing', '2027-01-22'],
  ['C23: the plan decides an appeal in 30 days', { ...managed, ...appealed }, 'C23', '2026-12-23'],
  ['C23: the plan decides an appeal in 44 days once extended', { ...managed, ...appealed, extension: extended('2026-12-01') }, 'C23', '2027-01-06'],
  ['C23: a fair hearing, the safe 90 days', { ...managed, clock: 'fair_hearing_filing', known: { noticeDatedOn: '2026-11-23' } }, 'C23-hearing', '2027-02-21'],
  ['C24: dated 23 November, presumed on the 28th, 120 days, a Sunday that does not move', { planType: 'original_medicare', ...filing, known: { noticeDatedOn: '2026-11-23' } }, 'C24', '2027-03-28'],
  ['C25: one calendar year', { planType: 'original_medicare', clock: 'claim_filing', known: { performedOn: '2026-11-23' } }, 'C25', '2027-11-23'],
  ['C27: scheduled 9 business days ahead', { clock: 'good_faith_estimate', known: { scheduledOn: '2026-11-23', serviceOn: '2026-12-07' } }, 'C27', '2026-11-24'],
  ['C27: scheduled 3 business days ahead', { clock: 'good_faith_estimate', known: { scheduledOn: '2026-11-23', serviceOn: '2026-11-27' } }, 'C27', '2026-11-24'],
  ['C28: scheduled 10 business days ahead', { clock: 'good_faith_estimate', known: { scheduledOn: '2026-11-23', serviceOn: '2026-12-08' } }, 'C28', '2026-11-27'],
  ['C29: the patient asked', { clock: 'good_faith_estimate', known: { estimateAskedOn: '2026-11-20' } }, 'C29', '2026-11-25'],
  ['C31: one estimate for at most 12 months', { clock: 'estimate_expiry', known: { estimateIssuedOn: '2028-02-29' } }, 'C31', '2029-02-28'],
  ['C32: a change 1 business day before treatment', { clock: 'estimate_revision', known: { serviceOn: '2026-11-27' } }, 'C32', '2026-11-25'],
  ['C33: 120 days from the first bill', { clock: 'dispute', estimateCents: 180_000, billedCents: 220_000, known: { billedOn: '2026-11-23' } }, 'C33', '2027-03-23'],
  ['C34: documentation for 6 years', { clock: 'keep_documentation', known: { lastEffectiveOn: '2026-11-23' } }, 'C34', '2032-11-23'],
  ['C36: an estimate for 6 years', { clock: 'keep_estimate', known: { estimateIssuedOn: '2026-11-23' } }, 'C36', '2032-11-23'],
  ['C37: people are told within 60 days', { clock: 'breach_notice', known: { discoveredOn: '2026-11-23' } }, 'C37', '2027-01-22'],
  ['C37: 500 people, reported at the same time', { clock: 'breach_report', peopleAffected: 500, known: { discoveredOn: '2026-11-23' } }, 'C37-many', '2027-01-22'],
  ['C37: 499 people, 60 days after the year', { clock: 'breach_report', peopleAffected: 499, known: { discoveredOn: '2026-01-02' } }, 'C37-few', '2027-03-01'],
  ['C39: the expiry comes first', { clock: 'renewal', known: { authorizationExpiresOn: '2027-01-31', lastUnitOn: '2027-03-01' } }, 'C39', '2027-01-17'],
  ['C39: the last unit comes first', { clock: 'renewal', known: { authorizationExpiresOn: '2027-01-31', lastUnitOn: '2027-01-15' } }, 'C39', '2027-01-01'],
])('%s', (_, question, rule, day) => {
  const { rule: won, due } = dueFor(question);
  expect([won.key, due.precision, due.day]).toEqual([rule, 'day', day]);
});

it('a clock of days runs until the last second of its day where the payer is', () => {
  expect(dueFor({ ...advantage, ...received }).due.ends).toBe('2026-12-01T04:59:59Z');
  expect(dueFor({ ...advantage, ...received, timeZone: 'America/Los_Angeles' }).due.ends).toBe(
    '2026-12-01T07:59:59Z',
  );
});

it('an instant counts as the day it was where the payer is', () => {
  const known = { payerReceivedAt: '2026-11-24T04:30:00Z' };
  expect(dueFor({ ...advantage, known }).due.day).toBe('2026-11-30');
  expect(dueFor({ ...advantage, known, timeZone: 'Europe/London' }).due.day).toBe('2026-12-01');
});

it('C26: 90 days of the contract from the treatment, a Sunday that does not move', () => {
  const line = {
    lineOfBusiness: 'commercial_self_funded',
    clock: 'claim_filing',
    amount: 90,
    unit: 'calendar_days',
    starts: 'performed',
    source: 'Contract',
  } as const;
  const question = {
    clock: 'claim_filing',
    known: { performedOn: '2026-11-23' },
    payer: { clocks: [line] },
  } as const;
  const answer = dueFor(question);
  expect([answer.rule.row, answer.due.day]).toEqual(['C26', '2027-02-21']);
  const second = { performedOn: '2026-11-23', primaryDecidedOn: '2026-12-01' };
  expect(dueDay({ ...question, known: second })).toBe('2027-03-01');
  const roll = { kind: 'weekend_roll', row: 'C26', source: 'Contract 4.2' } as const;
  expect(dueDay({ ...question, payer: { clocks: [line], adjustments: [roll] } })).toBe('2027-02-22');
});

it.each([
  [219_999, 'does_not_exist'],
  [220_000, 'due'],
])('C33: an estimate of $1,800 and a bill of %i cents: %s', (billedCents, kind) => {
  const known = { billedOn: '2026-11-23' };
  expect(answerClock(aQuestion({ clock: 'dispute', estimateCents: 180_000, billedCents, known })).kind).toBe(
    kind,
  );
});
