import { comparePolicies } from './compare-policies';
import { blueHeronScar3, blueHeronScar4 } from './demo-policies/demo-policies';
import { policyMoves, policyRefusals, policyStates } from './policy-moves';

const codes = (...asked: Parameters<typeof policyRefusals>) =>
  policyRefusals(...asked).map(({ code }) => code);

it.each([
  ['revise', 'draft', 'coordinator', []],
  ['revise', 'published', 'coordinator', ['policy_published']],
  ['revise', 'draft', 'manager', ['wrong_role']],
  ['publish', 'draft', 'manager', []],
  ['publish', 'draft', 'administrator', []],
  ['publish', 'draft', 'coordinator', ['wrong_role']],
  ['publish', 'withdrawn', 'coordinator', ['policy_withdrawn', 'wrong_role']],
  ['withdraw', 'draft', 'manager', ['policy_draft']],
  ['withdraw', 'published', 'physician', ['wrong_role']],
  ['dry_run', 'published', 'coordinator', []],
  ['discard', 'discarded', 'administrator', ['policy_discarded']],
] as const)('%s of what is %s, by the %s: %j', (move, state, role, expected) =>
  expect(codes(move, state, [role])).toEqual(expected),
);

it('lets nothing be done with what is withdrawn or discarded', () => {
  for (const state of policyStates.filter((one) => one === 'withdrawn' || one === 'discarded'))
    for (const { move } of policyMoves)
      expect(codes(move, state, ['coordinator', 'manager', 'administrator'])).toEqual([`policy_${state}`]);
});

it('finds no difference between a policy and itself, in whatever order its keys stand', () => {
  const again = JSON.parse(JSON.stringify(blueHeronScar4)) as typeof blueHeronScar4;
  const turned = {
    ...again,
    criteria: again.criteria.map((one) => ({
      ...one,
      condition: Object.fromEntries(Object.entries(one.condition).toReversed()) as typeof one.condition,
    })),
  };
  const { criteria, others } = comparePolicies(blueHeronScar4, turned);
  expect(criteria.map(({ kind }) => kind)).toEqual(criteria.map(() => 'same'));
  expect(others).toEqual([]);
});

it('tells a rule that changed from words that changed, and what only one of the two has', () => {
  const { criteria } = comparePolicies(blueHeronScar4, blueHeronScar3);
  expect(criteria.map(({ id, kind, parts }) => [id, kind, ...parts])).toEqual([
    ['external_trauma', 'same'],
    ['function_impaired', 'changed', 'label', 'quote', 'rule'],
    ['conservative_care_failed', 'added'],
    ['appearance_only', 'same'],
    ['symptoms', 'same'],
    ['listed_modality_failed', 'removed'],
  ]);
  const [, changed] = criteria;
  expect(changed?.quoteAfter).toBe('The scar causes a functional impairment.');
});
