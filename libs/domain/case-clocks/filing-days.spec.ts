import type { CaseFacts } from '../case-facts';
import { aCase, aChallenge, aRecord, aRequest, anAgreement } from '../testing/a-case';
import { filingDaysOf } from './filing-days';

const denied = aRequest({ state: 'denied', decidedOn: '2026-11-20', noticeReceivedOn: '2026-11-23' });
const sent = aChallenge({ state: 'sent', sentOn: '2026-11-30', fileByOn: '2027-05-22' });
const next = aRequest({ id: 'request-2', state: 'submitted' });

/** Each day in a line: until when what, and whether it is being prepared. */
const days = (more: Partial<CaseFacts>) =>
  filingDaysOf(aCase({ requests: [denied], ...more })).map(
    ({ clock, onDay, preparing }) => `${clock} ${onDay}${preparing ? ` ${preparing.id}` : ''}`,
  );
const firstAppeal = 'appeal_1_filing 2027-05-22';

it('begins with the denial, 180 days from its notice where an employer’s plan gives them', () =>
  expect(days({})).toEqual([firstAppeal]));

it('has the call with a reviewer too, where the payer says how long it offers one', () => {
  const payerTerms = {
    clocks: [],
    peerToPeer: {
      amount: 5,
      unit: 'business_days',
      starts: 'decided',
      source: 'Provider manual, page 3',
    },
  } as const;
  expect(days({ payerTerms })).toEqual(['peer_to_peer 2026-11-30', firstAppeal]);
});

it('is the day of the challenge once one is being prepared, and never both', () =>
  expect(days({ challenges: [aChallenge({ fileByOn: '2027-05-20' })] })).toEqual([
    'appeal_1_filing 2027-05-20 challenge-1',
  ]));

it('is there again when what was being prepared is withdrawn', () =>
  expect(days({ challenges: [aChallenge({ state: 'withdrawn', fileByOn: '2027-05-20' })] })).toEqual([
    firstAppeal,
  ]));

it('goes on to external review when the first appeal is lost; of the second one no rule gives a day', () =>
  expect(days({ challenges: [{ ...sent, state: 'upheld', decidedOn: '2026-12-20' }] })).toEqual([
    'external_review_filing 2027-04-20',
  ]));

describe('is gone once', () => {
  it.each<[string, Partial<CaseFacts>]>([
    ['the appeal is sent', { challenges: [sent] }],
    ['a new request is sent', { requests: [denied, next] }],
    [
      'another one takes the place of the request',
      { requests: [denied, { ...next, supersedesId: denied.id }] },
    ],
    ['the patient has signed for self-pay', { agreements: [anAgreement({ state: 'signed' })] }],
    ['the appeal is won', { challenges: [{ ...sent, state: 'overturned' }] }],
  ])('%s', (_what, more) => expect(days(more)).toEqual([]));
});

describe('stays while', () => {
  it.each<[string, Partial<CaseFacts>]>([
    ['the new request is a draft', { requests: [denied, { ...next, state: 'draft', submittedAt: null }] }],
    ['the new request was withdrawn', { requests: [denied, { ...next, state: 'withdrawn' }] }],
    [
      'the new request was rejected unread',
      { requests: [denied, { ...next, state: 'rejected_unreviewed' }] },
    ],
    ['an earlier request was sent', { requests: [{ ...next, state: 'approved' }, denied] }],
    ['self-pay is only offered', { agreements: [anAgreement()] }],
  ])('%s', (_what, more) => expect(days(more)).toEqual([firstAppeal]));
});

it('has no day where no rule gives one: it is never guessed', () =>
  expect(days({ case: aRecord({ planType: 'unknown' }) })).toEqual([]));
