import { type Clock, type Day, daysBetween } from '../calendar';
import { decisionClockOf } from '../clocks/clock-names';
import { isOpenRequest } from '../moves/auth-request-moves';
import { extensionTold } from './extension-told';
import { type ClockFacts, type ClockedRequest, answerAbout } from './request-question';

/** A decision and the last day for it; a breach where it came after that day, or has not come although it has passed. */
export interface DecisionBreach {
  /** The rule as it can be cited to the payer. */
  readonly rule: string;
  readonly source: string;
  readonly dueOn: Day;
  /** Null where it has not come yet. */
  readonly decidedOn: Day | null;
  /** None or less: in time. */
  readonly daysLate: number;
}

type Facts = ClockFacts & { readonly clock: Pick<Clock, 'timeZone' | 'today'> };

/** Null where the payer was in time, or where nobody can say that it was not. */
export function decisionBreach(facts: Facts, request: ClockedRequest): DecisionBreach | null {
  const timing = decisionTiming(facts, request);
  return timing !== null && timing.daysLate > 0 ? timing : null;
}

/**
 * How a decision, or its absence, stands to the last day for it. Null where nobody can say: without its receipt on record
 * the clock's start is an estimate, and without a date there is nothing to be late for. A manager's own end is no rule to
 * cite either.
 */
export function decisionTiming(facts: Facts, request: ClockedRequest): DecisionBreach | null {
  const { decidedOn } = request;
  if (decidedOn === null && !isOpenRequest(request.state)) return null;
  const asked = answerAbout(facts, request, {
    clock: decisionClockOf(request.urgency),
    extension: extensionTold(facts, request),
  });
  const answer = asked.kind === 'overridden' ? asked.computed : asked;
  if (answer.kind !== 'due' || answer.start.estimated !== null) return null;
  const dueOn = answer.due.day;
  // A decision has a day and no hour: on the last day itself it may have been in time.
  const daysLate = daysBetween(dueOn, decidedOn ?? facts.clock.today);
  return { rule: answer.rule.key, source: answer.rule.source, dueOn, decidedOn, daysLate };
}
