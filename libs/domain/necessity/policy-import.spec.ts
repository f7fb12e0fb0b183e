import fc from 'fast-check';
import { blueHeronScar4 } from './demo-policies/demo-policies';
import { parsePolicy } from './parse-policy';

const [first, ...others] = blueHeronScar4.criteria;
const withFirst = (more: object) => ({ ...blueHeronScar4, criteria: [{ ...first, ...more }, ...others] });
const withDocument = (more: object) => ({
  ...blueHeronScar4,
  documents: [{ kind: 'photo', count: 1, when: null, words: 'dated', ...more }],
});

it.each<[string, unknown, string, string]>([
  ['is a list', [], 'malformed', 'policy'],
  ['has a key too many', { ...blueHeronScar4, payer: 'x' }, 'unknown_key', 'policy'],
  ['has no number', { ...blueHeronScar4, number: ' ' }, 'text_wrong', 'policy.number'],
  [
    'begins on no day',
    { ...blueHeronScar4, effectiveFrom: '2026-13-01' },
    'day_wrong',
    'policy.effectiveFrom',
  ],
  [
    'ends before it begins',
    { ...blueHeronScar4, effectiveTo: '2026-06-30' },
    'window_reversed',
    'policy.effectiveTo',
  ],
  ['is for nobody', { ...blueHeronScar4, linesOfBusiness: [] }, 'list_wrong', 'policy.linesOfBusiness'],
  [
    'is for an unknown line',
    { ...blueHeronScar4, linesOfBusiness: ['vip'] },
    'choice_wrong',
    'policy.linesOfBusiness.0',
  ],
  [
    'is for a line twice',
    { ...blueHeronScar4, linesOfBusiness: ['marketplace', 'marketplace'] },
    'line_twice',
    'policy.linesOfBusiness',
  ],
  ['has no source', { ...blueHeronScar4, source: undefined }, 'malformed', 'policy.source'],
  ['has no criteria', { ...blueHeronScar4, criteria: [] }, 'list_wrong', 'policy.criteria'],
  ['has a criterion without a quote', withFirst({ quote: '' }), 'text_wrong', 'policy.criteria.0.quote'],
  ['has a criterion with a strange id', withFirst({ id: 'Trauma!' }), 'id_malformed', 'policy.criteria.0.id'],
  [
    'names a group where none belongs',
    withFirst({ group: 'need' }),
    'group_misplaced',
    'policy.criteria.0.group',
  ],
  [
    'names no group where one belongs',
    withFirst({ role: 'one_of' }),
    'group_misplaced',
    'policy.criteria.0.group',
  ],
  [
    'excludes without a ground',
    withFirst({ role: 'excluding' }),
    'ground_misplaced',
    'policy.criteria.0.excludesAs',
  ],
  [
    'has a bad condition',
    withFirst({ condition: { any: [{ fact: 'pain', atLeast: 11 }] } }),
    'operand_wrong',
    'policy.criteria.0.condition.any.0.atLeast',
  ],
  ['asks for no document of a kind', withDocument({ count: 0 }), 'count_wrong', 'policy.documents.0.count'],
  ['asks for an unknown kind', withDocument({ kind: 'essay' }), 'choice_wrong', 'policy.documents.0.kind'],
  [
    'asks for it under a bad condition',
    withDocument({ when: {} }),
    'condition_malformed',
    'policy.documents.0.when',
  ],
  [
    'takes a position without words',
    { ...blueHeronScar4, distress: { position: 'sufficient', quote: null } },
    'quote_missing',
    'policy.distress.quote',
  ],
  [
    'answers without words',
    { ...blueHeronScar4, authorization: [{ procedureCode: '17999', required: 'no', quote: null }] },
    'quote_missing',
    'policy.authorization.0.quote',
  ],
  [
    'answers for no code',
    { ...blueHeronScar4, authorization: [{ procedureCode: '1799', required: 'unknown', quote: null }] },
    'code_malformed',
    'policy.authorization.0.procedureCode',
  ],
])('is refused when it %s', (_, input, code, field) =>
  expect(parsePolicy(input).refusals).toContainEqual(expect.objectContaining({ code, field })),
);

it('says all at once', () =>
  expect(
    parsePolicy({ ...withFirst({ quote: 5, id: '' }), title: null }).refusals.map(({ field }) => field),
  ).toEqual(['policy.title', 'policy.criteria.0.id', 'policy.criteria.0.quote']));

it('reads whatever comes without an error', () =>
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...Object.keys(blueHeronScar4)), (junk, key) => {
      expect(parsePolicy(junk).ok).toBe(false);
      for (const { field } of parsePolicy({ ...blueHeronScar4, [key]: junk }).refusals)
        expect(field).toMatch(new RegExp(`^policy\\.${key}`));
    }),
    { seed: 20261123, numRuns: 500 },
  ));
