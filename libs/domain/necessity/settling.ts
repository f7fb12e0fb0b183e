import { evaluate } from './evaluate';
import { FactName, factNames } from './facts';
import { AnyFactValue, Facts, withFact } from './fact-values';
import type { Criterion } from './policy';
import type { ValueClass } from './value-classes';
import type { Verdict } from './verdict';

export interface SettlingSet {
  readonly facts: readonly FactName[];
  /** True: no smaller set does it. False: none of its facts can be left out, but a smaller other set was not ruled out. */
  readonly smallest: boolean;
}

export interface MedicalPath {
  readonly facts: readonly {
    readonly fact: FactName;
    readonly value: AnyFactValue;
    readonly words: string;
  }[];
}

export interface Search {
  readonly facts: Facts;
  readonly judge: (facts: Facts) => Verdict;
  /** The criteria that take part in the outcome. */
  readonly criteria: readonly Criterion[];
  readonly classesOf: (fact: FactName) => readonly ValueClass[];
}

/** Sets up to this size are all tried; of larger ones, one is found from which nothing can be left out. */
const triedSize = 4;
const mostNodes = 4000;

/** What to find out so that the screening no longer lacks a fact, whatever the answers are. */
export function settlingSet(search: Search): SettlingSet | null {
  const now = search.judge(search.facts);
  if (now.reason !== 'facts_missing') return null;
  const open = openFacts(search, search.facts, now);
  const sets = [1, 2, 3, 4].filter((size) => size <= triedSize).flatMap((size) => subsets(open, size));
  const exact = sets.find((one) => settles(search, new Set(one), search.facts));
  if (exact) return { facts: exact, smallest: true };
  const left = open.reduce<readonly FactName[]>((kept, name) => {
    const without = kept.filter((one) => one !== name);
    return settles(search, new Set(without), search.facts) ? without : kept;
  }, open);
  return { facts: left, smallest: left.length === triedSize + 1 };
}

/** Whether nothing is missing any more once these are known, for all their values. */
function settles(search: Search, known: ReadonlySet<FactName>, facts: Facts): boolean {
  const verdict = search.judge(facts);
  if (verdict.reason !== 'facts_missing') return true;
  // A fact that no open criterion asks for any more makes no difference, so only these are tried.
  const next = openFacts(search, facts, verdict).find((name) => known.has(name));
  return (
    next !== undefined &&
    search
      .classesOf(next)
      .every(({ value }) => settles(search, known, withFact(facts, next, { value, evidence: [] })))
  );
}

function openFacts(search: Search, facts: Facts, verdict: Verdict): readonly FactName[] {
  const open = new Set(
    search.criteria
      .filter(({ id }) => verdict.criteria.includes(id))
      .flatMap(({ condition }) => evaluate(condition, facts).missing),
  );
  return factNames.filter((name) => open.has(name));
}

function subsets(names: readonly FactName[], size: number): readonly (readonly FactName[])[] {
  if (size === 0) return [[]];
  return names.flatMap((name, index) =>
    subsets(names.slice(index + 1), size - 1).map((rest) => [name, ...rest]),
  );
}

/** The fewest facts that lead to “likely medical”, searched by growing number. */
export function shortestToMedical(search: Search): MedicalPath | null {
  if (search.judge(search.facts).outcome !== 'uncertain') return null;
  const budget = { left: mostNodes };
  for (let size = 1; size <= factNames.length && budget.left > 0; size += 1) {
    const seen = new Set<string>();
    const path = towards(search, search.facts, [], size, budget, seen);
    if (path) return { facts: path };
    // Nothing was cut off at this size, so nothing lies beyond it.
    if (seen.size === 0) return null;
  }
  return null;
}

type Path = MedicalPath['facts'];

function towards(
  search: Search,
  facts: Facts,
  path: Path,
  size: number,
  budget: { left: number },
  cutOff: Set<string>,
): Path | null {
  budget.left -= 1;
  const verdict = search.judge(facts);
  if (verdict.outcome === 'likely_medical') return path;
  if (verdict.outcome === 'cosmetic' || budget.left <= 0) return null;
  const names = nextFacts(search, facts, verdict);
  if (names.length > 0 && path.length === size) cutOff.add(keyOf(path));
  if (path.length === size) return null;
  for (const fact of names) {
    for (const { value, words } of search.classesOf(fact)) {
      const more = withFact(facts, fact, { value, evidence: [] });
      const found = towards(search, more, [...path, { fact, value, words }], size, budget, cutOff);
      if (found) return found;
    }
  }
  return null;
}

const keyOf = (path: Path) => path.map(({ fact, words }) => `${fact} ${words}`).join('; ');

/**
 * One open criterion has to be settled by one of its own facts: the first with the fewest. Where nothing is missing but
 * the ground is, any criterion that is still open can bring it.
 */
function nextFacts(search: Search, facts: Facts, verdict: Verdict): readonly FactName[] {
  const open = search.criteria.map(({ id, group, condition }) => ({
    id,
    group,
    missing: evaluate(condition, facts).missing,
  }));
  if (verdict.reason !== 'facts_missing') return [...new Set(open.flatMap(({ missing }) => missing))];
  const asked = open.filter(({ id, missing }) => missing.length > 0 && verdict.criteria.includes(id));
  // A group is settled by any of its members.
  const together = asked.map(({ id, group, missing }) =>
    group === null
      ? missing
      : asked.filter((one) => one.group === group || one.id === id).flatMap((one) => one.missing),
  );
  const [fewest = []] = together
    .map((missing) => [...new Set(missing)])
    .sort((one, other) => one.length - other.length);
  return fewest;
}
