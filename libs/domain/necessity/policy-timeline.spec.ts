import type { PlanType } from '../coverage';
import { checkTimeline } from './check-timeline';
import { blueHeronScar3, blueHeronScar4, demoPolicies } from './demo-policies/demo-policies';
import { PolicyVersion, authorizationRequired, factsAsked, policyInForce } from './policy';

const version = (
  name: string,
  effectiveFrom: string,
  effectiveTo: string | null,
  ...lines: PlanType[]
): PolicyVersion => ({
  ...blueHeronScar4,
  number: 'P',
  version: name,
  effectiveFrom,
  effectiveTo,
  linesOfBusiness: lines.length > 0 ? lines : ['marketplace'],
});
const found = (...versions: readonly PolicyVersion[]) =>
  checkTimeline(versions).map(({ code, versions: [one, other], linesOfBusiness, fromOn, toOn }) =>
    [code, one, other, linesOfBusiness.join('+'), fromOn, toOn ?? 'open'].join(', '),
  );

it.each<[string, readonly PolicyVersion[], readonly string[]]>([
  ['one follows the other', [version('1', '2026-01-01', '2026-06-30'), version('2', '2026-07-01', null)], []],
  [
    'one day is covered twice',
    [version('1', '2026-01-01', '2026-07-01'), version('2', '2026-07-01', null)],
    ['versions_overlap, P v1, P v2, marketplace, 2026-07-01, 2026-07-01'],
  ],
  [
    'one day is not covered',
    [version('1', '2026-01-01', '2026-06-29'), version('2', '2026-07-01', null)],
    ['versions_gap, P v1, P v2, marketplace, 2026-06-30, 2026-06-30'],
  ],
  [
    'an open end meets another',
    [version('1', '2026-01-01', null), version('2', '2026-07-01', null)],
    ['versions_overlap, P v1, P v2, marketplace, 2026-07-01, open'],
  ],
  [
    'one lies inside another',
    [version('1', '2026-01-01', '2026-12-31'), version('2', '2026-03-01', '2026-03-31')],
    ['versions_overlap, P v1, P v2, marketplace, 2026-03-01, 2026-03-31'],
  ],
  [
    'they serve different lines',
    [version('1', '2026-01-01', null, 'marketplace'), version('2', '2026-03-01', null, 'medicare_advantage')],
    [],
  ],
  [
    'they share one line of two',
    [
      version('1', '2026-01-01', null, 'marketplace', 'commercial_insured'),
      version('2', '2026-03-01', null, 'commercial_insured'),
    ],
    ['versions_overlap, P v1, P v2, commercial_insured, 2026-03-01, open'],
  ],
  [
    'a gap in two lines is told once',
    [
      version('1', '2026-01-01', '2026-01-31', 'marketplace', 'commercial_insured'),
      version('2', '2026-03-01', null, 'commercial_insured', 'marketplace'),
    ],
    ['versions_gap, P v1, P v2, commercial_insured+marketplace, 2026-02-01, 2026-02-28'],
  ],
  [
    'a short one inside a long one makes no gap after it',
    [
      version('1', '2026-01-01', '2026-12-31'),
      version('2', '2026-02-01', '2026-02-28'),
      version('3', '2027-01-01', null),
    ],
    ['versions_overlap, P v1, P v2, marketplace, 2026-02-01, 2026-02-28'],
  ],
  [
    'a version is there twice',
    [version('1', '2026-01-01', '2026-01-31'), version('1', '2026-02-01', null)],
    ['version_twice, P v1, P v1, marketplace, 2026-01-01, 2026-01-31'],
  ],
  [
    'one ends before it begins',
    [version('1', '2026-02-01', '2026-01-31')],
    ['window_reversed, P v1, P v1, marketplace, 2026-02-01, 2026-01-31'],
  ],
  ['there is none', [], []],
])('%s', (_, versions, conflicts) => {
  expect(found(...versions)).toEqual(conflicts);
  expect(found(...[...versions].reverse())).toEqual(conflicts);
});

it('says which two, when and for whom; a gap is only a warning', () => {
  const [overlap] = checkTimeline([version('1', '2026-01-01', null), version('2', '2026-07-01', null)]);
  expect(overlap).toMatchObject({
    severity: 'contradiction',
    sentence: 'P v1 and P v2 both apply from 1 July 2026 on (Marketplace or individual plan).',
  });
  const [gap] = checkTimeline([version('1', '2026-01-01', '2026-01-31'), version('2', '2026-03-01', null)]);
  expect(gap).toMatchObject({
    severity: 'warning',
    sentence:
      'Between P v1 and P v2 nothing applies from 1 February 2026 to 28 February 2026 (Marketplace or individual plan).',
  });
});

it('has no conflict among the shipped versions of any payer', () => {
  for (const { versions } of demoPolicies) expect(checkTimeline(versions)).toEqual([]);
});

it('finds the version in force, its first and last day inside', () => {
  const on = (day: string, line: PlanType = 'marketplace') =>
    policyInForce([blueHeronScar4, blueHeronScar3], line, day)?.version ?? null;
  expect([on('2023-12-31'), on('2024-01-01'), on('2026-06-30'), on('2026-07-01'), on('2031-01-01')]).toEqual([
    null,
    '3',
    '3',
    '4',
    '4',
  ]);
  expect(on('2026-07-01', 'medicare_advantage')).toBeNull();
});

it('answers whether an authorization is required with the payer’s words, or with “unknown”', () => {
  expect(authorizationRequired(blueHeronScar4, '17999')).toMatchObject({
    required: 'yes',
    quote: expect.stringContaining('unlisted'),
  });
  expect(authorizationRequired(blueHeronScar4, '0479T')).toEqual({
    procedureCode: '0479T',
    required: 'unknown',
    quote: null,
  });
});

it('lists every fact a policy asks about, also for its documents, in the vocabulary’s order', () =>
  expect(factsAsked(blueHeronScar4)).toEqual([
    'cause_of_scar',
    'joint_involved',
    'procedure_codes',
    'functional_impairment',
    'daily_life_limited',
    'rom_deficit_degrees',
    'pain',
    'itch',
    'failed_treatments',
    'distress_documented',
    'appearance_is_purpose',
  ]));
