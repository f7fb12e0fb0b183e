import type { ScreeningOutcome } from '../case-facts';
import { formatNumber } from '../numbers';
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
  /** The criteria of both versions that come out otherwise, by id, sorted. */
  readonly criteria: readonly { readonly id: string; readonly before: Truth; readonly after: Truth }[];
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
  /** Ids of criteria that only the later version has, or only the earlier one, sorted. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
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
  const count = (number: number) => formatNumber(number);
  const verb = moved.length === 1 ? 'changes its outcome' : 'change their outcome';
  return {
    cases: cases.length,
    outcomesChanged: moved.length,
    sentence: `${count(moved.length)} of ${count(cases.length)} past cases ${verb}.`,
    moves: movesOf(moved),
    added: idsOf(after).filter((id) => !idsOf(before).includes(id)),
    removed: idsOf(before).filter((id) => !idsOf(after).includes(id)),
    changes,
  };
}

const idsOf = ({ criteria }: PolicyVersion) => [...new Set(criteria.map(({ id }) => id))].sort();

function changeOf(id: string, before: ScreeningResult, after: ScreeningResult): ScreeningChange {
  const truths = (result: ScreeningResult) => new Map(result.criteria.map((one) => [one.id, one.truth]));
  const [was, is] = [truths(before), truths(after)];
  return {
    id,
    before: before.outcome,
    after: after.outcome,
    outcomeChanges: before.outcome !== after.outcome,
    criteria: [...was.keys()].sort().flatMap((one) => {
      const [then, now] = [was.get(one), is.get(one)];
      return then && now && then !== now ? [{ id: one, before: then, after: now }] : [];
    }),
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
