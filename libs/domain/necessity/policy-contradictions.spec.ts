import type { Condition } from './condition';
import { checkPolicy } from './check-policy';
import { demoPolicies } from './demo-policies/demo-policies';
import { generalPolicy } from './general-policy';
import { parsePolicy } from './parse-policy';
import type { Criterion } from './policy';

const criterion = (id: string, condition: Condition, more: Partial<Criterion> = {}): Criterion => ({
  id,
  label: id,
  quote: 'as written',
  role: 'required',
  group: null,
  excludesAs: null,
  condition,
  ...more,
});
const required = (id: string, condition: Condition) => criterion(id, condition);
const member = (id: string, condition: Condition, group = 'need') =>
  criterion(id, condition, { role: 'one_of', group });
const excluding = (id: string, condition: Condition) =>
  criterion(id, condition, { role: 'excluding', excludesAs: 'cosmetic' });
const found = (...criteria: readonly Criterion[]) =>
  checkPolicy({ criteria }).map(({ code, criteria: ids }) => [code, ...ids].join(' '));

const fn: Condition = { fact: 'functional_impairment', is: true };
const noFn: Condition = { fact: 'functional_impairment', is: false };
const pain = (atLeast: number): Condition => ({ fact: 'pain', atLeast });
const painAtMost = (atMost: number): Condition => ({ fact: 'pain', atMost });
const cause = (...oneOf: string[]): Condition => ({ fact: 'cause_of_scar', oneOf });
const dx = (...includesAny: string[]): Condition => ({ fact: 'diagnoses', includesAny });

it.each<[string, readonly Criterion[], readonly string[]]>([
  [
    'nothing is required',
    [excluding('looks', { fact: 'appearance_is_purpose', is: true })],
    ['nothing_required'],
  ],
  ['an id stands twice', [required('a', fn), required('a', pain(4))], ['criterion_twice a a']],
  ['a group has one member', [member('a', fn)], ['group_of_one a']],
  [
    'numbers leave nothing between',
    [required('a', pain(6)), required('b', painAtMost(4))],
    ['required_never_together a b'],
  ],
  [
    'whole numbers leave nothing between',
    [
      required('a', pain(4)),
      required('b', { not: pain(5) }),
      required('c', { not: { fact: 'pain', is: 4 } }),
    ],
    ['required_never_together a b c'],
  ],
  [
    'a decimal lies between',
    [
      required('a', { fact: 'area_cm2', atLeast: 4 }),
      required('b', { not: { fact: 'area_cm2', atLeast: 5 } }),
      required('c', { not: { fact: 'area_cm2', is: 4 } }),
    ],
    [],
  ],
  [
    'choices share nothing',
    [required('a', cause('burn', 'trauma')), required('b', cause('surgery'))],
    ['required_never_together a b'],
  ],
  [
    'choices share one',
    [required('a', cause('burn', 'trauma')), required('b', cause('trauma', 'surgery'))],
    [],
  ],
  ['yes is asked and no', [required('a', fn), required('b', noFn)], ['required_never_together a b']],
  [
    'days leave nothing between',
    [
      required('a', { fact: 'injured_on', atLeast: '2026-01-02' }),
      required('b', { fact: 'injured_on', atMost: '2026-01-01' }),
    ],
    ['required_never_together a b'],
  ],
  [
    'a code is asked that another forbids by its beginning',
    [required('a', dx('M24.541')), required('b', { not: dx('M24.5') })],
    ['required_never_together a b'],
  ],
  [
    'only some codes of a beginning are forbidden',
    [required('a', dx('M24.5')), required('b', { not: dx('M24.541') })],
    [],
  ],
  ['a case may have two codes', [required('a', dx('L90.5')), required('b', dx('L91.0'))], []],
  [
    'three contradict each other, no two do',
    [required('a', { any: [fn, pain(4)] }), required('b', { not: fn }), required('c', { not: pain(4) })],
    ['required_never_together a b c'],
  ],
  [
    'of many, only those that contradict each other are named',
    [
      required('x', cause('burn')),
      required('a', { any: [fn, pain(4)] }),
      required('b', noFn),
      required('y', dx('L90.5')),
      required('c', { not: pain(4) }),
    ],
    ['required_never_together a b c'],
  ],
  [
    'one contradicts itself',
    [required('a', { all: [pain(6), painAtMost(4)] }), required('b', fn)],
    ['criterion_never_met a'],
  ],
  [
    'a group can never be met beside a requirement',
    [member('a', pain(6)), member('b', pain(8)), required('c', painAtMost(4))],
    ['required_never_together c a b'],
  ],
  [
    'one member of a group can be met',
    [member('a', pain(6)), member('b', fn), required('c', painAtMost(4))],
    [],
  ],
  [
    'what is required is excluded',
    [required('a', fn), excluding('x', { any: [fn, pain(4)] })],
    ['required_is_excluded a x'],
  ],
  [
    'what is required is excluded by a wider range',
    [required('a', pain(6)), excluding('x', pain(4))],
    ['required_is_excluded a x'],
  ],
  ['the exclusion is narrower', [required('a', pain(4)), excluding('x', pain(6))], []],
  [
    'each need escapes an exclusion, all together do not',
    [
      required('a', cause('burn', 'trauma')),
      required('b', cause('trauma', 'surgery')),
      excluding('x', { fact: 'cause_of_scar', is: 'trauma' }),
    ],
    ['never_medical a b x'],
  ],
  [
    '“not known” can never be met',
    [required('a', { not: { fact: 'pain', known: true } })],
    ['criterion_never_met a'],
  ],
])('%s', (_, criteria, conflicts) => expect(found(...criteria)).toEqual(conflicts));

it('names every pair', () =>
  expect(
    found(
      required('a', pain(6)),
      required('b', painAtMost(4)),
      required('c', cause('burn')),
      required('d', cause('acne')),
    ),
  ).toEqual(['required_never_together a b', 'required_never_together c d']));

it('warns of a member that is always excluded, where another may do', () => {
  const criteria = [member('a', cause('acne')), member('b', fn), excluding('x', cause('acne', 'other'))];
  expect(checkPolicy({ criteria })).toEqual([
    expect.objectContaining({ code: 'member_is_excluded', severity: 'warning', criteria: ['a', 'x'] }),
  ]);
});

it('survives conditions as deep and as many as there may be', () => {
  const forty: Condition = { all: Array.from({ length: 40 }, () => fn) };
  const criteria = Array.from({ length: 60 }, (_, index) =>
    required(`c${index}`, { all: [forty, forty, forty] }),
  );
  expect(checkPolicy({ criteria }).every(({ code }) => code === 'too_large_to_check')).toBe(true);
});

it('says it in a sentence that names the pair', () => {
  const [conflict] = checkPolicy({
    criteria: [
      { ...required('a', pain(6)), label: 'Strong pain' },
      { ...required('b', painAtMost(4)), label: 'Little pain' },
    ],
  });
  expect(conflict).toMatchObject({
    severity: 'contradiction',
    sentence: '“Strong pain” and “Little pain” can never be met together.',
  });
});

it('takes bounded time, and no error, for the largest policy there can be', () => {
  const facts = ['pain', 'itch', 'vss_total', 'dlqi_total', 'phq9_total'] as const;
  const wide = (from: number): Condition => ({
    all: facts.map((fact) => ({
      any: Array.from({ length: 20 }, (_, at) => ({ fact, is: (from + at) % 11 }) as const),
    })),
  });
  const criteria = Array.from({ length: 60 }, (_, index) => required(`c${index}`, wide(index)));
  expect(checkPolicy({ criteria }).map(({ code }) => code)).toEqual([]);
  const opposed = criteria.map((one, index) =>
    index % 2 === 0 ? one : { ...one, condition: { not: one.condition } },
  );
  expect(checkPolicy({ criteria: opposed }).map(({ code }) => code)).toContain('too_large_to_check');
});

it('warns instead of guessing when a policy is too large to check', () => {
  // Every fact in turn is yes or no, and the last question contradicts all: the search has to try every combination.
  const facts = [
    'functional_impairment',
    'daily_life_limited',
    'joint_involved',
    'mental_health_note',
    'distress_documented',
    'device_cleared',
    'measurable_gain_stated',
    'significant_variation',
    'appearance_is_purpose',
  ] as const;
  const yesOrNo = facts.map((fact): Condition => ({
    any: [
      { fact, is: true },
      { fact, is: false },
    ],
  }));
  const both: Condition = {
    all: [...yesOrNo, ...yesOrNo.map((one): Condition => ({ any: [one, one, one] })), pain(6), painAtMost(4)],
  };
  expect(checkPolicy({ criteria: [required('large', both)] })).toEqual([
    expect.objectContaining({ code: 'too_large_to_check', severity: 'warning' }),
  ]);
});

const shipped = [generalPolicy, ...demoPolicies.flatMap(({ versions }) => versions)];

it.each(shipped.map((policy) => [policy.number, policy.version, policy] as const))(
  '%s v%s contradicts itself nowhere and survives being stored as JSON',
  (_, __, policy) => {
    expect(checkPolicy(policy)).toEqual([]);
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({
      ok: true,
      value: policy,
      refusals: [],
    });
  },
);
