import type { ClockAnswer } from '../clocks/clock-answer';
import type { ClockName } from '../clocks/clock-names';
import { dueWords } from '../clocks/count';
import { type CaseClock, type CitedRule, ruleBehind } from './case-clock';
import { type ClockedCase, clocksOfCase } from './case-clocks';
import { zoneOfPayer } from './request-question';

/** What a clock said when it was last looked at. */
export interface KeptClock {
  /** The request or the challenge whose clock it is. */
  readonly subjectId: string;
  readonly clock: ClockName;
  /** Its end in words, `8 December 2026`, or why it has none. */
  readonly says: string;
  /** The key of the rule that said so; null where none did. */
  readonly rule: string | null;
}

/** A clock that says something else than before, because a date was recorded, a payer's profile corrected, or a rule changed. */
export interface ClockChange {
  readonly subjectId: string;
  readonly requestId: string;
  readonly clock: ClockName;
  readonly was: string;
  readonly became: string;
  /** The rule behind what it says now; null where it has no end. */
  readonly rule: CitedRule | null;
}

export interface Recomputed {
  readonly changes: readonly ClockChange[];
  /** Clocks as they are to be kept: those that were not there before, and those that changed. */
  readonly keep: readonly (KeptClock & { readonly requestId: string })[];
}

/**
 * Which clocks of a case say something else than when they were last looked at. One that is new tells of no change: what
 * set it going stands in the history already. So does what a manager has set; it is kept, to be compared with.
 */
export function recomputed(facts: ClockedCase, kept: readonly KeptClock[]): Recomputed {
  const zone = zoneOfPayer(facts);
  const known = new Map(kept.map((one) => [keyOf(one), one]));
  const now = clocksOfCase(facts).map((clock) => ({ clock, before: known.get(keyOf(heldBy(clock, zone))) }));
  const differing = now.filter(
    ({ clock, before }) => before === undefined || differs(before, heldBy(clock, zone)),
  );
  return {
    changes: differing.flatMap(({ clock: { answer, subjectId, requestId }, before }) =>
      before === undefined || answer.kind === 'overridden'
        ? []
        : [
            {
              ...{ subjectId, requestId, clock: answer.clock, was: before.says },
              ...{ became: saidBy(answer, zone), rule: ruleBehind(answer) },
            },
          ],
    ),
    keep: differing.map(({ clock }) => ({ ...heldBy(clock, zone), requestId: clock.requestId })),
  };
}

const keyOf = ({ subjectId, clock }: Pick<KeptClock, 'subjectId' | 'clock'>) => `${subjectId} ${clock}`;
const differs = (one: KeptClock, other: KeptClock) => one.says !== other.says || one.rule !== other.rule;

function heldBy({ subjectId, answer }: CaseClock, zone: string): KeptClock {
  return {
    subjectId,
    clock: answer.clock,
    says: saidBy(answer, zone),
    rule: ruleBehind(answer)?.key ?? null,
  };
}

function saidBy(answer: ClockAnswer, zone: string): string {
  switch (answer.kind) {
    case 'due':
    case 'overridden':
      return dueWords(answer.due, zone);
    case 'paused':
      return `stands still, with ${answer.left} left`;
    case 'not_started':
      return 'not begun';
    case 'unknown_plan':
      return 'no date: the plan is not known';
    case 'no_legal_clock':
      return 'no legal clock applies';
    case 'no_rule_on_file':
      return 'no rule is on file';
    case 'does_not_exist':
      return 'does not exist';
  }
}
