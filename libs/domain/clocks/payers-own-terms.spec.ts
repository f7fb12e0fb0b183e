import { aQuestion, dueDay, dueFor } from '../testing/a-clock-question';
import { answerClock } from './answer-clock';
import type { ClockQuestion, PayerClockEntry } from './clock-question';
import type { ClockRule } from './clock-rule';

/** `line('decision_standard', '10 calendar_days', 'payer_received')` of a self-funded plan. */
function line(
  clock: PayerClockEntry['clock'],
  span: `${number} ${PayerClockEntry['unit']}`,
  starts: PayerClockEntry['starts'],
  lineOfBusiness: PayerClockEntry['lineOfBusiness'] = 'commercial_self_funded',
): PayerClockEntry {
  const [amount, unit] = span.split(' ');
  return {
    lineOfBusiness,
    clock,
    amount: Number(amount),
    unit: unit as PayerClockEntry['unit'],
    starts,
    source: 'Payer manual',
  };
}

const known = { payerReceivedAt: '2026-11-23' };
const payer = (...clocks: readonly PayerClockEntry[]) => ({ payer: { clocks } });

it('a payer that promises less than the law is held to its word, and the law is shown with its own date', () => {
  const answer = dueFor({ known, ...payer(line('decision_standard', '10 calendar_days', 'payer_received')) });
  expect(answer).toMatchObject({
    due: { day: '2026-12-03' },
    rule: { basis: 'payer', source: 'Payer manual' },
    others: [
      {
        rule: { key: 'C11' },
        due: { day: '2026-12-08' },
        why: 'It ends later, 8 December 2026; the shortest rule counts.',
      },
    ],
  });
});

it('a payer that takes more than the law does not move the law’s end', () => {
  const answer = dueFor({ known, ...payer(line('decision_standard', '20 business_days', 'payer_received')) });
  expect([answer.rule.key, answer.due.day]).toEqual(['C11', '2026-12-08']);
  expect(answer.others).toMatchObject([{ rule: { basis: 'payer' }, due: { day: '2026-12-22' } }]);
});

it('what the payer says as the law does wins nothing', () => {
  const answer = dueFor({ known, ...payer(line('decision_standard', '15 calendar_days', 'payer_received')) });
  expect(answer.rule.basis).toBe('law');
  expect(answer.others).toMatchObject([{ why: 'It ends at the same time.' }]);
});

it('what the payer says of another line of business or another kind of request has no say', () => {
  const lines = [
    line('decision_standard', '2 calendar_days', 'payer_received', 'medicare_advantage'),
    line('decision_expedited', '1 hours', 'payer_received'),
  ];
  expect(dueFor({ known, ...payer(...lines) })).toMatchObject({ due: { day: '2026-12-08' }, others: [] });
  const afterTreatment = payer(line('decision_standard', '10 calendar_days', 'payer_received'));
  expect(dueDay({ known, request: 'post_service', ...afterTreatment })).toBe('2026-12-23');
});

it('never shows 7 days on a self-funded plan, also where somebody wrote them down', () => {
  const answer = dueFor({ known, ...payer(line('decision_standard', '7 calendar_days', 'payer_received')) });
  expect([answer.rule.key, answer.due.day]).toEqual(['C11', '2026-12-08']);
  expect(answer.others).toMatchObject([
    { due: null, why: expect.stringMatching(/^No 7-day rule covers a self-funded plan/) },
  ]);
});

it('what stops or extends the law’s clock does so with the payer’s own figure', () => {
  const lines = payer(
    line('decision_standard', '10 calendar_days', 'payer_received'),
    line('decision_extension', '5 calendar_days', 'payer_received'),
  );
  const extension = { noticeSentAt: '2026-11-30', missingInformation: true };
  expect(dueDay({ known, ...lines, extension: { ...extension, missingInformation: false } })).toBe(
    '2026-12-08',
  );
  expect(dueDay({ known, ...lines, extension: { ...extension, answeredAt: '2026-12-07' } })).toBe(
    '2026-12-15',
  );
  expect(answerClock(aQuestion({ known, ...lines, extension }))).toMatchObject({
    kind: 'paused',
    left: '8 days',
    others: [{ rule: { key: 'C11' } }],
  });
});

it('C10: an urgent claim is not extended because the payer lists an extension', () => {
  const lines = payer(
    line('decision_expedited', '48 hours', 'payer_received'),
    line('decision_extension', '15 calendar_days', 'payer_received'),
  );
  const urgent = { request: 'expedited', known: { payerReceivedAt: '2026-11-23T12:00:00Z' } } as const;
  const extension = { noticeSentAt: '2026-11-24T12:00:00Z', missingInformation: false };
  expect(dueFor({ ...urgent, ...lines, extension }).due.ends).toBe('2026-11-25T12:00:00Z');
  expect(answerClock(aQuestion({ ...urgent, ...lines, clock: 'decision_extension' })).kind).toBe(
    'no_legal_clock',
  );
});

it('shows the safe day of two windows to appeal, and that there may be more time after it', () => {
  const notice = { clock: 'appeal_1_filing', known: { noticeReceivedOn: '2026-11-23' } } as const;
  const longer = dueFor({
    ...notice,
    ...payer(line('appeal_1_filing', '365 calendar_days', 'notice_received')),
  });
  expect([longer.rule.key, longer.due.day]).toEqual(['C16', '2027-05-22']);
  expect(longer.others).toMatchObject([
    {
      rule: { basis: 'payer' },
      why: 'It leaves time until 23 November 2027; the earliest end is the safe one.',
    },
  ]);
  expect(longer.notes).toEqual([
    'Shown is the earliest end, which is the safe one. After it there may still be time until 23 November 2027 (Payer manual).',
  ]);
  const shorter = dueFor({
    ...notice,
    ...payer(line('appeal_1_filing', '90 calendar_days', 'notice_received')),
  });
  expect([shorter.rule.basis, shorter.due.day]).toEqual(['payer', '2027-02-21']);
  expect(shorter.notes.join()).toMatch(/still be time until 22 May 2027 \(29 CFR 2560\.503-1/);
});

it('C17: a payer that lists a second appeal has two levels, and says that this was concluded', () => {
  const appealed = { clock: 'appeal_1_decision', known: { appealReceivedAt: '2026-11-23' } } as const;
  const answer = dueFor({
    ...appealed,
    ...payer(line('appeal_2_filing', '60 calendar_days', 'notice_received')),
  });
  expect([answer.rule.key, answer.notes]).toEqual([
    'C17-two-levels',
    ['The plan is taken to have two levels of internal appeal.'],
  ]);
  expect(dueFor(appealed).notes).toEqual(['The plan is taken to have one level of internal appeal.']);
  expect(dueFor({ ...appealed, internalLevels: 1 }).notes).toEqual([]);
});

it('C18: a second appeal that a directory lists for an individual plan stays hidden', () => {
  const listed = payer(line('appeal_2_filing', '60 calendar_days', 'notice_received', 'marketplace'));
  const question = {
    clock: 'appeal_2_filing',
    planType: 'marketplace',
    known: { noticeReceivedOn: '2026-11-23' },
  } as const;
  expect(answerClock(aQuestion({ ...question, ...listed })).kind).toBe('does_not_exist');
});

it('the window for a peer-to-peer call is the payer’s', () => {
  const peerToPeer = { amount: 5, unit: 'business_days', starts: 'decided', source: 'Manual 7.1' } as const;
  const answer = dueFor({
    clock: 'peer_to_peer',
    known: { decidedOn: '2026-11-23' },
    payer: { clocks: [], peerToPeer },
  });
  expect([answer.due.day, answer.rule.source]).toEqual(['2026-12-01', 'Manual 7.1']);
});

it('C19: 4 months that the payer repeats are counted as the law counts them', () => {
  const lines = payer(line('external_review_filing', '4 months', 'notice_received'));
  expect(
    dueDay({ clock: 'external_review_filing', known: { noticeReceivedOn: '2026-10-30' }, ...lines }),
  ).toBe('2027-03-01');
});

it('C22: a state that was given a delay keeps its 14 days until then', () => {
  const adjustments = (['C1', 'C22'] as const).map(
    (row) => ({ kind: 'delay', row, until: '2026-12-31', source: 'CMS letter' }) as const,
  );
  const question = { planType: 'medicaid_managed_care', payer: { clocks: [], adjustments } } as const;
  const on = (payerReceivedAt: string) => dueDay({ ...question, known: { payerReceivedAt } });
  expect([on('2025-06-02'), on('2026-11-23'), on('2026-12-31'), on('2027-01-01')]).toEqual([
    '2025-06-16',
    '2026-12-07',
    '2027-01-14',
    '2027-01-08',
  ]);
  expect(dueFor({ ...question, known }).rule.source).toMatch(/; CMS letter$/);
});

it('C24: a contractor that moves an end off a weekend is entered, not presumed', () => {
  const adjustments = [{ kind: 'weekend_roll', row: 'C24', source: 'Contractor’s page' }] as const;
  const question = {
    clock: 'appeal_1_filing',
    planType: 'original_medicare',
    known: { noticeDatedOn: '2026-11-23' },
  } as const;
  const answer = dueFor({ ...question, payer: { clocks: [], adjustments } });
  expect(answer.due.day).toBe('2027-03-29');
  expect(answer.steps.at(-1)).toBe('No business day, so the next one: 29 March 2027');
});

it.each<[string, Partial<ClockQuestion>, string, string]>([
  ['Washington, electronic', { state: 'WA', electronic: true }, 'WA', '2026-11-26'],
  ['Washington, by fax', { state: 'WA' }, 'C11', '2026-12-08'],
  ['District of Columbia, by portal', { state: 'DC', electronic: true }, 'DC', '2026-11-27'],
  ['Alaska before 2027', { state: 'AK' }, 'C11', '2026-12-08'],
  ['Alaska from 2027', { state: 'AK', known: { payerReceivedAt: '2027-01-01' } }, 'AK', '2027-01-04'],
  ['another state', { state: 'OR', electronic: true }, 'C11', '2026-12-08'],
])('an insured plan in %s', (_, question, key, day) => {
  const answer = dueFor({ planType: 'commercial_insured', known, ...question });
  expect([answer.rule.key, answer.due.day]).toEqual([key, day]);
});

it('state law does not bind a self-funded plan, and says so', () =>
  expect(dueFor({ known, state: 'WA', electronic: true })).toMatchObject({
    rule: { key: 'C11' },
    others: [
      { rule: { key: 'WA' }, due: null, why: 'State insurance law does not bind a self-funded plan.' },
    ],
  }));

it('a further rule of a state or a contract competes like all others', () => {
  const oregon: ClockRule = {
    key: 'OR',
    row: null,
    basis: 'state',
    clock: 'decision_standard',
    plans: ['commercial_insured'],
    amount: 2,
    unit: 'business_days',
    starts: 'payer_received',
    state: 'OR',
    source: 'Oregon',
    sentence: 'Oregon: decided within 2 business days.',
  };
  const question = { planType: 'commercial_insured', known, furtherRules: [oregon] } as const;
  expect(dueDay({ ...question, state: 'OR' })).toBe('2026-11-25');
  expect(dueDay({ ...question, state: 'WA' })).toBe('2026-12-08');
});
