import type { ScreeningOutcome } from '../case-facts';
import { Truth } from './evaluate';
import { Facts } from './fact-values';
import type { PolicyVersion } from './policy';
import { ScreeningContext, ScreeningResult, screen } from './screen';

export interface PastCase {
  readonly id: string;
  readonly facts: Facts;
  readonly context?: ScreeningContext;
}

export interface ScreeningChange {
  readonly id: string;
  readonly before: ScreeningOutcome;
  readonly after: ScreeningOutcome;
  readonly outcomeChanges: boolean;
  /** Criteria by id, sorted; null on the side where the version has no such criterion. */
  readonly criteria: readonly {
    readonly id: string;
    readonly before: Truth | null;
    readonly after: Truth | null;
  }[];
}

export interface ScreeningComparison {
  readonly cases: number;
  /** Cases whose outcome changes. */
  readonly outcomesChanged: number;
  /** “37 of 2,000 past cases change their outcome.” */
  readonly sentence: string;
  /** How many go from where to where, the most frequent first. */
  readonly moves: readonly {
    readonly before: ScreeningOutcome;
    readonly after: ScreeningOutcome;
    readonly cases: number;
  }[];
  /** Every case in which the outcome or a criterion changes, in the order given. */
  readonly changes: readonly ScreeningChange[];
}

/** A dry run: what a new version of a policy would have made of past cases. */
export function compareScreenings(
  before: PolicyVersion,
  after: PolicyVersion,
  cases: readonly PastCase[],
): ScreeningComparison {
  const changes = cases
    .map(({ id, facts, context }) =>
      changeOf(id, screen(before, facts, context), screen(after, facts, context)),
    )
    .filter(({ outcomeChanges, criteria }) => outcomeChanges || criteria.length > 0);
  const moved = changes.filter(({ outcomeChanges }) => outcomeChanges);
  const count = (number: number) => number.toLocaleString('en-US');
  const verb = moved.length === 1 ? 'changes its outcome' : 'change their outcome';
  return {
    cases: cases.length,
    outcomesChanged: moved.length,
    sentence: `${count(moved.length)} of ${count(cases.length)} past cases ${verb}.`,
    moves: movesOf(moved),
    changes,
  };
}

function changeOf(id: string, before: ScreeningResult, after: ScreeningResult): ScreeningChange {
  const truths = (result: ScreeningResult) => new Map(result.criteria.map((one) => [one.id, one.truth]));
  const [was, is] = [truths(before), truths(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort();
  return {
    id,
    before: before.outcome,
    after: after.outcome,
    outcomeChanges: before.outcome !== after.outcome,
    criteria: ids
      .map((one) => ({ id: one, before: was.get(one) ?? null, after: is.get(one) ?? null }))
      .filter((one) => one.before !== one.after),
  };
}

function movesOf(moved: readonly ScreeningChange[]): ScreeningComparison['moves'] {
  const byMove = new Map<string, { before: ScreeningOutcome; after: ScreeningOutcome; cases: number }>();
  for (const { before, after } of moved) {
    const key = `${before} ${after}`;
    byMove.set(key, { before, after, cases: (byMove.get(key)?.cases ?? 0) + 1 });
  }
  return [...byMove.entries()]
    .sort(([one, a], [other, b]) => b.cases - a.cases || (one < other ? -1 : 1))
    .map(([, move]) => move);
}
