import type { Day } from '../calendar';
import type { ClockAnswer } from '../clocks/clock-answer';
import type { ClockRule } from '../clocks/clock-rule';
import type { Due } from '../clocks/count';
import type { ClockPressure } from '../clocks/limits';

/** One clock of a case: what it is about, what the rules say, and how much it presses now. */
export interface CaseClock {
  readonly subject: 'auth_request' | 'challenge';
  readonly subjectId: string;
  /** The request it is about; of a challenge, the one it argues with. */
  readonly requestId: string;
  readonly answer: ClockAnswer;
  /** Null where nothing runs. */
  readonly pressure: ClockPressure | null;
}

/** Where a clock ends; null where there is no date, or where it stands still. */
export function endOf(answer: ClockAnswer): Due | null {
  return answer.kind === 'due' || answer.kind === 'overridden' ? answer.due : null;
}

/** A rule as a history keeps it: our key, to find it in the table, and the words by which it is cited. */
export type CitedRule = Pick<ClockRule, 'key' | 'source'>;

/** The rule by which a clock ends; null where it has no date, or a manager has set it. */
export function ruleBehind(answer: ClockAnswer): CitedRule | null {
  return answer.kind === 'due' ? { key: answer.rule.key, source: answer.rule.source } : null;
}

export function lastDayOf(answer: ClockAnswer): Day | null {
  return endOf(answer)?.day ?? null;
}
