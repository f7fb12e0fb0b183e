import { codesOf } from '../testing/a-case';
import { conditionLimits, factsRead } from './condition';
import { allOf, anyOf, evaluate, opposite, truthOf, truths } from './evaluate';
import { parseFacts } from './fact-values';
import { parseCondition } from './parse-condition';
import { inShort } from '../testing/facts-in-short';

const nested = (depth: number): unknown =>
  depth === 0 ? { fact: 'pain', atLeast: 4 } : { not: nested(depth - 1) };
const pain = { fact: 'pain', atLeast: 4 };

it.each([
  ['no object', 7, 'condition_malformed', 'condition'],
  ['nothing', null, 'condition_malformed', 'condition'],
  ['a list', [pain], 'condition_malformed', 'condition'],
  ['an empty object', {}, 'condition_malformed', 'condition'],
  ['two forms at once', { all: [pain], any: [pain] }, 'condition_malformed', 'condition'],
  ['an empty list', { any: [] }, 'list_empty', 'condition.any'],
  ['no list', { all: pain }, 'list_malformed', 'condition.all'],
  ['a hole in a list', { all: Array.from({ length: 1 }) }, 'condition_malformed', 'condition.all.0'],
  ['too long a list', { all: Array.from({ length: 41 }, () => pain) }, 'list_too_long', 'condition.all'],
  ['too deep a nest', nested(conditionLimits.depth), 'condition_too_deep', `condition${'.not'.repeat(6)}`],
  ['a key without meaning', { all: [pain], why: 'x' }, 'condition_unknown_key', 'condition'],
  ['a fact that does not exist', { fact: 'mood', is: true }, 'fact_unknown', 'condition.fact'],
  ['a fact by an inherited name', { fact: 'toString', is: true }, 'fact_unknown', 'condition.fact'],
  ['no operator', { fact: 'pain' }, 'operator_not_one', 'condition'],
  ['two operators', { fact: 'pain', atLeast: 1, atMost: 4 }, 'operator_not_one', 'condition'],
  [
    'an operator of numbers on yes and no',
    { fact: 'device_cleared', atLeast: 1 },
    'operator_wrong',
    'condition.atLeast',
  ],
  ['an operator of choices on a number', { fact: 'pain', oneOf: ['4'] }, 'operator_wrong', 'condition.oneOf'],
  [
    'an operator of sets on a choice',
    { fact: 'body_site', includesAny: ['hand'] },
    'operator_wrong',
    'condition.includesAny',
  ],
  ['a value above the range', { fact: 'vss_total', atLeast: 14 }, 'operand_wrong', 'condition.atLeast'],
  [
    'a value below the range',
    { fact: 'posas_patient_total', atMost: 5 },
    'operand_wrong',
    'condition.atMost',
  ],
  ['half a point', { fact: 'pain', atLeast: 3.5 }, 'operand_wrong', 'condition.atLeast'],
  ['a number as text', { fact: 'pain', atLeast: '4' }, 'operand_wrong', 'condition.atLeast'],
  ['no number at all', { fact: 'pain', atLeast: Number.NaN }, 'operand_wrong', 'condition.atLeast'],
  ['yes as text', { fact: 'device_cleared', is: 'yes' }, 'operand_wrong', 'condition.is'],
  [
    'a choice that does not exist',
    { fact: 'cause_of_scar', oneOf: ['burn', 'shark'] },
    'operand_wrong',
    'condition.oneOf.1',
  ],
  ['a choice twice', { fact: 'cause_of_scar', oneOf: ['burn', 'burn'] }, 'operand_twice', 'condition.oneOf'],
  [
    'a code that is none',
    { fact: 'diagnoses', includesAny: ['L90.5', 'scar'] },
    'operand_wrong',
    'condition.includesAny.1',
  ],
  [
    'a code without its dot',
    { fact: 'diagnoses', includesAny: ['M245'] },
    'operand_wrong',
    'condition.includesAny.0',
  ],
  [
    'a treatment that does not exist',
    { fact: 'failed_treatments', includesAny: ['prayer'] },
    'operand_wrong',
    'condition.includesAny.0',
  ],
  [
    'a day that does not exist',
    { fact: 'injured_on', atLeast: '2025-02-29' },
    'operand_wrong',
    'condition.atLeast',
  ],
  ['“known” asked the other way round', { fact: 'pain', known: false }, 'operand_wrong', 'condition.known'],
])('refuses %s, at its place', (_, input, code, field) => {
  const { ok, refusals } = parseCondition(input);
  expect(ok).toBe(false);
  expect(refusals).toContainEqual(expect.objectContaining({ code, field }));
  for (const { sentence } of refusals) expect(sentence).toMatch(/^\S.*\.$/);
});

it('says all that is wrong at once, under the path it was given', () => {
  const { refusals } = parseCondition(
    { any: [{ fact: 'pain', atLeast: 11 }, { all: [] }, { not: { fact: 'mood', is: 1 } }] },
    'criteria.2.condition',
  );
  expect(refusals.map(({ code, field }) => [code, field])).toEqual([
    ['operand_wrong', 'criteria.2.condition.any.0.atLeast'],
    ['list_empty', 'criteria.2.condition.any.1.all'],
    ['fact_unknown', 'criteria.2.condition.any.2.not.fact'],
  ]);
});

it('refuses more questions than anybody reads', () => {
  const forty = { any: Array.from({ length: 40 }, () => pain) };
  expect(codesOf(parseCondition({ all: [forty, forty, forty] }).refusals)).toEqual([]);
  expect(codesOf(parseCondition({ all: [forty, forty, forty, pain] }).refusals)).toEqual([
    'condition_too_big',
  ]);
});

it('three values: the laws of Kleene’s logic hold for single values', () => {
  for (const a of truths) {
    expect(opposite(opposite(a))).toBe(a);
    for (const b of truths) {
      expect(allOf([a, b])).toBe(allOf([b, a]));
      expect(opposite(allOf([a, b]))).toBe(anyOf([opposite(a), opposite(b)]));
      expect(allOf([a, anyOf([a, b])])).toBe(a);
      for (const c of truths) {
        expect(allOf([a, allOf([b, c])])).toBe(allOf([a, b, c]));
        expect(allOf([a, anyOf([b, c])])).toBe(anyOf([allOf([a, b]), allOf([a, c])]));
      }
    }
  }
  expect([allOf(['unknown', 'not_met']), allOf(['unknown', 'met']), anyOf(['unknown', 'met'])]).toEqual([
    'not_met',
    'unknown',
    'met',
  ]);
});

it('takes codes by their beginning, procedures and treatments exactly', () => {
  const hand = inShort('dx:M24.541+L90.5 tried:compression@3').facts;
  const met = (fact: 'diagnoses' | 'failed_treatments', ...includesAny: string[]) =>
    truthOf({ fact, includesAny }, hand);
  expect(met('diagnoses', 'M24.5')).toBe('met');
  expect(met('diagnoses', 'M24.54')).toBe('met');
  expect(met('diagnoses', 'M24.55', 'L90.6')).toBe('not_met');
  expect(met('failed_treatments', 'silicone', 'compression')).toBe('met');
});

it('names the branch of an “any” that met it, and the one that failed an “all”', () => {
  const rule = {
    any: [
      { fact: 'rom_deficit_degrees', atLeast: 10 },
      { all: [pain, { fact: 'daily_life_limited', is: true }] },
    ],
  } as const;
  const decided = (notation: string) => {
    const { truth, decidedBy } = evaluate(parseCondition(rule).value ?? { all: [] }, inShort(notation).facts);
    return [truth, ...decidedBy.map(({ path }) => path)];
  };
  expect(decided('rom:12 pain:2')).toEqual(['met', 'any.0']);
  expect(decided('rom:5 pain:6 daily')).toEqual(['met', 'any.1.all.0', 'any.1.all.1']);
  expect(decided('rom:12 pain:6 daily')).toEqual(['met', 'any.0']);
  expect(decided('rom:5 pain:2')).toEqual(['not_met', 'any.0', 'any.1.all.0']);
  expect(decided('pain:2')).toEqual(['unknown']);
  // Of two branches that one and the same fact meets, the first is named.
  const twice = {
    any: [
      { fact: 'pain', atLeast: 4 },
      { fact: 'pain', atLeast: 3 },
    ],
  } as const;
  expect(evaluate(twice, inShort('pain:5').facts).decidedBy.map(({ path }) => path)).toEqual(['any.0']);
});

it('says what it reads, and of that only what is still open', () => {
  const rule = {
    all: [
      pain,
      {
        any: [
          { fact: 'itch', atLeast: 4 },
          { fact: 'vss_total', atLeast: 6 },
        ],
      },
    ],
  } as const;
  expect(factsRead(parseCondition(rule).value ?? { all: [] })).toEqual(['pain', 'itch', 'vss_total']);
  const missing = (notation: string) =>
    evaluate(parseCondition(rule).value ?? { all: [] }, inShort(notation).facts).missing;
  expect(missing('')).toEqual(['pain', 'itch', 'vss_total']);
  expect(missing('vss:9')).toEqual(['pain']);
  expect(missing('pain:1')).toEqual([]);
});

it.each([
  ['no object', 'x', 'facts_malformed', 'facts'],
  ['an unknown fact', { mood: { value: 1 } }, 'fact_unknown', 'facts.mood'],
  ['a bare value', { pain: 4 }, 'fact_malformed', 'facts.pain'],
  ['a scale above its end', { dlqi_total: { value: 31 } }, 'fact_value', 'facts.dlqi_total.value'],
  ['PHQ-9 above its end', { phq9_total: { value: 28 } }, 'fact_value', 'facts.phq9_total.value'],
  [
    'POSAS below its start',
    { posas_observer_total: { value: 5 } },
    'fact_value',
    'facts.posas_observer_total.value',
  ],
  ['a code twice', { diagnoses: { value: ['L90.5', 'L90.5'] } }, 'fact_value', 'facts.diagnoses.value'],
  ['a malformed code', { diagnoses: { value: ['L905'] } }, 'fact_value', 'facts.diagnoses.value'],
  [
    'evidence that is no list',
    { pain: { value: 4, evidence: 'e1' } },
    'fact_evidence',
    'facts.pain.evidence',
  ],
  ['evidence twice', { pain: { value: 4, evidence: ['e1', 'e1'] } }, 'fact_evidence', 'facts.pain.evidence'],
])('refuses facts with %s', (_, input, code, field) =>
  expect(parseFacts(input).refusals).toEqual([expect.objectContaining({ code, field })]),
);

it('reads facts in the vocabulary’s order; no evidence is an empty list', () => {
  const read = parseFacts({ pain: { value: 4 }, cause_of_scar: { value: 'burn', evidence: ['e1'] } });
  expect(JSON.stringify(read.value)).toBe(
    '{"cause_of_scar":{"value":"burn","evidence":["e1"]},"pain":{"value":4,"evidence":[]}}',
  );
});
