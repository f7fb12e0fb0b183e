import { Actor, Role, holds, roleWords } from '../people';
import { CaseFacts } from '../case-facts';
import { Refusal, refusal } from '../refusal';

/** The place every subject comes from: its first move starts here and nothing ever returns. */
export const nowhere = 'nowhere';
export type From<State extends string> = State | typeof nowhere;

/** What a guard may look at: the whole case, the subject that would move (null before it exists) and who asks. */
export interface Situation<Subject> {
  readonly facts: CaseFacts;
  readonly subject: Subject | null;
  readonly actor: Actor;
}

/** A condition of a move. Returns why not, or null. Guards do not see the form's input; see `needs`. */
export type Guard<Subject> = (situation: Situation<Subject>) => Refusal | readonly Refusal[] | null;

export interface MoveRule<State extends string, Subject> {
  readonly move: string;
  /** The button's words, as an instruction. */
  readonly label: string;
  /** What the timeline says afterwards. */
  readonly happened: string;
  readonly from: readonly From<State>[];
  /** Where it may lead. More than one only where the subject itself decides, as with a second acknowledgement. */
  readonly to: readonly State[];
  readonly by: readonly Role[];
  /** Fields that come with the move, in the words of the contract. */
  readonly needs: readonly string[];
  readonly guards: readonly Guard<Subject>[];
}

export interface Lifecycle<State extends string, Subject extends { readonly state: State }> {
  readonly subject: string;
  readonly words: string;
  readonly states: Readonly<Record<State, string>>;
  /** States that nothing leaves: a decided record is never edited, a change of mind is a new record. */
  readonly terminal: readonly State[];
  /** Its moves are nobody's: what happens by itself has a lifecycle only so that the timeline knows it. */
  readonly byItself?: true;
  /** Whether it goes on once the case is closed, as the last installment comes long after the last session. */
  readonly outlivesCase?: true;
  readonly moves: readonly MoveRule<State, Subject>[];
}

// The registry and the tables do not care which states a lifecycle has.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Subject appears as an argument of guards, so no narrower type fits all
export type AnyLifecycle = Lifecycle<any, any>;

export interface MoveRow {
  readonly subject: string;
  readonly from: string;
  readonly move: string;
  readonly to: string;
}

/** The lifecycle as the plain rows that PostgreSQL holds in `move_allowed`. */
export function rowsOf(lifecycle: AnyLifecycle): readonly MoveRow[] {
  return lifecycle.moves.flatMap((rule) =>
    rule.from.flatMap((from) =>
      rule.to.map((to) => ({ subject: lifecycle.subject, from, move: rule.move, to })),
    ),
  );
}

/** One line of the transition menu. Legal when it has no refusals. */
export interface OfferedMove {
  readonly move: string;
  readonly label: string;
  readonly needs: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** Why this move may not be made now: every reason at once, empty when it may. */
export function refusalsFor<State extends string, Subject extends { readonly state: State }>(
  lifecycle: Lifecycle<State, Subject>,
  move: string,
  situation: Situation<Subject>,
): readonly Refusal[] {
  const rule = lifecycle.moves.find((candidate) => candidate.move === move);
  if (rule === undefined) throw new Error(`${lifecycle.subject} knows no move “${move}”`);
  const { facts } = situation;
  const state = situation.subject?.state ?? nowhere;
  const role = holds(situation.actor, rule.by) ? [] : [wrongRole(rule)];
  if (!(rule.from as readonly string[]).includes(state)) return [wrongState(lifecycle, rule, state), ...role];
  const closed =
    facts.case.state === 'closed' && lifecycle.subject !== 'treatment_case' && !lifecycle.outlivesCase;
  return [
    ...(closed ? [refusal('case_closed', 'The case is closed; reopen it first.')] : []),
    ...role,
    ...rule.guards.flatMap((guard) => guard(situation) ?? []),
  ];
}

/** The menu of an existing subject: the moves that start where it stands, then all others with their reason. */
export function movesFor<State extends string, Subject extends { readonly state: State }>(
  lifecycle: Lifecycle<State, Subject>,
  situation: Situation<Subject>,
): readonly OfferedMove[] {
  return lifecycle.moves
    .filter((rule) => (situation.subject === null) === rule.from.includes(nowhere))
    .map((rule) => ({
      move: rule.move,
      label: rule.label,
      needs: rule.needs,
      refusals: refusalsFor(lifecycle, rule.move, situation),
    }));
}

function wrongState(lifecycle: AnyLifecycle, rule: MoveRule<string, never>, state: string): Refusal {
  const now = state === nowhere ? 'does not exist yet' : `is ${lifecycle.states[state]}`;
  const wanted = rule.from.map((from) => (from === nowhere ? 'new' : lifecycle.states[from])).join(', ');
  return refusal(
    'wrong_state',
    `“${rule.label}” needs ${lifecycle.words} that is ${wanted}; this one ${now}.`,
  );
}

/** Why somebody may not make a move at all. */
export function wrongRole(rule: MoveRule<string, never>): Refusal {
  return refusal(
    'wrong_role',
    `“${rule.label}” is for the ${rule.by.map((role) => roleWords[role]).join(' or the ')}.`,
  );
}
