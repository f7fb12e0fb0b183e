import type { AuthRequest, CaseFacts, Challenge } from '../case-facts';
import type { PlanType } from '../coverage';
import type { PayerTerms } from '../clocks/clock-question';
import { aCase, aChallenge, aRecord, aRequest, clock } from '../testing/a-case';
import { clocksOfCase, endOf } from './index';

interface Told {
  readonly plan?: PlanType;
  readonly requests?: readonly AuthRequest[];
  readonly challenges?: readonly Challenge[];
  readonly payerTerms?: PayerTerms;
  readonly now?: string;
}
const caseOf = ({ plan = 'commercial_insured', now = clock.now, ...more }: Told): CaseFacts =>
  aCase({ clock: { ...clock, now }, case: aRecord({ planType: plan }), ...more });

/** Each clock in a line: what, and by when or why not. */
const inShort = (told: Told) =>
  clocksOfCase(caseOf(told)).map(({ answer }) => `${answer.clock} ${endOf(answer)?.day ?? answer.kind}`);

const sent = aRequest({ state: 'received' });
const denied = aRequest({
  state: 'denied',
  decidedOn: '2026-11-20',
  noticeReceivedOn: '2026-11-23',
  denial: { group: null, code: null, remarks: [], kind: 'clinical' },
});

describe('the payer’s clock to decide', () => {
  it('counts from when the payer received the request, by the rule of the plan', () => {
    expect(inShort({ requests: [sent] })).toEqual(['decision_standard 2026-12-08']);
    expect(inShort({ plan: 'medicare_advantage', requests: [sent] })).toEqual([
      'decision_standard 2026-11-30',
    ]);
  });

  it('is an estimate from the submission until the receipt is recorded', () => {
    const submitted = aRequest({ state: 'submitted', payerReceivedAt: null, payerReceivedOn: null });
    const [before] = clocksOfCase(caseOf({ requests: [submitted] }));
    expect(before?.answer).toMatchObject({
      kind: 'due',
      start: { estimated: 'receipt is not known; counted from when it was submitted' },
    });
    const received = { ...submitted, payerReceivedAt: '2026-11-25T14:00:00Z' };
    expect(clocksOfCase(caseOf({ requests: [received] }))[0]?.answer).toMatchObject({
      kind: 'due',
      due: { day: '2026-12-10' },
      start: { estimated: null },
    });
  });

  it('runs in hours for an expedited request', () =>
    expect(clocksOfCase(caseOf({ requests: [aRequest({ urgency: 'expedited' })] }))[0]?.answer).toMatchObject(
      {
        clock: 'decision_expedited',
        due: { ends: '2026-11-26T14:00:00Z' },
      },
    ));

  it.each([
    ['unknown', 'unknown_plan'],
    ['none', 'no_legal_clock'],
    ['workers_compensation', 'no_rule_on_file'],
  ] as const)('of a plan that is %s says %s, and names no date', (plan, kind) =>
    expect(inShort({ plan, requests: [sent] })).toEqual([`decision_standard ${kind}`]),
  );

  it('holds the payer to the shorter figure that its profile names', () => {
    const line = {
      lineOfBusiness: 'commercial_insured',
      clock: 'decision_standard',
      amount: 5,
      unit: 'calendar_days',
      starts: 'payer_received',
      source: 'Provider manual, page 12',
    } as const;
    const [only] = clocksOfCase(caseOf({ requests: [sent], payerTerms: { clocks: [line] } }));
    expect(only?.answer).toMatchObject({
      due: { day: '2026-11-28' },
      rule: { source: 'Provider manual, page 12' },
      others: [{ rule: { key: 'C11' }, due: { day: '2026-12-08' } }],
    });
  });

  it('ends with the decision, and nothing runs in a closed case', () => {
    expect(inShort({ requests: [aRequest({ state: 'approved' })] })).toEqual([]);
    const closed = { ...caseOf({ requests: [sent] }), case: aRecord({ state: 'closed' }) };
    expect(clocksOfCase(closed)).toEqual([]);
  });

  it('turns from calm to overdue as time passes', () => {
    const at = (now: string) => clocksOfCase(caseOf({ requests: [sent], now }))[0]?.pressure;
    expect([at('2026-11-24T15:00:00Z'), at('2026-12-02T15:00:00Z'), at('2026-12-07T15:00:00Z')]).toEqual([
      'calm',
      'amber',
      'red',
    ]);
    expect(at('2026-12-09T15:00:00Z')).toBe('overdue');
  });
});

describe('a question of the payer', () => {
  const asked = aRequest({
    state: 'information_requested',
    askedAt: '2026-12-05T15:00:00Z',
    respondByOn: '2026-12-20',
  });

  it('stops the clock of an insured employer plan, and the day that the payer named is the one to answer by', () => {
    const [answer, decision] = clocksOfCase(caseOf({ requests: [asked] }));
    expect(answer?.answer).toMatchObject({
      clock: 'information_answer',
      due: { day: '2026-12-20' },
      rule: { source: 'The payer’s question' },
      others: [{ rule: { key: 'C12' }, due: { day: '2027-01-19' } }],
    });
    expect(decision?.answer).toMatchObject({ kind: 'paused', left: '18 days' });
  });

  it('lets it run on from the answer with what was left', () => {
    const answered = { ...asked, state: 'pended' as const, answeredAt: '2026-12-20T15:00:00Z' };
    expect(inShort({ requests: [answered] })).toEqual(['decision_standard 2027-01-07']);
  });

  it('does not stop the clock of Medicare Advantage, which only a notice of extension could', () =>
    expect(inShort({ plan: 'medicare_advantage', requests: [asked] })).toEqual([
      'decision_standard 2026-11-30',
      'information_answer 2026-12-20',
    ]));
});

describe('the windows after an adverse decision', () => {
  it('are the appeal by the notice’s receipt, and the call where the payer names how long', () => {
    const peerToPeer = { amount: 14, unit: 'calendar_days', starts: 'decided', source: 'Manual' } as const;
    expect(inShort({ requests: [denied], payerTerms: { clocks: [], peerToPeer } })).toEqual([
      'peer_to_peer 2026-12-04',
      'appeal_1_filing 2027-05-22',
    ]);
    expect(inShort({ requests: [denied] })).toEqual([
      'appeal_1_filing 2027-05-22',
      'peer_to_peer no_legal_clock',
    ]);
  });

  it('open for a partial approval as well, from its day', () =>
    expect(inShort({ requests: [aRequest({ state: 'partial', decidedOn: '2026-11-23' })] })).toContain(
      'appeal_1_filing 2027-05-22',
    ));

  it('give way to the decision on the appeal once that is sent', () => {
    const appeal = aChallenge({ state: 'received', sentOn: '2026-11-24', payerReceivedOn: '2026-11-25' });
    expect(inShort({ requests: [denied], challenges: [appeal] })).toEqual(['appeal_1_decision 2026-12-25']);
  });

  it('go on with external review once the appeal is lost, and a marketplace plan has no second level', () => {
    const lost = aChallenge({ state: 'upheld', sentOn: '2026-08-01', decidedOn: '2026-08-26' });
    const told = { requests: [denied], challenges: [lost] };
    expect(inShort({ ...told, plan: 'marketplace' })).toEqual(['external_review_filing 2026-12-28']);
    expect(inShort(told)).toEqual(['external_review_filing 2026-12-28', 'appeal_2_filing no_legal_clock']);
  });

  it('close when it is overturned, or what was asked anew was granted; asking anew alone stops no clock', () => {
    const won = aChallenge({ state: 'overturned', sentOn: '2026-11-24', decidedOn: '2026-11-30' });
    expect(inShort({ requests: [denied], challenges: [won] })).toEqual([]);
    const again = aRequest({ id: 'request-2', state: 'draft', supersedesId: denied.id });
    expect(inShort({ requests: [denied, again] })).toEqual(inShort({ requests: [denied] }));
    expect(inShort({ requests: [denied, { ...again, state: 'approved' }] })).toEqual([]);
  });
});

describe('a manager’s own end', () => {
  const set = (dueOn: string) => ({
    requestId: denied.id,
    clock: 'appeal_1_filing' as const,
    dueOn,
    reason: 'The notice names it.',
    by: 'Dana',
    at: '2026-11-23T12:00:00Z',
  });

  it('takes the place of the computed one, which is kept; of two the later one stands, and no other clock is touched', () => {
    const facts = {
      ...caseOf({ requests: [denied] }),
      clockOverrides: [set('2027-01-10'), set('2027-02-01')],
    };
    expect(clocksOfCase(facts).map(({ answer }) => [answer.clock, answer.kind])).toEqual([
      ['appeal_1_filing', 'overridden'],
      ['peer_to_peer', 'no_legal_clock'],
    ]);
    expect(clocksOfCase(facts)[0]?.answer).toMatchObject({
      due: { day: '2027-02-01' },
      computed: { kind: 'due', due: { day: '2027-05-22' } },
    });
  });
});
