import { PolicyVersion, demoPolicies, generalPolicy, parsePolicy } from '@stipple/domain';
import { PolicyDocument, policyJsonSchema } from './policy-schema';

const policies = [generalPolicy, ...demoPolicies.flatMap(({ versions }) => versions)];
const [one] = demoPolicies.flatMap(({ versions }) => versions) as [PolicyVersion];

it.each(policies.map((policy) => [`${policy.number} v${policy.version}`, policy] as const))(
  'takes %s, as the reader does',
  (_, policy) => {
    expect(PolicyDocument.safeParse(policy).error?.issues).toBeUndefined();
    expect(parsePolicy(policy).ok).toBe(true);
  },
);

const [first] = one.criteria;
const asking = (condition: unknown) => ({ ...one, criteria: [{ ...first, condition }] });
it.each([
  ['an unknown fact', asking({ fact: 'shoe_size', is: 4 })],
  ['a wrong operator', asking({ fact: 'pain', oneOf: ['burn'] })],
  ['a value out of range', asking({ not: { fact: 'vss_total', atLeast: 14 } })],
  ['two questions in one', asking({ fact: 'pain', atLeast: 4, atMost: 5 })],
  ['an empty list', asking({ all: [] })],
  ['a key without meaning', { ...one, payer: 'x' }],
  ['an id with spaces', { ...one, criteria: [{ ...first, id: 'two words' }] }],
  ['no criteria', { ...one, criteria: [] }],
  ['no source', { ...one, source: undefined }],
  ['an unknown line', { ...one, linesOfBusiness: ['platinum'] }],
  [
    'a code that is none',
    { ...one, authorization: [{ procedureCode: '1', required: 'unknown', quote: null }] },
  ],
])('refuses %s, as the reader does', (_, wrong) => {
  expect(PolicyDocument.safeParse(wrong).success).toBe(false);
  expect(parsePolicy(wrong).ok).toBe(false);
});

it('is a JSON Schema that repeats no condition', () => {
  const schema = policyJsonSchema() as { $defs: Record<string, unknown> };
  expect(Object.keys(schema.$defs)).toEqual(expect.arrayContaining(['Condition', 'Question']));
  expect(JSON.stringify(schema).length).toBeLessThan(60_000);
});
