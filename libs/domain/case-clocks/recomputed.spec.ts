import type { CaseFacts } from '../case-facts';
import { aCase, aRecord, aRequest, clock } from '../testing/a-case';
import { type KeptClock, recomputed } from './recomputed';

/** An insured employer plan's request, received on 23 November: 15 days to decide. */
const facts = (more: Partial<CaseFacts> = {}) =>
  aCase({
    clock,
    case: aRecord({ planType: 'commercial_insured' }),
    requests: [aRequest({ state: 'received' })],
    ...more,
  });
const kept = recomputed(facts(), []).keep;
const received = (day: string) =>
  facts({ requests: [aRequest({ state: 'received', payerReceivedAt: `${day}T14:00:00Z` })] });
const c11 = { key: 'C11', source: '29 CFR 2560.503-1(f)(2)(iii)(A)' };

it('keeps a clock that is new, and tells of no change: what set it going is told already', () => {
  expect(recomputed(facts(), []).changes).toEqual([]);
  expect(kept).toEqual([
    {
      subjectId: 'request-1',
      requestId: 'request-1',
      clock: 'decision_standard',
      says: '8 December 2026',
      rule: 'C11',
    },
  ]);
});

it('says nothing, and keeps nothing anew, while a clock says the same', () =>
  expect(recomputed(facts(), kept)).toEqual({ changes: [], keep: [] }));

it('tells of another end once a date is recorded, with the rule as it is cited', () =>
  expect(recomputed(received('2026-11-25'), kept)).toEqual({
    changes: [
      {
        subjectId: 'request-1',
        requestId: 'request-1',
        clock: 'decision_standard',
        was: '8 December 2026',
        became: '10 December 2026',
        rule: c11,
      },
    ],
    keep: [{ ...kept[0], says: '10 December 2026' }],
  }));

it('tells of another rule, even where the day is the same', () => {
  const before: KeptClock[] = kept.map((one) => ({ ...one, rule: 'C10' }));
  expect(recomputed(facts(), before).changes).toEqual([
    expect.objectContaining({ was: '8 December 2026', became: '8 December 2026', rule: c11 }),
  ]);
});

it.each([
  [
    'stands still',
    { askedAt: '2026-12-05T15:00:00Z', state: 'information_requested' },
    /^stands still, with 18 days left$/,
  ],
  ['is extended', { extension: { datedOn: '2026-12-04', because: 'more_time' } }, /^23 December 2026$/],
] as const)('tells of a clock that %s', (_, more, became) =>
  expect(
    recomputed(facts({ requests: [aRequest({ state: 'received', ...more })] }), kept).changes[0]?.became,
  ).toMatch(became),
);

it('tells of an end that is no longer there because nobody knows the plan any more', () =>
  expect(recomputed(facts({ case: aRecord({ planType: 'unknown' }) }), kept).changes).toEqual([
    expect.objectContaining({ became: 'no date: the plan is not known', rule: null }),
  ]));

describe('a day that a manager has set', () => {
  const override = {
    requestId: 'request-1',
    clock: 'decision_standard',
    dueOn: '2026-12-01',
    reason: 'The payer promised it.',
    by: 'Dana',
    at: '2026-11-23T12:00:00Z',
  } as const;
  const set = recomputed(facts({ clockOverrides: [override] }), kept);

  it('is told by whoever set it, and kept', () =>
    expect(set).toEqual({ changes: [], keep: [{ ...kept[0], says: '1 December 2026', rule: null }] }));
});

it('leaves out what ended with the decision, and compares again where it comes back', () => {
  const closed = facts({ case: aRecord({ planType: 'commercial_insured', state: 'closed' }) });
  expect(recomputed(closed, kept)).toEqual({ changes: [], keep: [] });
});
