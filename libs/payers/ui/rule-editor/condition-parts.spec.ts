import {
  Condition,
  conditionLimits,
  factNames,
  operatorsOf,
  factDefinition,
  parseCondition,
} from '@stipple/domain';
import { asked, inForm, partsOf, questionAbout, withAdded, withPart } from './condition-parts';

const a: Condition = { fact: 'pain', atLeast: 4 };
const b: Condition = { fact: 'itch', atLeast: 4 };

it.each<[string, Condition, 'all' | 'any' | 'not', Condition]>([
  ['a question into a group', a, 'all', { all: [a] }],
  ['all into any', { all: [a, b] }, 'any', { any: [a, b] }],
  ['any into not', { any: [a, b] }, 'not', { not: { any: [a, b] } }],
  ['a group of one into not', { all: [a] }, 'not', { not: a }],
  ['not back into any', { not: { all: [a, b] } }, 'any', { any: [a, b] }],
  ['not of a question into all', { not: a }, 'all', { all: [a] }],
])('turns %s and loses no question', (_, from, form, to) => expect(inForm(from, form)).toEqual(to));

it('replaces, adds and takes out parts', () => {
  expect(withPart({ any: [a, b] }, 1, a)).toEqual({ any: [a, a] });
  expect(withPart({ all: [a, b] }, 0, null)).toEqual({ all: [b] });
  expect(withPart({ not: a }, 0, b)).toEqual({ not: b });
  expect(withAdded({ any: [a] }, b)).toEqual({ any: [a, b] });
  expect(withAdded(a, b)).toEqual({ all: [a, b] });
  expect(partsOf(a)).toEqual([]);
});

it.each(factNames)('begins a question about %s with a comparison that fits', (fact) => {
  const begun = questionAbout(fact);
  const mistakes = parseCondition(begun).refusals.map(({ code }) => code);
  // Only its value may still have to be chosen.
  for (const code of mistakes) expect(['list_empty', 'operand_wrong']).toContain(code);
  for (const operator of operatorsOf[factDefinition(fact).kind])
    for (const { code } of parseCondition(asked(fact, operator)).refusals)
      expect(['list_empty', 'operand_wrong']).toContain(code);
  expect(conditionLimits.depth).toBeGreaterThan(2);
});

it('keeps a value that fits another comparison', () => {
  expect(asked('cause_of_scar', 'oneOf', 'burn')).toEqual({ fact: 'cause_of_scar', oneOf: ['burn'] });
  expect(asked('cause_of_scar', 'is', ['burn', 'acne'])).toEqual({ fact: 'cause_of_scar', is: 'burn' });
  expect(asked('pain', 'atMost', 4)).toEqual({ fact: 'pain', atMost: 4 });
  expect(asked('pain', 'known', 4)).toEqual({ fact: 'pain', known: true });
});
