import { inShort } from '../testing/facts-in-short';
import {
  blueHeronScar4,
  demoPolicies,
  lanternValleyRevision,
  quarryHillCosmetic,
} from './demo-policies/demo-policies';
import { FactName, factNames } from './facts';
import { withFact } from './fact-values';
import { generalPolicy } from './general-policy';
import { screen } from './screen';
import { valueClasses } from './value-classes';
import { whatIf } from './what-if';

const facts = (notation: string) => inShort(notation).facts;

it('adding a measurement says which criterion becomes met, and what that makes of the case', () => {
  const { facts: missing } = whatIf(blueHeronScar4, facts('plain burn fn ?rom tried:compression@6'));
  expect(missing).toEqual([
    {
      fact: 'rom_deficit_degrees',
      words: 'range of motion against the norm, in degrees',
      suppliedBy: ['range_of_motion'],
      cases: [
        {
          value: 10,
          words: 'range of motion is at least 10° short of the norm',
          changes: [{ criterion: 'function_impaired', to: 'met' }],
          outcome: 'likely_medical',
        },
        {
          value: 5,
          words: 'range of motion is less than 10° short of the norm',
          changes: [{ criterion: 'function_impaired', to: 'not_met' }],
          outcome: 'cosmetic',
        },
      ],
    },
  ]);
});

it('shows a missing fact also where it changes no criterion by itself', () => {
  const { facts: missing } = whatIf(blueHeronScar4, facts('plain burn ?fn ?daily tried:compression@6'));
  expect(
    missing.map(({ fact, cases }) => [
      fact,
      ...cases.map((one) => one.changes.map(({ criterion, to }) => `${criterion} ${to}`).join()),
    ]),
  ).toEqual([
    ['functional_impairment', '', 'function_impaired not_met'],
    ['daily_life_limited', '', 'function_impaired not_met'],
  ]);
});

it.each<[string, typeof blueHeronScar4, string, readonly FactName[] | null, boolean]>([
  [
    'one measurement settles it',
    blueHeronScar4,
    'plain burn fn ?rom tried:compression@6',
    ['rom_deficit_degrees'],
    true,
  ],
  [
    'both are needed, for the first may say yes',
    blueHeronScar4,
    'plain burn ?fn ?daily tried:compression@6',
    ['functional_impairment', 'daily_life_limited'],
    true,
  ],
  [
    'the purpose makes no difference once function is known',
    blueHeronScar4,
    'plain burn ?fn daily ?look tried:compression@6',
    ['functional_impairment'],
    true,
  ],
  [
    'an open supporting criterion needs nothing',
    blueHeronScar4,
    'plain burn fn daily ?pain ?itch tried:compression@6',
    null,
    true,
  ],
  ['what is settled needs nothing', blueHeronScar4, 'acne', null, true],
  [
    'the exclusion that the cause decides',
    quarryHillCosmetic,
    'plain ?cause fn daily',
    ['cause_of_scar'],
    true,
  ],
])('what settles a screening: %s', (_, policy, notation, expected, smallest) => {
  const { settles } = whatIf(policy, facts(notation));
  expect(settles).toEqual(expected === null ? null : { facts: expected, smallest });
});

it('no smaller set settles than the one it calls the smallest', () => {
  const known = facts('plain trauma ?fn ?daily ?rom ?pain ?look tried:compression@4');
  for (const policy of demoPolicies.flatMap(({ versions }) => versions)) {
    const { settles, facts: missing } = whatIf(policy, known);
    if (!settles) continue;
    const classes = (fact: FactName) =>
      valueClasses(
        fact,
        policy.criteria.map(({ condition }) => condition),
      );
    const settled = (names: readonly FactName[], more = known): boolean => {
      const [first, ...rest] = names;
      if (first === undefined) return screen(policy, more).reason !== 'facts_missing';
      return classes(first).every(({ value }) =>
        settled(rest, withFact(more, first, { value, evidence: [] })),
      );
    };
    const names = missing.map(({ fact }) => fact);
    const subsets = names.reduce<readonly (readonly FactName[])[]>(
      (all, name) => [...all, ...all.map((one) => [...one, name])],
      [[]],
    );
    const least = Math.min(...subsets.filter((one) => settled(one)).map(({ length }) => length));
    expect([policy.number, settles.facts.length]).toEqual([policy.number, least]);
    expect(settled(settles.facts)).toBe(true);
  }
});

it('shows the shortest way to “likely medical”', () => {
  const path = (policy: typeof blueHeronScar4 | null, notation: string) =>
    whatIf(policy, facts(notation)).toMedical?.facts.map(({ fact, value }) => `${fact} ${String(value)}`) ??
    null;
  expect(path(blueHeronScar4, 'plain burn ?fn ?daily tried:compression@6')).toEqual([
    'functional_impairment true',
    'daily_life_limited true',
  ]);
  expect(path(null, 'plain burn ?pain tried:silicone@6 gain')).toEqual(['pain 4']);
  expect(path(null, '')?.length).toBe(4);
  expect(path(blueHeronScar4, 'acne')).toBeNull();
  expect(path(blueHeronScar4, 'plain burn fn daily tried:compression@6')).toBeNull();
});

it('finds the ground that distress alone does not give', () => {
  const { settles, toMedical } = whatIf(null, facts('plain acne dist note ?pain tried:topical@6 gain'));
  expect(settles).toBeNull();
  expect(toMedical?.facts.map(({ fact }) => fact)).toEqual(['pain']);
});

it('promises no way to “likely medical” while a flag stands in it', () => {
  const known = facts('plain burn ?rom fn dx:L90.5+L70.0 tried:compression@6');
  expect(whatIf(blueHeronScar4, known).toMedical).toBeNull();
  const explanations = [{ key: 'code:L70.0', reason: 'an old finding', by: 'Lena Hart' }];
  expect(whatIf(blueHeronScar4, known, { explanations }).toMedical?.facts).toHaveLength(1);
});

it('answers quickly for a case of which nothing is known, under every policy', () => {
  for (const policy of [generalPolicy, ...demoPolicies.flatMap(({ versions }) => versions)]) {
    const started = performance.now();
    const { settles } = whatIf(policy, {});
    expect(performance.now() - started).toBeLessThan(3000);
    expect(settles?.facts.every((name) => factNames.includes(name))).toBe(true);
  }
});

it('tells values apart only where the policy does', () => {
  const words = (fact: FactName) =>
    valueClasses(
      fact,
      lanternValleyRevision.criteria.map(({ condition }) => condition),
    ).map((one) => one.words);
  expect(words('photos_with_scale_and_consent')).toEqual([
    'the file holds at least 2 consented photographs with a scale',
    'the file holds less than 2 consented photographs with a scale',
  ]);
  expect(words('cause_of_scar')).toEqual([
    'the cause of the scar is burn or injury (cut, tear, bite, crush)',
    'the cause of the scar is surgery, radiation, acne or other',
  ]);
  // Three codes asked one by one: each may be there or not.
  const each = ['L91.0', 'M24.5', 'L73.0'].map(
    (code) => ({ fact: 'diagnoses', includesAny: [code] }) as const,
  );
  expect(valueClasses('diagnoses', each)).toHaveLength(8);
  // The general policy asks the same of pain twice.
  const asked = generalPolicy.criteria.map(({ condition }) => condition);
  expect(valueClasses('pain', asked).map((one) => one.words)).toEqual([
    'pain is 4 or more of 10',
    'pain is below 4 of 10',
  ]);
  const twice = [
    { fact: 'diagnoses', includesAny: ['L91.0'] },
    { fact: 'diagnoses', includesAny: ['L91.0'] },
  ] as const;
  expect(valueClasses('diagnoses', twice).map((one) => one.words)).toEqual([
    'the diagnoses include L91.0',
    'the diagnoses include none of L91.0',
  ]);
  expect(
    valueClasses('pain', [
      {
        any: [
          { fact: 'pain', atLeast: 4 },
          { fact: 'pain', atLeast: 6 },
        ],
      },
    ]).map((one) => one.words),
  ).toEqual([
    'pain is 6 or more of 10',
    'pain is 4 or more of 10, and pain is below 6 of 10',
    'pain is below 4 of 10',
  ]);
});
