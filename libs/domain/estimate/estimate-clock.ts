import type { Clock, Day } from '../calendar';
import { answerClock } from '../clocks/answer-clock';
import type { KnownDates } from '../clocks/start-events';

/** What can set the clock of a good faith estimate going; what did not happen is null. */
export interface EstimateStarts {
  /** The day on which the treatment was scheduled, and the day it was scheduled for. */
  readonly scheduledOn: Day | null;
  readonly serviceOn: Day | null;
  readonly askedOn: Day | null;
}

/** When an estimate is due, or why there is no such day. */
export type EstimateDue =
  | {
      readonly kind: 'due';
      readonly dueOn: Day;
      /** The row of the table of clocks: C27, C28 or C29; C32 of a change. */
      readonly rule: string;
      readonly sentence: string;
    }
  /** Scheduled too near for a duty (C30). One is offered all the same. */
  | { readonly kind: 'no_duty'; readonly sentence: string }
  | { readonly kind: 'not_started'; readonly sentence: string };

/**
 * The last day to give the estimate, in business days after scheduling or asking (45 CFR 149.610(b)(1)(vi)). Where both
 * happened the earlier end counts. The day of the event is day 0; federal holidays are no business days.
 */
export function estimateClock(
  { scheduledOn, serviceOn, askedOn }: EstimateStarts,
  timeZone: string,
): EstimateDue {
  return dueOf('good_faith_estimate', { scheduledOn, serviceOn, estimateAskedOn: askedOn }, timeZone);
}

/** The last day to tell other items or prices, where a day is set for the treatment: C32. */
export function changeClock({ serviceOn }: EstimateStarts, timeZone: string): EstimateDue {
  return dueOf('estimate_revision', { serviceOn }, timeZone);
}

function dueOf(
  clock: 'good_faith_estimate' | 'estimate_revision',
  known: KnownDates,
  timeZone: string,
): EstimateDue {
  const answer = answerClock({ clock, planType: 'none', timeZone, known });
  const { sentence } = answer;
  switch (answer.kind) {
    case 'due':
      return { kind: 'due', dueOn: answer.due.day, rule: answer.rule.key, sentence };
    case 'no_legal_clock':
      return { kind: 'no_duty', sentence };
    default:
      return { kind: 'not_started', sentence };
  }
}

/**
 * Whether its last day is over and none was given by then. The first one counts: what was given in time and changed
 * later was in time, and what came late is late for good.
 */
export function isEstimateLate(
  due: EstimateDue,
  firstGivenOn: Day | null,
  { today }: Pick<Clock, 'today'>,
): boolean {
  return due.kind === 'due' && (firstGivenOn ?? today) > due.dueOn;
}
