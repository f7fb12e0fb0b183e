import type { ClockQuestion } from '../clocks/clock-question';
import type { DueAnswer } from '../clocks/clock-answer';
import { answerClock } from '../clocks/answer-clock';

// Questions for specs about clocks: the plainest one, with what the case needs laid over it.

export const newYork = 'America/New_York';

/** A standard request to a self-funded plan, of which no date is known. */
export const aQuestion = (more: Partial<ClockQuestion> = {}): ClockQuestion => ({
  clock: 'decision_standard',
  planType: 'commercial_self_funded',
  timeZone: newYork,
  known: {},
  ...more,
});

/** The answer where there has to be a date. */
export function dueFor(more: Partial<ClockQuestion>): DueAnswer {
  const answer = answerClock(aQuestion(more));
  if (answer.kind !== 'due') throw new Error(`${answer.kind}: ${answer.sentence}`);
  return answer;
}

export const dueDay = (more: Partial<ClockQuestion>): string => dueFor(more).due.day;
