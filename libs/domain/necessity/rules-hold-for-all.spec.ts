import fc from 'fast-check';
import { Condition, FactQuestion, factsRead, printCondition } from './condition';
import { demoPolicies } from './demo-policies/demo-policies';
import { evaluate, truthOf } from './evaluate';
import { FactName, factDefinition, factNames } from './facts';
import { AnyFactValue, Facts, KnownFact, onlyFacts, parseFacts, withFact } from './fact-values';
import { generalPolicy } from './general-policy';
import { parseCondition } from './parse-condition';
import { PolicyVersion } from './policy';
import { possibilityOf } from './possible';
import { CriterionResult, screen } from './screen';
import { valueClasses } from './value-classes';
import { whatIf } from './what-if';

// Few codes, so that what a rule asks for and what a case has meet often.
const icd = ['M24.5', 'M24.541', 'L90.5', 'L91.0', 'L70.0', 'Z41.1', 'F45.22'];
const cpt = ['17999', '0479T'];

function values(name: FactName): fc.Arbitrary<AnyFactValue> {
  const definition = factDefinition(name);
  switch (definition.kind) {
    case 'yes_no':
      return fc.boolean();
    case 'number': {
      const { min, max, whole } = definition;
      const near = fc.oneof(fc.integer({ min, max: Math.min(max, min + 25) }), fc.constant(max));
      return whole
        ? near
        : fc.oneof(
            near,
            near.map((one) => Math.min(max, one + 0.5)),
          );
    }
    case 'one_of':
      return fc.constantFrom(...Object.keys(definition.options));
    case 'codes': {
      const listed = definition.options
        ? Object.keys(definition.options)
        : definition.system === 'procedure'
          ? cpt
          : icd;
      return fc.subarray(listed);
    }
    case 'day':
      return fc.constantFrom('2024-02-29', '2025-06-30', '2026-01-01');
  }
}
const list = <T>(values: fc.Arbitrary<T>) => fc.uniqueArray(values, { minLength: 1, maxLength: 3 });

function questions(fact: FactName): fc.Arbitrary<FactQuestion> {
  const { kind } = factDefinition(fact);
  const known = fc.constant({ fact, known: true } as FactQuestion);
  const one = values(fact) as fc.Arbitrary<never>;
  const is = one.map((value): FactQuestion => ({ fact, is: value }));
  if (kind === 'yes_no') return fc.oneof({ weight: 6, arbitrary: is }, known);
  if (kind === 'one_of')
    return fc.oneof(
      is,
      list(one as fc.Arbitrary<string>).map((oneOf): FactQuestion => ({ fact, oneOf })),
      known,
    );
  if (kind === 'codes')
    return fc.oneof(
      {
        weight: 6,
        arbitrary: (values(fact) as fc.Arbitrary<readonly string[]>)
          .filter((codes) => codes.length > 0)
          .map((includesAny): FactQuestion => ({ fact, includesAny })),
      },
      known,
    );
  const atLeast = one.map((value): FactQuestion => ({ fact, atLeast: value }));
  const atMost = one.map((value): FactQuestion => ({ fact, atMost: value }));
  return fc.oneof(is, atLeast, atMost, known);
}

// A few facts, of all kinds, so that conditions share some.
const some: readonly FactName[] = [
  'cause_of_scar',
  'functional_impairment',
  'pain',
  'rom_deficit_degrees',
  'diagnoses',
  'failed_treatments',
  'injured_on',
  'joint_involved',
];
const conditionsOver = (names: readonly FactName[]) =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(...names).chain(questions),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
      tie('condition').map((not): Condition => ({ not })),
    ),
  })).condition;
const condition = conditionsOver(some);
const singles = some.filter((name) => factDefinition(name).kind !== 'codes');

const known = (name: FactName): fc.Arbitrary<KnownFact> =>
  fc.record({ value: values(name), evidence: fc.constantFrom([], [`evidence-${name}`]) });
const factsOf = (names: readonly FactName[], complete = false): fc.Arbitrary<Facts> =>
  fc
    .tuple(
      ...names.map((name) => fc.tuple(fc.constant(name), complete ? known(name) : fc.option(known(name)))),
    )
    .map((each) => each.reduce<Facts>((facts, [name, fact]) => withFact(facts, name, fact), {}));
const someFacts = factsOf(some);
const policies = [generalPolicy, ...demoPolicies.flatMap(({ versions }) => versions)];
const policy = fc.constantFrom(...policies);
const allFacts = factsOf(factNames);

const seeded = { seed: 20261123 };
const always = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns = 400) =>
  fc.assert(property, { ...seeded, numRuns });

it('negation of all is any of the negations, for every condition and case', () =>
  always(
    fc.property(condition, condition, someFacts, (one, other, facts) => {
      expect(truthOf({ not: { all: [one, other] } }, facts)).toBe(
        truthOf({ any: [{ not: one }, { not: other }] }, facts),
      );
      expect(truthOf({ not: { not: one } }, facts)).toBe(truthOf(one, facts));
    }),
  ));

it('learning a fact settles what was unknown, and never turns what was settled', () =>
  always(
    fc.property(condition, someFacts, factsOf(some, true), (rule, facts, all) => {
      const before = truthOf(rule, facts);
      const after = truthOf(rule, { ...all, ...facts });
      if (before !== 'unknown') expect(after).toBe(before);
      // Only a “not known” can remain open, and it is never asked for: “known” is met once it is.
      expect(after).not.toBe('unknown');
    }),
  ));

it('what decided is a smallest set: alone it decides the same, without any one of it nothing', () =>
  always(
    fc.property(condition, someFacts, (rule, facts) => {
      const { truth, decidedBy, missing } = evaluate(rule, facts);
      const names = new Set(decidedBy.map(({ question }) => question.fact));
      expect(truthOf(rule, onlyFacts(facts, names))).toBe(truth);
      for (const name of names)
        expect(truthOf(rule, withFact(onlyFacts(facts, names), name, null))).toBe('unknown');
      expect(missing.length > 0).toBe(truth === 'unknown');
      expect(missing.filter((name) => facts[name] !== undefined || !factsRead(rule).includes(name))).toEqual(
        [],
      );
    }),
  ));

it('a printed condition reads back as itself', () =>
  always(
    fc.property(condition, (rule) => {
      const read = parseCondition(JSON.parse(printCondition(rule)));
      expect(read).toEqual({ ok: true, value: rule, refusals: [] });
      expect(printCondition(read.value ?? rule)).toBe(printCondition(rule));
    }),
  ));

it('reads whatever comes without an error, and refuses with a place', () =>
  always(
    fc.property(fc.oneof(fc.anything(), fc.record({ all: fc.array(fc.anything()) })), (junk) => {
      for (const { field } of parseCondition(junk).refusals) expect(field).toMatch(/^condition/);
      for (const { field } of parseFacts(junk).refusals) expect(field).toMatch(/^facts/);
    }),
    1000,
  ));

const results = (rules: PolicyVersion, facts: Facts) =>
  new Map<string, CriterionResult>(screen(rules, facts).criteria.map((one) => [one.id, one]));

it('changing one fact leaves every criterion alone that does not ask for it', () =>
  always(
    fc.property(
      policy,
      allFacts,
      fc.constantFrom(...factNames).chain((name) => fc.tuple(fc.constant(name), fc.option(known(name)))),
      (rules, facts, [name, fact]) => {
        const [before, after] = [results(rules, facts), results(rules, withFact(facts, name, fact))];
        for (const { id, condition: rule } of rules.criteria)
          if (!factsRead(rule).includes(name)) expect(after.get(id)).toEqual(before.get(id));
      },
    ),
  ));

it('… and there is a case in which it changes each criterion that does', () => {
  for (const rules of policies)
    for (const { id, condition: rule } of rules.criteria)
      for (const name of factsRead(rule)) {
        const changes = fc.property(factsOf(factsRead(rule), true), known(name), (facts, fact) => {
          const truth = (more: Facts) => results(rules, more).get(id)?.truth;
          return truth(facts) === truth(withFact(facts, name, fact));
        });
        // A counterexample is what is looked for.
        expect([rules.number, id, name, fc.check(changes, { ...seeded, numRuns: 3000 }).failed]).toEqual([
          rules.number,
          id,
          name,
          true,
        ]);
      }
});

it('the order of facts and of criteria makes no difference', () =>
  always(
    fc.property(policy, allFacts, fc.infiniteStream(fc.nat()), (rules, facts, dice) => {
      const shuffled = <T>(each: readonly T[]) =>
        each
          .map((one) => [dice.next().value as number, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
      const otherFacts = Object.fromEntries(shuffled(Object.entries(facts))) as Facts;
      const otherRules = { ...rules, criteria: shuffled(rules.criteria) };
      const { criteria, ...rest } = screen(rules, facts);
      const { criteria: others, ...otherRest } = screen(otherRules, otherFacts);
      expect(otherRest).toEqual(rest);
      const byId = (one: CriterionResult, other: CriterionResult) => (one.id < other.id ? -1 : 1);
      expect([...others].sort(byId)).toEqual([...criteria].sort(byId));
    }),
    200,
  ));

it('the same case comes to a deeply equal result, and is not touched', () =>
  always(
    fc.property(policy, allFacts, (rules, facts) => {
      const [copy, rulesCopy] = [structuredClone(facts), structuredClone(rules)];
      expect(screen(rules, facts)).toEqual(screen(rulesCopy, copy));
      expect([facts, rules]).toEqual([copy, rulesCopy]);
    }),
    100,
  ));

it('“impossible” is certain: no fully known case fulfils such wishes', () => {
  let impossible = 0;
  always(
    fc.property(
      condition,
      condition,
      fc.array(factsOf(some, true), { minLength: 20, maxLength: 20 }),
      (one, other, each) => {
        const possibility = possibilityOf([
          { condition: one, met: true },
          { condition: other, met: false },
        ]);
        const found = each.some(
          (facts) => truthOf(one, facts) === 'met' && truthOf(other, facts) === 'not_met',
        );
        if (possibility === 'impossible') impossible += 1;
        expect(possibility === 'impossible' && found).toBe(false);
      },
    ),
    1000,
  );
  expect(impossible).toBeGreaterThan(20);
});

it('of facts with one value each, it knows exactly what is possible', () => {
  const seen = { possible: 0, impossible: 0, undecided: 0 };
  const property = fc.property(conditionsOver(singles), conditionsOver(singles), (one, other) => {
    const names = [...new Set([...factsRead(one), ...factsRead(other)])];
    const classes = names.map((name) => [name, valueClasses(name, [one, other])] as const);
    fc.pre(classes.reduce((product, [, each]) => product * each.length, 1) <= 3000);
    const cases = classes.reduce<readonly Facts[]>(
      (all, [name, each]) =>
        all.flatMap((facts) => each.map(({ value }) => withFact(facts, name, { value, evidence: [] }))),
      [{}],
    );
    const found = cases.some((facts) => truthOf(one, facts) === 'met' && truthOf(other, facts) === 'not_met');
    const wishes = [
      { condition: one, met: true },
      { condition: other, met: false },
    ];
    seen[possibilityOf(wishes)] += 1;
    expect(possibilityOf(wishes)).toBe(found ? 'possible' : 'impossible');
  });
  always(property, 1000);
  expect([seen.possible > 100, seen.impossible > 100, seen.undecided]).toEqual([true, true, 0]);
});

it('the classes of a fact’s values leave none out that a rule could tell apart', () =>
  always(
    fc.property(
      fc
        .constantFrom(...some)
        .chain((name) =>
          fc.tuple(
            fc.constant(name),
            fc.array(questions(name), { minLength: 1, maxLength: 3 }),
            values(name),
          ),
        ),
      ([name, asked, value]) => {
        const listed = asked.flatMap((one) => ('includesAny' in one ? one.includesAny : []));
        fc.pre(new Set(listed).size <= 8);
        const answers = (one: AnyFactValue) =>
          asked.map((question) => truthOf(question, withFact({}, name, { value: one, evidence: [] })));
        const classes = valueClasses(name, asked).map((one) => answers(one.value));
        expect(classes).toContainEqual(answers(value));
        expect(new Set(classes.map(String)).size).toBe(classes.length);
      },
    ),
  ));

it('what settles does settle, whatever is found; what leads to “medical” leads there', () =>
  always(
    fc.property(policy, allFacts, factsOf(factNames, true), (rules, facts, all) => {
      const { settles, toMedical } = whatIf(rules, facts);
      const now = screen(rules, facts);
      expect(settles !== null).toBe(now.reason === 'facts_missing');
      if (settles)
        expect(screen(rules, { ...facts, ...onlyFacts(all, settles.facts) }).reason).not.toBe(
          'facts_missing',
        );
      if (toMedical) {
        const led = toMedical.facts.reduce(
          (more, { fact, value }) => withFact(more, fact, { value, evidence: [] }),
          facts,
        );
        expect(screen(rules, led).outcome).toBe('likely_medical');
      }
    }),
    200,
  ));
