import { planTypes } from '../coverage';
import { aQuestion } from '../testing/a-clock-question';
import { answerClock } from './answer-clock';
import { clockDefinitions, clockNames } from './clock-names';
import type { ClockQuestion } from './clock-question';

const answer = (more: Partial<ClockQuestion>) => answerClock(aQuestion(more));
const everyDay = {
  submittedAt: '2026-11-23',
  payerReceivedAt: '2026-11-23',
  noticeDatedOn: '2026-11-23',
  noticeReceivedOn: '2026-11-23',
  appealReceivedAt: '2026-11-23',
  performedOn: '2026-11-23',
  askedAt: '2026-11-23',
};

it.each(clockNames.filter((name) => clockDefinitions[name].asksPlan))(
  'with an unknown plan type %s has no date, whatever is known and whatever a directory says',
  (clock) => {
    const line = {
      lineOfBusiness: 'unknown',
      clock: 'decision_standard',
      amount: 7,
      unit: 'calendar_days',
      starts: 'payer_received',
      source: 'Manual',
    } as const;
    const { kind, sentence } = answer({
      clock,
      planType: 'unknown',
      known: everyDay,
      payer: { clocks: [line] },
    });
    expect(kind).toBe('unknown_plan');
    expect(sentence).toMatch(/unknown, as the plan type is not known yet/);
  },
);

it('what follows from no plan has its date also while the plan is unknown', () =>
  expect(
    answer({ clock: 'good_faith_estimate', planType: 'unknown', known: { estimateAskedOn: '2026-11-20' } })
      .kind,
  ).toBe('due'));

// prettier-ignore
it.each<[string, Partial<ClockQuestion>, string, string | null]>([
  ['C18: a second appeal in the individual market', { clock: 'appeal_2_filing', planType: 'marketplace', known: everyDay }, 'does_not_exist', 'C18'],
  ['C18: its decision neither', { clock: 'appeal_2_decision', planType: 'marketplace', internalLevels: 2, known: everyDay }, 'does_not_exist', 'C18'],
  ['C9: a second appeal in Medicare Advantage goes to the IRE by itself', { clock: 'appeal_2_filing', planType: 'medicare_advantage', known: everyDay }, 'does_not_exist', 'C9'],
  ['C23: Medicaid managed care has one level', { clock: 'appeal_2_filing', planType: 'medicaid_managed_care', known: everyDay }, 'does_not_exist', 'C23'],
  ['C26: filing a claim is the contract’s matter', { clock: 'claim_filing', known: everyDay }, 'no_legal_clock', 'C26'],
  ['C30: scheduled 2 business days ahead', { clock: 'good_faith_estimate', planType: 'none', known: { scheduledOn: '2026-11-23', serviceOn: '2026-11-25' } }, 'no_legal_clock', 'C30'],
  ['C1: Medicaid fee for service before 2026', { planType: 'medicaid_fee_for_service', known: { payerReceivedAt: '2025-12-31' } }, 'no_legal_clock', 'C1'],
  ['C10: an urgent claim cannot be extended', { clock: 'decision_extension', request: 'expedited', known: everyDay }, 'no_legal_clock', 'C10'],
  ['a second appeal of an employer’s plan: the plan document', { clock: 'appeal_2_filing', known: everyDay }, 'no_legal_clock', 'C16'],
  ['Original Medicare asks for no authorization', { planType: 'original_medicare', known: everyDay }, 'no_legal_clock', null],
  ['without insurance nobody decides', { planType: 'none', known: everyDay }, 'no_legal_clock', null],
  ['a peer-to-peer call is the payer’s matter', { clock: 'peer_to_peer', known: everyDay }, 'no_legal_clock', null],
  ['workers’ compensation is the state’s matter', { planType: 'workers_compensation', known: everyDay }, 'no_rule_on_file', null],
  ['C35: a medical record is the state’s matter', { clock: 'keep_medical_record', known: everyDay }, 'no_rule_on_file', 'C35'],
  ['what the table does not know is no claim about the law', { clock: 'appeal_1_filing', planType: 'medicaid_fee_for_service', known: everyDay }, 'no_rule_on_file', null],
])('%s', (_, question, kind, row) => expect(answer(question)).toMatchObject({ kind, row }));

it('says in a sentence that no legal clock applies, and why', () =>
  expect(answer({ clock: 'claim_filing', known: everyDay }).sentence).toMatch(
    /^Filing the claim: no legal clock applies\. The contract sets how long/,
  ));

it.each<[string, Partial<ClockQuestion>, readonly string[]]>([
  ['a decision', {}, ['the payer received the request']],
  ['an appeal', { clock: 'appeal_1_filing' }, ['the notice was received']],
  [
    'an estimate',
    { clock: 'good_faith_estimate', known: { scheduledOn: '2026-11-23' } },
    ['the patient asked what it costs', 'the day of treatment and the day it was scheduled'],
  ],
  [
    'a dispute',
    { clock: 'dispute', known: { billedOn: '2026-11-23' } },
    ['the estimate’s total and the bill’s'],
  ],
  [
    'a report of a breach',
    { clock: 'breach_report', known: { discoveredOn: '2026-11-23' } },
    ['how many people are affected'],
  ],
])('%s that has not begun says what it waits for', (_, question, waitsFor) =>
  expect(answer(question)).toMatchObject({ kind: 'not_started', waitsFor }),
);

it('says of a rule that has not begun why it lost to one that has', () => {
  const known = { payerReceivedAt: '2026-11-25T16:30:00-05:00' };
  expect(answer({ request: 'concurrent', known })).toMatchObject({
    kind: 'due',
    rule: { key: 'C10' },
    others: [
      {
        rule: { key: 'C14' },
        due: null,
        why: 'It waits for what is not on record: when the approved course ends.',
      },
    ],
  });
});

it('C12: stands still until it is answered, and says what is left and by when to answer', () => {
  const extension = { noticeSentAt: '2026-12-05', missingInformation: true };
  expect(answer({ known: { payerReceivedAt: '2026-11-23' }, extension })).toMatchObject({
    kind: 'paused',
    rule: { key: 'C11' },
    since: '2026-12-05',
    left: '18 days',
    respondBy: { day: '2027-01-19' },
    endsIfUnanswered: { day: '2027-02-06' },
    sentence:
      'Decision, standard request: Paused since 5 December 2026, 18 days left. An answer is due by 19 January 2027.',
  });
});

it('C10: an urgent claim waits in hours', () => {
  const known = { payerReceivedAt: '2026-11-25T16:30:00-05:00' };
  const extension = { noticeSentAt: '2026-11-26T10:00:00-05:00', missingInformation: true };
  expect(answer({ request: 'expedited', known, extension })).toMatchObject({
    kind: 'paused',
    left: '48 hours',
    respondBy: { ends: '2026-11-28T15:00:00Z' },
    endsIfUnanswered: { ends: '2026-11-30T15:00:00Z' },
  });
});

it('every plan gets an answer to every clock, in a whole sentence', () => {
  for (const planType of planTypes)
    for (const clock of clockNames)
      for (const known of [{}, everyDay])
        expect(answer({ clock, planType, known }).sentence).toMatch(/^[A-Z].*: .*[.?]$/s);
});
