import type { Challenge } from '../case-facts';
import { filingRefusals } from '../challenge-rules';
import { refusalsFor } from '../lifecycle/lifecycle';
import { aCase, aChallenge, aRequest, codesOf, someone } from '../testing/a-case';
import { challengeLifecycle } from './challenge-moves';

const denied = aRequest({ state: 'denied' });
const sending = (subject: Challenge, others: readonly Challenge[] = [], requests = [denied]) =>
  codesOf(
    refusalsFor(challengeLifecycle, 'send', {
      facts: aCase({ requests, challenges: [subject, ...others] }),
      subject,
      actor: someone('coordinator'),
    }),
  );
const opening = (state: ReturnType<typeof aRequest>['state']) =>
  codesOf(
    refusalsFor(challengeLifecycle, 'open', {
      facts: aCase({ requests: [aRequest({ state })] }),
      subject: null,
      actor: someone('physician'),
    }),
  );

describe('rule 8: a rejection without review is never appealed', () => {
  it.each(['denied', 'partial', 'modified'] as const)('a request that is %s can be', (state) =>
    expect(opening(state)).toEqual([]),
  );
  it.each(['rejected_unreviewed', 'pended', 'withdrawn', 'cancelled', 'approved', 'contact_payer'] as const)(
    'a request that is %s cannot',
    (state) => expect(opening(state)).toEqual(['nothing_to_challenge']),
  );
  it('not even beside another request that was denied', () => {
    const rejected = aRequest({ id: 'request-2', state: 'rejected_unreviewed' });
    expect(sending(aChallenge({ requestId: 'request-2' }), [], [denied, rejected])).toEqual([
      'nothing_to_challenge',
    ]);
  });
});

describe('rule 14: the levels come in their order', () => {
  const first = (state: Challenge['state'], more: Partial<Challenge> = {}) =>
    aChallenge({ id: 'first', state, ...more });
  const second = aChallenge({ id: 'second', kind: 'appeal_2' });
  const external = aChallenge({ id: 'external', kind: 'external_review' });

  it.each(['upheld', 'partly_overturned'] as const)('level 2 follows a level 1 that was %s', (state) =>
    expect(sending(second, [first(state)])).toEqual([]),
  );
  it.each(['open', 'drafted', 'sent', 'received', 'overturned', 'dismissed', 'withdrawn'] as const)(
    'level 2 does not follow a level 1 that is %s',
    (state) => expect(sending(second, [first(state)])).toEqual(['level_1_undecided']),
  );
  it('level 2 of one decision does not follow level 1 of another', () =>
    expect(sending(second, [first('upheld', { requestId: 'request-2' })])).toEqual(['level_1_undecided']));
  it('a peer-to-peer call is no first level', () =>
    expect(sending(second, [first('upheld', { kind: 'peer_to_peer' })])).toEqual(['level_1_undecided']));

  it('external review needs an internal decision', () => {
    expect(sending(external)).toEqual(['internal_undecided']);
    expect(sending(external, [first('sent')])).toEqual(['internal_undecided']);
    expect(sending(external, [first('upheld')])).toEqual([]);
  });
  it('external review waits for a second level that is still with the plan', () => {
    const running = aChallenge({ id: 'second', kind: 'appeal_2', state: 'received' });
    expect(sending(external, [first('upheld'), running])).toEqual(['internal_undecided']);
    expect(sending(external, [first('upheld'), { ...running, state: 'upheld' }])).toEqual([]);
  });
  it('external review may follow at once when the plan broke its own rules', () =>
    expect(sending({ ...external, deemedExhausted: true })).toEqual([]));
});

describe('rule 10: a clinical appeal is sent only when a physician has signed it', () => {
  it.each([
    ['drafted', true, ['challenge_unsigned']],
    ['signed', true, []],
    ['drafted', false, []],
  ] as const)('%s, clinical: %s', (state, clinical, codes) =>
    expect(sending(aChallenge({ state, clinical }))).toEqual(codes),
  );
  it('and nobody but a physician signs', () => {
    const situation = {
      facts: aCase({ requests: [denied] }),
      subject: aChallenge(),
      actor: someone('coordinator', 'manager'),
    };
    expect(codesOf(refusalsFor(challengeLifecycle, 'sign', situation))).toEqual(['wrong_role']);
  });
});

it('goes after the last day only with good cause that a manager recorded, by the day on which it went', () => {
  const sent = (fileByOn: string, more: Partial<Challenge> = {}, at = '2026-11-23T15:00:00Z') =>
    codesOf(filingRefusals(aCase({ requests: [denied] }), aChallenge({ fileByOn, ...more }), at));
  expect(sent('2026-11-23')).toEqual([]);
  expect(sent('2026-11-22')).toEqual(['filing_late']);
  // Recorded a day later than it went, it was in time.
  expect(sent('2026-11-22', {}, '2026-11-22T15:00:00Z')).toEqual([]);
  expect(sent('2026-11-22', { lateReason: 'Notice went to a wrong address' })).toEqual([]);
  expect(sent('2026-11-22', { lateReason: '  ' })).toEqual(['filing_late']);
  const excuses = challengeLifecycle.moves.filter(({ move }) => move.startsWith('excuse'));
  expect(excuses.map(({ by, from }) => [by, from])).toEqual([
    [['manager'], ['drafted']],
    [['manager'], ['signed']],
  ]);
});
