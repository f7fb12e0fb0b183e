import type { ScreeningOutcome } from '../case-facts';
import { Truth, evaluate, truthOf } from './evaluate';
import { EvidenceKind } from './evidence-kinds';
import { FactName, factDefinition, factNames } from './facts';
import { Facts, withFact } from './fact-values';
import { generalPolicy } from './general-policy';
import type { PolicyVersion } from './policy';
import type { ScreeningContext } from './screen';
import { MedicalPath, SettlingSet, settlingSet, shortestToMedical } from './settling';
import { trippedBy, tripsOf } from './trips';
import { ValueClass, valueClasses } from './value-classes';
import { verdictOf } from './verdict';

export interface WhatIfCase extends ValueClass {
  /** The criteria that are unknown now and would no longer be, in the policy's order. */
  readonly changes: readonly { readonly criterion: string; readonly to: Truth }[];
  readonly outcome: ScreeningOutcome;
}

export interface WhatIfFact {
  readonly fact: FactName;
  readonly words: string;
  readonly suppliedBy: readonly EvidenceKind[];
  /** One for each way in which the policy tells its values apart. */
  readonly cases: readonly WhatIfCase[];
}

export interface WhatIf {
  /** The facts that open criteria still ask for, in the vocabulary's order. */
  readonly facts: readonly WhatIfFact[];
  /** What to find out so that nothing is missing any more, whatever it turns out to be; null if nothing is missing. */
  readonly settles: SettlingSet | null;
  /** The fewest facts, with values, by which it becomes likely medical; null if nothing leads there. */
  readonly toMedical: MedicalPath | null;
}

/** What each missing fact would change, and which of them are worth finding out. Deterministic, bounded work. */
export function whatIf(policy: PolicyVersion | null, facts: Facts, context: ScreeningContext = {}): WhatIf {
  const used = policy ?? generalPolicy;
  const conditions = used.criteria.map(({ condition }) => condition);
  const judge = (more: Facts) =>
    verdictOf(used, more, trippedBy(tripsOf(more, context.texts, context.explanations)));
  const openIn = (criteria: PolicyVersion['criteria']) => {
    const open = new Set(criteria.flatMap(({ condition }) => evaluate(condition, facts).missing));
    return factNames.filter((name) => open.has(name));
  };
  const classes = new Map(openIn(used.criteria).map((fact) => [fact, valueClasses(fact, conditions)]));
  const search = {
    facts,
    judge,
    criteria: used.criteria.filter(({ role }) => role !== 'supporting'),
    classesOf: (fact: FactName) => classes.get(fact) ?? [],
  };
  return {
    facts: [...classes].map(([fact, each]) => ({
      fact,
      words: factDefinition(fact).words,
      suppliedBy: factDefinition(fact).suppliedBy,
      cases: each.map((one) => {
        const more = withFact(facts, fact, { value: one.value, evidence: [] });
        return { ...one, changes: changesOf(used, facts, more), outcome: judge(more).outcome };
      }),
    })),
    settles: settlingSet(search),
    toMedical: shortestToMedical(search),
  };
}

function changesOf(policy: PolicyVersion, before: Facts, after: Facts): WhatIfCase['changes'] {
  return policy.criteria.flatMap(({ id, condition }) => {
    const to = truthOf(condition, after);
    return to === truthOf(condition, before) ? [] : [{ criterion: id, to }];
  });
}
