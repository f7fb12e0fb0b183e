import type { Challenge, CaseFacts } from '../case-facts';
import type { PlanType } from '../coverage';
import { denialClasses, isFixable } from '../denials/classes';
import type { FindingTopic } from '../denials/decision-findings';
import { denialOf } from '../denials/testing/a-denial';
import { refusalsFor } from '../lifecycle/lifecycle';
import { aCase, aChallenge, aRecord, aRequest, codesOf, someone } from '../testing/a-case';
import { challengeLifecycle } from './challenge-moves';

const making = (move: 'sign' | 'send', subject: Challenge, more: Partial<CaseFacts> = {}) =>
  codesOf(
    refusalsFor(challengeLifecycle, move, {
      facts: aCase({ requests: [aRequest({ state: 'denied' })], challenges: [subject], ...more }),
      subject,
      actor: someone('coordinator', 'physician'),
    }),
  );
const lost = (kind: Challenge['kind']) => aChallenge({ id: 'before', kind, state: 'upheld' });

describe('a level that the plan does not have is not filed', () => {
  const filing = (kind: Challenge['kind'], planType: PlanType) => {
    const subject = aChallenge({ kind });
    const challenges = [subject, lost('appeal_1'), { ...lost('reconsideration'), id: 'other' }];
    return making('send', subject, { case: aRecord({ planType }), challenges });
  };
  it.each([
    ['appeal_2', 'commercial_insured', []],
    ['appeal_2', 'commercial_self_funded', []],
    ['appeal_2', 'marketplace', ['no_such_level']],
    ['appeal_2', 'medicare_advantage', ['no_such_level']],
    ['appeal_2', 'original_medicare', []],
    ['appeal_2', 'medicaid_managed_care', ['no_such_level']],
    ['external_review', 'commercial_insured', []],
    ['external_review', 'marketplace', []],
    ['external_review', 'medicare_advantage', ['no_such_level']],
    ['external_review', 'medicaid_managed_care', ['no_such_level']],
    ['external_review', 'unknown', []],
    ['independent_review_entity', 'medicare_advantage', []],
    ['independent_review_entity', 'commercial_insured', ['no_such_level']],
  ] as const)('%s with %s: %j', (kind, planType, codes) => expect(filing(kind, planType)).toEqual(codes));
});

it('the independent review entity comes after a first level that was upheld, and after nothing else', () => {
  const subject = aChallenge({ kind: 'independent_review_entity' });
  const inMedicare = { case: aRecord({ planType: 'medicare_advantage' }) } as const;
  const after = (before: Challenge) =>
    making('send', subject, { ...inMedicare, challenges: [subject, before] });
  expect(after(lost('reconsideration'))).toEqual([]);
  expect(after({ ...lost('reconsideration'), state: 'received' })).toEqual(['reconsideration_undecided']);
  expect(after(lost('appeal_1'))).toEqual([]);
  expect(after(lost('peer_to_peer'))).toEqual(['reconsideration_undecided']);
});

it.each(denialClasses)('external review of a denial that is %s is for judgement only', (denialClass) => {
  const subject = aChallenge({ kind: 'external_review' });
  const requests = [aRequest({ state: 'denied', denial: denialOf[denialClass] })];
  expect(making('send', subject, { requests, challenges: [subject, lost('appeal_1')] })).toEqual(
    isFixable(denialClass) ? ['nothing_was_judged'] : [],
  );
});

it.each([
  ['missing', ['representative_form_missing']],
  ['on_file', []],
  ['not_needed', []],
] as const)('the patient’s appeal with the representative form %s: %j', (representation, codes) =>
  expect(making('send', aChallenge({ representation }))).toEqual(codes),
);

describe('a benefit exclusion is not argued as necessity', () => {
  const excluded = { requests: [aRequest({ state: 'denied', denial: denialOf.benefit_exclusion })] } as const;
  it('neither signed nor sent', () => {
    expect(making('sign', aChallenge({ argues: 'necessity' }), excluded)).toEqual([
      'exclusion_argued_as_necessity',
    ]);
    expect(making('send', aChallenge({ argues: 'necessity', state: 'signed' }), excluded)).toEqual([
      'exclusion_argued_as_necessity',
    ]);
  });
  it('while the plan’s own words may be argued, and necessity against any other denial', () => {
    expect(making('send', aChallenge({ argues: 'plan_language' }), excluded)).toEqual([]);
    expect(making('sign', aChallenge({ argues: 'necessity' }))).toEqual([]);
  });
});

describe('what was found out about the decision', () => {
  const found = (topic: FindingTopic, says: boolean, more: Partial<CaseFacts> = {}) => ({
    challenges: [lost('appeal_1')],
    decisionFindings: [{ requestId: lost('appeal_1').requestId, topic, says }],
    ...more,
  });
  it('keeps a second level back that the plan has not', () => {
    const second = aChallenge({ kind: 'appeal_2', state: 'signed' });
    expect(making('send', second, found('second_level', false))).toEqual(['no_such_level']);
    expect(making('send', second, found('second_level', true))).toEqual([]);
  });
  it('keeps a pure exclusion from an external review, and lets a judgement there', () => {
    const requests = [aRequest({ state: 'denied', denial: denialOf.benefit_exclusion })];
    const review = aChallenge({ kind: 'external_review', state: 'signed', argues: 'plan_language' });
    const is = (says: boolean) => making('send', review, found('exclusion_is_judgement', says, { requests }));
    expect(is(false)).toEqual(['nothing_was_judged']);
    expect(is(true)).toEqual([]);
    expect(making('send', review, { challenges: [lost('appeal_1')], requests })).toEqual([]);
  });
});

it('what argues necessity is signed by a physician, whatever it was recorded as', () => {
  expect(making('send', aChallenge({ argues: 'necessity', clinical: false }))).toEqual([
    'challenge_unsigned',
  ]);
  expect(making('send', aChallenge({ argues: 'necessity', clinical: false, state: 'signed' }))).toEqual([]);
  expect(making('send', aChallenge({ argues: 'correction', clinical: false }))).toEqual([]);
});

it('says all that stands against it at once', () => {
  const subject = aChallenge({
    kind: 'external_review',
    fileByOn: '2026-11-01',
    representation: 'missing',
    argues: 'necessity',
  });
  const requests = [aRequest({ state: 'denied', denial: denialOf.coding })];
  expect(making('send', subject, { requests })).toEqual([
    'internal_undecided',
    'nothing_was_judged',
    'representative_form_missing',
    'challenge_unsigned',
  ]);
});
