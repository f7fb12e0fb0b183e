import { absenceFor, absentAnswer, neverExists } from './absence';
import { Candidates, candidatesFor } from './candidates';
import type { ClockAnswer, ComputedAnswer, OtherRule } from './clock-answer';
import { clockDefinitions, decisionClockOf } from './clock-names';
import type { ClockQuestion } from './clock-question';
import { dueOf, dueWords } from './count';
import { dueAnswer, pausedAnswer } from './due-answer';
import { limitsOf } from './limits';
import type { Run } from './run';
import { runRule } from './run-rule';
import { dayOfMoment, instantOfMoment, startEventWords } from './start-events';

/**
 * When a clock ends, by which rule and how it was computed; or why there is no date. The one function for whoever shows a
 * deadline or watches one: the answer never guesses, and the earliest end of all rules that hold is the one that counts.
 */
export function answerClock(asked: ClockQuestion): ClockAnswer {
  const question = settled(asked);
  const computed = compute(question);
  const { override, clock, planType, timeZone } = question;
  if (!override) return computed;
  const due = dueOf(override.due, timeZone);
  const start = computed.kind === 'due' ? instantOfMoment(computed.start.moment, timeZone) : override.at;
  return {
    kind: 'overridden',
    clock,
    planType,
    due,
    override,
    computed,
    limits: limitsOf(start, due, { warnDays: clockDefinitions[clock].warnDays }),
    sentence: `${clockDefinitions[clock].words}: by ${dueWords(due, timeZone)}, set by a manager. Reason: ${override.reason}`,
  };
}

/** The two decision clocks follow from what was asked, so that no question can contradict itself. */
function settled(question: ClockQuestion): ClockQuestion {
  const { clock } = question;
  const request = question.request ?? (clock === 'decision_expedited' ? 'expedited' : 'standard');
  const known =
    question.extension?.missingInformation && !question.known.askedAt
      ? { ...question.known, askedAt: question.extension.noticeSentAt }
      : question.known;
  const isDecision = clock === 'decision_standard' || clock === 'decision_expedited';
  return { ...question, known, request, clock: isDecision ? decisionClockOf(request) : clock };
}

function compute(question: ClockQuestion): ComputedAnswer {
  const { clock, planType, timeZone } = question;
  const { words, asksPlan } = clockDefinitions[clock];
  if (asksPlan && planType === 'unknown')
    return {
      kind: 'unknown_plan',
      clock,
      planType,
      sentence: `${words}: unknown, as the plan type is not known yet. Ask the payer; no date is guessed.`,
    };
  const never = neverExists(question);
  if (never) return absentAnswer(question, never, []);

  const candidates = candidatesFor(question);
  const ran = candidates.rules.map((rule) => ({ rule, run: runRule(rule, question) }));
  const runs = ran.flatMap(({ run }) => (run && isInForce(run, timeZone) ? run : []));
  const waiting = waitingFor(ran, candidates);
  const others = [...waiting.map(waits), ...candidates.setAside];

  const ended = runs.flatMap((run) => (run.kind === 'ends' ? run : []));
  const paused = runs.flatMap((run) => (run.kind === 'paused' ? run : []));
  if (ended.length > 0) return dueAnswer(question, { ended, paused, others });
  if (paused.length > 0) return pausedAnswer(question, paused, others);

  const absence = absenceFor(question);
  // A reason that follows from this case's own numbers says more than what else might set a clock going.
  if (waiting.length === 0 || absence?.when) return absentAnswer(question, absence, others);
  const waitsFor = [...new Set(waiting.map((one) => one.waitsFor))];
  const sentence = `${words}: not running. Not on record yet: ${waitsFor.join('; ')}.`;
  return { kind: 'not_started', clock, planType, waitsFor, others, sentence };
}

/** A rule holds for what starts while it is in force. */
function isInForce({ rule, start }: Run, timeZone: string): boolean {
  const day = dayOfMoment(start.moment, timeZone);
  return (rule.validFrom ?? day) <= day && day <= (rule.validTo ?? day);
}

interface Waiting {
  readonly rule: OtherRule['rule'];
  readonly waitsFor: string;
}

function waitingFor(
  ran: readonly { readonly rule: OtherRule['rule']; readonly run: Run | null }[],
  { open }: Candidates,
): readonly Waiting[] {
  const notBegun = ran.filter(({ run }) => run === null);
  return [...notBegun.map(({ rule }) => ({ rule, waitsFor: startEventWords[rule.starts] })), ...open];
}

const waits = ({ rule, waitsFor }: Waiting): OtherRule => ({
  rule,
  due: null,
  why: `It waits for what is not on record: ${waitsFor}.`,
});
