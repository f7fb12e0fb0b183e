import { PlanType, planTypes, waiverFor, waiverWords } from '../coverage';
import { refusalsFor } from '../lifecycle/lifecycle';
import {
  aCase,
  aRecord,
  aSelfPayClearance,
  aSession,
  anAgreement,
  codesOf,
  someone,
} from '../testing/a-case';
import { priceWarnings, selfPayLifecycle, sessionCents } from './self-pay-moves';

const signing = (planType: PlanType, more: Parameters<typeof anAgreement>[0] = {}) =>
  refusalsFor(selfPayLifecycle, 'sign', {
    facts: aCase({ case: aRecord({ planType }) }),
    subject: anAgreement(more),
    actor: someone('coordinator'),
  });

describe('the patient’s choice needs what the plan asks for beside the estimate', () => {
  const needed: Record<PlanType, string | null> = {
    commercial_insured: 'non_covered_service',
    commercial_self_funded: 'non_covered_service',
    marketplace: 'non_covered_service',
    medicare_advantage: 'organization_determination',
    original_medicare: 'advance_beneficiary_notice',
    medicaid_managed_care: 'written_agreement',
    medicaid_fee_for_service: 'written_agreement',
    workers_compensation: 'written_agreement',
    none: null,
    unknown: 'non_covered_service',
  };

  it.each(planTypes.map((planType) => [planType, needed[planType]] as const))('%s: %s', (planType, kind) => {
    expect(waiverFor(planType)).toBe(kind);
    expect(codesOf(signing(planType))).toEqual(kind === null ? [] : ['waiver_missing']);
    expect(signing(planType, { hasWaiver: true })).toEqual([]);
  });

  it('says which paper is missing', () =>
    expect(signing('medicare_advantage')[0]?.sentence).toContain(waiverWords.organization_determination));
});

it('does not accept a signature under an estimate that has run out', () => {
  expect(signing('none', { validUntil: '2026-11-23' })).toEqual([]);
  expect(signing('none', { validUntil: '2026-11-22' })).toEqual([
    {
      code: 'estimate_expired',
      sentence: 'The estimate was valid until 22 November 2026; void it and issue a new one.',
    },
  ]);
});

it('asks for expired estimate and missing waiver at once', () =>
  expect(codesOf(signing('unknown', { validUntil: '2026-01-01' }))).toEqual([
    'estimate_expired',
    'waiver_missing',
  ]));

it('takes no signature before the estimate was issued (rule 18: estimate before signature before treatment)', () =>
  expect(codesOf(signing('none', { state: 'draft' }))).toEqual(['wrong_state']));

it('completes only when no session on this agreement is booked any more', () => {
  const complete = (session: ReturnType<typeof aSession>) =>
    refusalsFor(selfPayLifecycle, 'complete', {
      facts: aCase({ clearances: [aSelfPayClearance()], sessions: [session] }),
      subject: anAgreement({ state: 'active' }),
      actor: someone('physician'),
    });
  expect(codesOf(complete(aSession()))).toEqual(['sessions_booked']);
  expect(codesOf(complete(aSession({ state: 'checked_in' })))).toEqual(['sessions_booked']);
  expect(complete(aSession({ state: 'performed' }))).toEqual([]);
  expect(complete(aSession({ clearanceId: 'of-another-agreement' }))).toEqual([]);
});

describe('an unusual price is asked about, not forbidden', () => {
  it.each([
    [30_000, 90_000, []],
    [70_000, 420_000, []],
    [29_999, 90_000, ['session_price_unusual']],
    [70_001, 210_003, ['session_price_unusual']],
    [50_000, 89_999, ['course_price_unusual']],
    [50_000, 420_001, ['course_price_unusual']],
    [10_000, 30_000, ['session_price_unusual', 'course_price_unusual']],
  ])('a session of %i and a course of %i cents', (session, course, codes) =>
    expect(codesOf(priceWarnings(session, course))).toEqual(codes),
  );

  it.each([
    [3, 50_000, 3, 50_000],
    [1, 120_000, 3, 40_000],
    [1, 100_000, 3, 33_333],
  ])('%i × %i cents for %i sessions are %i a session', (quantity, unitCents, sessions, each) =>
    expect(sessionCents([{ description: 'Session', quantity, unitCents }], sessions)).toBe(each),
  );

  it('says the usual range and the price in dollars', () =>
    expect(priceWarnings(80_000, 240_000)[0]?.sentence).toBe(
      'A session usually costs $300.00 to $700.00; this one costs $800.00.',
    ));
});
