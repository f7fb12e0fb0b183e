import { Condition, FactQuestion } from './condition';
import { takes } from './evaluate';
import { FactName, factDefinition } from './facts';

/** Whether some case could make all of these come out as asked. `undecided` when the search grew too large. */
export type Possibility = 'possible' | 'impossible' | 'undecided';

/** A condition that is to be met, or to be not met. */
export interface Wish {
  readonly condition: Condition;
  readonly met: boolean;
}

/** How much a search may do before it is given up. `left` goes down; searches may share it. */
export interface SearchBudget {
  left: number;
}

const mostSteps = 20_000;
/** Browsers differ in how deep a search may nest; more questions than this in one search are given up. */
const deepest = 2_000;

/**
 * Looks for a fully known case that fulfils all wishes, fact by fact: numbers and days as intervals, choices and codes
 * as sets. It is sound: “impossible” is certain. It may miss an impossibility, because it takes every fact for
 * independent of the others, and every beginning of a code for one that exists.
 */
export function possibilityOf(
  wishes: readonly Wish[],
  budget: SearchBudget = { left: mostSteps },
): Possibility {
  const search: Search = { left: Math.min(mostSteps, budget.left), gaveUp: false };
  const before = search.left;
  const found = fulfil(chained(wishes, null), new Map(), search, 0);
  budget.left -= before - search.left;
  if (found) return 'possible';
  return search.gaveUp ? 'undecided' : 'impossible';
}

interface Search {
  left: number;
  gaveUp: boolean;
}
/** What is still to be fulfilled, the next one first; a chain, because branches share its end. */
type Chain = { readonly wish: Wish; readonly next: Chain } | null;
type Narrowed = ReadonlyMap<FactName, Domain>;

const chained = (wishes: readonly Wish[], next: Chain): Chain =>
  wishes.reduceRight<Chain>((rest, wish) => ({ wish, next: rest }), next);

function fulfil(chain: Chain, narrowed: Narrowed, search: Search, depth: number): boolean {
  if (chain === null) return true;
  search.left -= 1;
  if (search.left < 0 || depth > deepest) search.gaveUp = true;
  if (search.gaveUp) return false;
  const {
    wish: { condition, met },
    next,
  } = chain;
  const go = (rest: Chain, so = narrowed) => fulfil(rest, so, search, depth + 1);
  if ('not' in condition) return go({ wish: { condition: condition.not, met: !met }, next });
  if ('all' in condition || 'any' in condition) {
    const list = 'all' in condition ? condition.all : condition.any;
    const each = list.map((one) => ({ condition: one, met }));
    const together = 'all' in condition === met;
    return together ? go(chained(each, next)) : each.some((wish) => go({ wish, next }));
  }
  const before = narrowed.get(condition.fact) ?? everything(condition.fact);
  const after = narrow(before, condition, met);
  return after !== null && go(next, new Map(narrowed).set(condition.fact, after));
}

/** What a fact can still be. Ends are inside; `above` and `below` are outside. */
type Domain =
  | { readonly kind: 'options'; readonly left: readonly (boolean | string)[] }
  | {
      readonly kind: 'span';
      readonly whole: boolean;
      readonly from: Ending;
      readonly to: Ending;
      readonly except: readonly (number | string)[];
    }
  | {
      readonly kind: 'codes';
      readonly someOf: readonly (readonly string[])[];
      readonly none: readonly string[];
    };
interface Ending {
  readonly at: number | string;
  readonly inside: boolean;
}

function everything(fact: FactName): Domain {
  const definition = factDefinition(fact);
  switch (definition.kind) {
    case 'yes_no':
      return { kind: 'options', left: [true, false] };
    case 'one_of':
      return { kind: 'options', left: Object.keys(definition.options) };
    case 'codes':
      return { kind: 'codes', someOf: [], none: [] };
    case 'number':
      return span(definition.whole, definition.min, definition.max);
    case 'day':
      return span(false, '0000-01-01', '9999-12-31');
  }
}

function span(whole: boolean, from: number | string, to: number | string): Domain {
  return { kind: 'span', whole, from: { at: from, inside: true }, to: { at: to, inside: true }, except: [] };
}

/** What is left of a domain once a question is answered so; null when nothing is. */
function narrow(domain: Domain, question: FactQuestion, met: boolean): Domain | null {
  // In a fully known case every fact is on record.
  if ('known' in question) return met ? domain : null;
  if (domain.kind === 'options') {
    const named: readonly unknown[] =
      'oneOf' in question ? question.oneOf : 'is' in question ? [question.is] : [];
    const left = domain.left.filter((one) => named.includes(one) === met);
    return left.length > 0 ? { ...domain, left } : null;
  }
  if (domain.kind === 'codes') {
    if (!('includesAny' in question)) return domain;
    const someOf = met ? [...domain.someOf, question.includesAny] : domain.someOf;
    const none = met ? domain.none : [...domain.none, ...question.includesAny];
    const left = (listed: string) => !none.some((gone) => takes(question.fact, gone, listed));
    return someOf.every((list) => list.some(left)) ? { ...domain, someOf, none } : null;
  }
  const { from, to, except } = domain;
  if ('atLeast' in question)
    return met
      ? filled({ ...domain, from: later(from, { at: question.atLeast, inside: true }) })
      : filled({ ...domain, to: sooner(to, { at: question.atLeast, inside: false }) });
  if ('atMost' in question)
    return met
      ? filled({ ...domain, to: sooner(to, { at: question.atMost, inside: true }) })
      : filled({ ...domain, from: later(from, { at: question.atMost, inside: false }) });
  if (!('is' in question) || typeof question.is === 'boolean') return domain;
  const only = { at: question.is, inside: true };
  return met
    ? filled({ ...domain, from: later(from, only), to: sooner(to, only) })
    : filled({ ...domain, except: [...except, question.is] });
}

const later = (one: Ending, other: Ending) =>
  one.at > other.at || (one.at === other.at && !one.inside) ? one : other;
const sooner = (one: Ending, other: Ending) =>
  one.at < other.at || (one.at === other.at && !one.inside) ? one : other;

function filled(domain: Domain & { kind: 'span' }): Domain | null {
  const { from, to, whole, except } = domain;
  if (from.at > to.at) return null;
  if (from.at === to.at) return from.inside && to.inside && !except.includes(from.at) ? domain : null;
  if (!whole || typeof from.at === 'string' || typeof to.at === 'string') return domain;
  const lowest = from.inside ? Math.ceil(from.at) : Math.floor(from.at) + 1;
  const highest = to.inside ? Math.floor(to.at) : Math.ceil(to.at) - 1;
  const gone = new Set(except.filter((one) => typeof one === 'number' && one >= lowest && one <= highest));
  return highest - lowest + 1 > gone.size ? domain : null;
}
