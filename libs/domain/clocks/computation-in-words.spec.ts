import { aQuestion, dueFor } from '../testing/a-clock-question';
import { answerClock } from './answer-clock';
import type { ClockQuestion } from './clock-question';
import { isLate, pressureOf } from './limits';

const known = { payerReceivedAt: '2026-11-23' };

// prettier-ignore
it.each<[string, Partial<ClockQuestion>, readonly string[]]>([
  ['days', { known }, ['The payer received the request: 23 November 2026', '+ 15 calendar days: 8 December 2026']],
  ['hours', { request: 'expedited', known: { payerReceivedAt: '2026-11-25T16:30:00-05:00' } }, ['The payer received the request: 25 November 2026, 16:30', '+ 72 hours: 28 November 2026, 16:30']],
  ['a pause', { known, extension: { noticeSentAt: '2026-12-05', missingInformation: true, answeredAt: '2026-12-20' } }, [
    'The payer received the request: 23 November 2026',
    '+ 15 calendar days: 8 December 2026',
    '+ 15 calendar days of extension: 23 December 2026',
    'Paused from 5 December 2026 to 20 December 2026: 18 days left',
    '+ 18 calendar days: 7 January 2027',
  ]],
  ['an extension that came too late', { known, extension: { noticeSentAt: '2026-12-08', missingInformation: false } }, [
    'The payer received the request: 23 November 2026',
    '+ 15 calendar days: 8 December 2026',
    'The extension told on 8 December 2026 does not count: it has to be told before the last day',
  ]],
  ['a presumed receipt', { clock: 'appeal_1_filing', planType: 'medicare_advantage', known: { noticeDatedOn: '2026-01-05' } }, ['The notice counts as received 5 days after its date: 10 January 2026', '+ 60 calendar days: 11 March 2026']],
  ['an earlier receipt', { clock: 'appeal_1_filing', planType: 'medicare_advantage', known: { noticeDatedOn: '2026-01-05', noticeReceivedOn: '2026-01-07' } }, ['The notice was received: 7 January 2026', '+ 60 calendar days: 8 March 2026']],
  ['a month without such a day', { clock: 'external_review_filing', known: { noticeReceivedOn: '2026-10-30' } }, ['The notice was received: 30 October 2026', '+ 4 months: 1 March 2027, as the month has no such day']],
  ['a weekend', { clock: 'external_review_filing', known: { noticeReceivedOn: '2026-08-26' } }, ['The notice was received: 26 August 2026', '+ 4 months: 26 December 2026', 'No business day, so the next one: 28 December 2026']],
  ['backwards', { clock: 'renewal', known: { authorizationExpiresOn: '2027-01-31' } }, ['The authorization’s last day or last unit, whichever is first: 31 January 2027', '− 14 calendar days: 17 January 2027']],
])('computes in words: %s', (_, question, steps) => expect(dueFor(question).steps).toEqual(steps));

it('shows rule, trigger, plan type and source', () =>
  expect(dueFor({ known })).toMatchObject({
    planType: 'commercial_self_funded',
    rule: { row: 'C11', source: '29 CFR 2560.503-1(f)(2)(iii)(A)' },
    start: { event: 'payer_received', moment: '2026-11-23', estimated: null },
    sentence:
      'Decision, standard request: by 8 December 2026. The plan must decide a claim before treatment within 15 days of filing, complete or not.',
  }));

it('counts from when it was submitted as long as receipt is not known, and says that this is an estimate', () => {
  const answer = dueFor({ known: { submittedAt: '2026-11-20T15:00:00Z' } });
  expect(answer).toMatchObject({
    due: { day: '2026-12-05' },
    notes: ['Estimated: receipt is not known; counted from when it was submitted.'],
    sentence: expect.stringMatching(/^Decision, standard request: by 5 December 2026 \(estimated\)\. /),
  });
  expect(answer.start.estimated).not.toBeNull();
});

it('the submission no longer counts once receipt is known', () =>
  expect(dueFor({ known: { ...known, submittedAt: '2026-11-20T15:00:00Z' } })).toMatchObject({
    due: { day: '2026-12-08' },
    start: { estimated: null },
    notes: [],
  }));

it('an employer’s window to appeal is estimated from the notice’s date, the earliest day', () => {
  const answer = dueFor({ clock: 'appeal_1_filing', known: { noticeDatedOn: '2026-11-23' } });
  expect([answer.due.day, answer.start.estimated]).toEqual([
    '2027-05-22',
    'receipt is not known; counted from the notice’s date',
  ]);
});

it('the type of request says which decision clock runs, so that a question cannot contradict itself', () => {
  const at = { payerReceivedAt: '2026-11-25T16:30:00-05:00' };
  expect(dueFor({ clock: 'decision_standard', request: 'expedited', known: at })).toMatchObject({
    clock: 'decision_expedited',
    rule: { key: 'C10' },
  });
  expect(dueFor({ clock: 'decision_expedited', known: at }).rule.key).toBe('C10');
  expect(dueFor({ clock: 'decision_expedited', request: 'standard', known: at }).rule.key).toBe('C11');
});

it('says what it means when it passes, also where the rule that says so ends together with the one that won', () => {
  const advantage = dueFor({ planType: 'medicare_advantage', known });
  expect([advantage.rule.key, advantage.ifMissed]).toEqual([
    'C1',
    'A Medicare Advantage plan that lets it pass has decided against the patient: appeal.',
  ]);
  const line = {
    lineOfBusiness: 'medicare_advantage',
    clock: 'decision_standard',
    amount: 5,
    unit: 'calendar_days',
    starts: 'payer_received',
    source: 'Payer manual',
  } as const;
  expect(dueFor({ planType: 'medicare_advantage', known, payer: { clocks: [line] } }).ifMissed).toBeNull();
});

describe('a manager’s override', () => {
  const override = {
    due: '2026-12-20',
    reason: 'Agreed by phone',
    by: 'manager-dana',
    at: '2026-11-24T15:00:00Z',
  };

  it('gives its own date and keeps the computed one', () => {
    const answer = answerClock(aQuestion({ known, override }));
    expect(answer).toMatchObject({
      kind: 'overridden',
      due: { precision: 'day', day: '2026-12-20', ends: '2026-12-21T04:59:59Z' },
      override,
      sentence: 'Decision, standard request: by 20 December 2026, set by a manager. Reason: Agreed by phone',
    });
    expect(answer).toHaveProperty('computed', answerClock(aQuestion({ known })));
  });

  it('stands also where no date can be computed, and keeps why', () =>
    expect(answerClock(aQuestion({ planType: 'unknown', override }))).toMatchObject({
      kind: 'overridden',
      computed: { kind: 'unknown_plan' },
      limits: { redAt: '2026-12-14T13:29:59Z' },
    }));
});

describe('how much it presses', () => {
  const answer = dueFor({ request: 'expedited', known: { payerReceivedAt: '2026-11-23T12:00:00Z' } });

  it.each([
    ['2026-11-23T12:00:00Z', 'calm'],
    ['2026-11-24T23:59:59Z', 'calm'],
    ['2026-11-25T00:00:00Z', 'amber'],
    ['2026-11-25T17:59:59Z', 'amber'],
    ['2026-11-25T18:00:00Z', 'red'],
    ['2026-11-26T12:00:00Z', 'red'],
    ['2026-11-26T12:00:01Z', 'overdue'],
  ])('of 72 hours, at %s: %s', (now, pressure) => expect(pressureOf(answer, now)).toBe(pressure));

  it('counts running time only: a pause brings no red forward', () => {
    const extension = { noticeSentAt: '2026-12-05', missingInformation: true, answeredAt: '2027-01-10' };
    // Day 0 and 30 more have run in all: a quarter of 31 days is seven days and 18 hours.
    expect(dueFor({ known, extension })).toMatchObject({
      due: { day: '2027-01-28' },
      limits: { redAt: '2027-01-21T10:59:59Z' },
    });
  });

  it('warns of a claim’s last day 30 days before, where half of the time would be later', () => {
    const line = {
      lineOfBusiness: 'commercial_self_funded',
      clock: 'claim_filing',
      amount: 40,
      unit: 'calendar_days',
      starts: 'performed',
      source: 'Contract',
    } as const;
    expect(
      dueFor({ clock: 'claim_filing', known: { performedOn: '2026-11-23' }, payer: { clocks: [line] } }),
    ).toMatchObject({
      due: { day: '2027-01-02' },
      limits: { amberAt: '2026-12-04T04:59:59Z' },
    });
  });

  it('nothing presses while nothing runs', () => {
    expect(pressureOf(answerClock(aQuestion()), '2026-11-23T12:00:00Z')).toBeNull();
    expect(
      pressureOf(answerClock(aQuestion({ planType: 'unknown', known })), '2027-11-23T12:00:00Z'),
    ).toBeNull();
  });

  it('what is counted backwards is calm until it is over', () => {
    const renewal = dueFor({ clock: 'renewal', known: { authorizationExpiresOn: '2027-01-31' } });
    expect(pressureOf(renewal, '2027-01-18T04:59:59Z')).toBe('calm');
    expect(pressureOf(renewal, '2027-01-18T05:00:00Z')).toBe('overdue');
  });
});

it.each([
  ['2026-12-09T04:59:59Z', '2027-01-01T00:00:00Z', false],
  ['2026-12-09T05:00:00Z', '2027-01-01T00:00:00Z', true],
  [null, '2026-12-09T04:59:59Z', false],
  [null, '2026-12-09T05:00:00Z', true],
])('what came at %s, seen at %s, is late: %s', (cameAt, now, late) =>
  expect(isLate(dueFor({ known }).due, cameAt, now)).toBe(late),
);
