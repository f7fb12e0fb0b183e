import { Condition, FactQuestion, Placed, questionsOf } from './condition';
import { FactName, factDefinition } from './facts';
import { Facts, knownFact, onlyFacts, withFact } from './fact-values';

/** Kleene’s three values: unknown may still turn out either way. */
export const truths = ['met', 'not_met', 'unknown'] as const;
export type Truth = (typeof truths)[number];

export interface Evaluation {
  readonly truth: Truth;
  /**
   * The questions that settled it. Their facts are a smallest such set: with them alone it comes to the same, without
   * any one of them it would be unknown. Empty while unknown.
   */
  readonly decidedBy: readonly Placed[];
  /** Facts that were not known and could still settle it, in reading order. Empty when settled. */
  readonly missing: readonly FactName[];
}

/**
 * What a condition comes to. Learning more never changes “met” or “not met”: only unknown gives way.
 */
export function truthOf(condition: Condition, facts: Facts): Truth {
  if ('all' in condition) return allOf(condition.all.map((one) => truthOf(one, facts)));
  if ('any' in condition) return anyOf(condition.any.map((one) => truthOf(one, facts)));
  if ('not' in condition) return opposite(truthOf(condition.not, facts));
  return answer(condition, facts);
}

export function evaluate(condition: Condition, facts: Facts): Evaluation {
  const truth = truthOf(condition, facts);
  if (truth === 'unknown') return { truth, decidedBy: [], missing: openFacts(condition, facts) };
  const smallest = decidingFacts(condition, facts, truth);
  return { truth, decidedBy: deciding(condition, smallest, ''), missing: [] };
}

/** One of them not met: not met. Else one of them unknown: unknown. Nothing at all: met. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes('not_met')) return 'not_met';
  return truths.includes('unknown') ? 'unknown' : 'met';
}

export function anyOf(truths: readonly Truth[]): Truth {
  return opposite(allOf(truths.map(opposite)));
}

export function opposite(truth: Truth): Truth {
  return truth === 'met' ? 'not_met' : truth === 'not_met' ? 'met' : 'unknown';
}

function answer(question: FactQuestion, facts: Facts): Truth {
  const fact = knownFact(facts, question.fact);
  if (fact === null) return 'unknown';
  return holds(question, fact.value) ? 'met' : 'not_met';
}

function holds(question: FactQuestion, value: boolean | number | string | readonly string[]): boolean {
  if ('known' in question) return true;
  if ('is' in question) return value === question.is;
  if ('oneOf' in question) return question.oneOf.some((one) => one === value);
  if ('atLeast' in question) return !isList(value) && value >= question.atLeast;
  if ('atMost' in question) return !isList(value) && value <= question.atMost;
  return (
    isList(value) && value.some((code) => question.includesAny.some((one) => takes(question.fact, one, code)))
  );
}

const isList = (value: unknown): value is readonly string[] => Array.isArray(value);

/** Whether what a rule lists takes this code: the beginning of a diagnosis, any other code exactly. */
export function takes(fact: FactName, listed: string, code: string): boolean {
  const definition = factDefinition(fact);
  const prefixes = definition.kind === 'codes' && definition.system === 'icd_10_cm';
  return prefixes ? code.startsWith(listed) : code === listed;
}

/** Drops one fact after the other, the last read first, as long as the truth stays: what remains is needed. */
function decidingFacts(condition: Condition, facts: Facts, truth: Truth): Facts {
  const read = new Set(questionsOf(condition).map(({ question }) => question.fact));
  return [...read].reverse().reduce<Facts>(
    (kept, name) => {
      const without = withFact(kept, name, null);
      return truthOf(condition, without) === truth ? without : kept;
    },
    onlyFacts(facts, read),
  );
}

/** The questions through which the settled truth of a condition came about. */
function deciding(condition: Condition, facts: Facts, path: string): readonly Placed[] {
  const under = (step: string) => (path === '' ? step : `${path}.${step}`);
  if ('not' in condition) return deciding(condition.not, facts, under('not'));
  const truth = truthOf(condition, facts);
  if (!('all' in condition) && !('any' in condition)) return [{ path, question: condition }];
  const [key, list] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  const like = list.flatMap((one, index) => (truthOf(one, facts) === truth ? [[one, index] as const] : []));
  // All of an “all” were needed for met, one of them for not met; of an “any” the other way round.
  const everyOne = (key === 'all') === (truth === 'met');
  return (everyOne ? like : like.slice(0, 1)).flatMap(([one, index]) =>
    deciding(one, facts, under(`${key}.${index}`)),
  );
}

/** Branches that are settled already are closed: what they have not asked makes no difference any more. */
function openFacts(condition: Condition, facts: Facts): readonly FactName[] {
  if (truthOf(condition, facts) !== 'unknown') return [];
  if ('not' in condition) return openFacts(condition.not, facts);
  const list = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null;
  if (list === null) return [(condition as FactQuestion).fact];
  return [...new Set(list.flatMap((one) => openFacts(one, facts)))];
}
