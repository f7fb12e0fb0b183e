import { isBefore } from '../calendar';
import type { DueAnswer, OtherRule, PausedAnswer } from './clock-answer';
import { clockDefinitions } from './clock-names';
import type { ClockQuestion } from './clock-question';
import { Due, dueWords } from './count';
import { limitsOf } from './limits';
import type { EndedRun, PausedRun } from './run';
import { instantOfMoment, momentInWords } from './start-events';

interface Ran {
  readonly ended: readonly EndedRun[];
  readonly paused: readonly PausedRun[];
  readonly others: readonly OtherRule[];
}

/** The earliest end counts: for a payer it is when it is late, for the clinic it is the day that is safe. */
export function dueAnswer(question: ClockQuestion, { ended, paused, others }: Ran): DueAnswer {
  const { clock, planType, timeZone } = question;
  const { words, warnDays } = clockDefinitions[clock];
  const [winner, ...losers] = earliestFirst(ended, ({ due }) => due);
  const { rule, due, start, steps, pausedDays } = winner;
  const about = start.estimated === null ? '' : ' (estimated)';
  return {
    kind: 'due',
    clock,
    planType,
    due,
    rule,
    start: { event: start.event, moment: start.moment, estimated: start.estimated },
    steps,
    others: [
      ...losers.map((loser) => ({ rule: loser.rule, due: loser.due, why: whyLost(loser, winner, question) })),
      ...paused.map((run) => ({ rule: run.rule, due: null, why: pauseWords(run, timeZone) })),
      ...others,
    ],
    notes: notesOn(winner, losers, question),
    ifMissed: ifMissed(winner, losers),
    limits:
      rule.counts === 'before'
        ? null
        : limitsOf(instantOfMoment(start.moment, timeZone), due, { pausedDays, warnDays }),
    sentence: `${words}: by ${dueWords(due, timeZone)}${about}. ${rule.sentence}`,
  };
}

export function pausedAnswer(
  { clock, planType, timeZone }: ClockQuestion,
  paused: readonly PausedRun[],
  others: readonly OtherRule[],
): PausedAnswer {
  const [first, ...rest] = earliestFirst(paused, ({ endsIfUnanswered }) => endsIfUnanswered);
  const { rule, since, left, respondBy, endsIfUnanswered, steps } = first;
  const more = rest.map((run) => ({ rule: run.rule, due: null, why: pauseWords(run, timeZone) }));
  const sentence = `${clockDefinitions[clock].words}: ${pauseWords(first, timeZone)}`;
  return {
    kind: 'paused',
    clock,
    planType,
    rule,
    since,
    left,
    respondBy,
    endsIfUnanswered,
    steps,
    others: [...more, ...others],
    sentence,
  };
}

/** Of two that end together the one that stood first stays first. */
function earliestFirst<T>(runs: readonly T[], end: (run: T) => Due): readonly [T, ...T[]] {
  return [...runs].sort((a, b) => Temporal.Instant.compare(end(a).ends, end(b).ends)) as [T, ...T[]];
}

function pauseWords({ since, left, respondBy }: PausedRun, timeZone: string): string {
  const words = dueWords(respondBy, timeZone);
  return `Paused since ${momentInWords(since, timeZone)}, ${left} left. An answer is due by ${words}.`;
}

const isWindow = ({ clock }: ClockQuestion) => ['clinic', 'patient'].includes(clockDefinitions[clock].actor);

function whyLost({ due }: EndedRun, winner: EndedRun, question: ClockQuestion): string {
  if (!isBefore(winner.due.ends, due.ends)) return 'It ends at the same time.';
  const words = dueWords(due, question.timeZone);
  return isWindow(question)
    ? `It leaves time until ${words}; the earliest end is the safe one.`
    : `It ends later, ${words}; the shortest rule counts.`;
}

/** A payer's own shorter figure has no consequence in law when it passes; only what ends at that moment has. */
function ifMissed(winner: EndedRun, losers: readonly EndedRun[]): string | null {
  const together = [winner, ...losers].filter(({ due }) => due.ends === winner.due.ends);
  return together.find(({ rule }) => rule.ifMissed !== undefined)?.rule.ifMissed ?? null;
}

function notesOn({ rule, start, due }: EndedRun, losers: readonly EndedRun[], question: ClockQuestion) {
  const notes: string[] = [];
  if (start.estimated !== null) notes.push(`Estimated: ${start.estimated}.`);
  if (rule.when?.number === 'internalLevels' && !question.internalLevels)
    notes.push(
      `The plan is taken to have ${rule.when.atLeast === 2 ? 'two levels' : 'one level'} of internal appeal.`,
    );
  const last = losers.at(-1);
  if (isWindow(question) && last && isBefore(due.ends, last.due.ends))
    notes.push(
      `Shown is the earliest end, which is the safe one. After it there may still be time until ${dueWords(last.due, question.timeZone)} (${last.rule.source}).`,
    );
  if (rule.toVerify !== undefined) notes.push(`To be verified: ${rule.toVerify}`);
  return notes;
}
