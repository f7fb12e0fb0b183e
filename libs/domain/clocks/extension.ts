import { Day, Instant, addDays, dayInWords, daysBetween, isBefore } from '../calendar';
import type { ToldExtension } from './clock-question';
import type { RuleExtension, RulePause } from './clock-rule';
import { amountWords, countFrom, dueOnDay, dueWords, extendBy } from './count';
import type { EndedRun, Run } from './run';
import { dayOfMoment, instantOfMoment, momentInWords } from './start-events';

/** What a rule comes to once the payer told that it takes longer, or that it waits for something. */
export function withTold(run: EndedRun, told: ToldExtension, timeZone: string): Run {
  const { extension, pause } = run.rule;
  if (pause?.kind === 'restarts' && told.missingInformation) return restarted(run, pause, told, timeZone);
  if (extension === undefined)
    return withStep(
      run,
      `The extension told on ${momentInWords(told.noticeSentAt, timeZone)} does not count: this rule lets nobody extend it`,
    );
  if (!isInTime(run, told, timeZone))
    return withStep(
      run,
      `The extension told on ${momentInWords(told.noticeSentAt, timeZone)} does not count: it has to be told before the last day`,
    );
  const longer = withExtension(run, extension, timeZone);
  return pause?.kind === 'stops' && told.missingInformation ? stopped(longer, pause, told, timeZone) : longer;
}

export function withExtension(run: EndedRun, extension: RuleExtension, timeZone: string): EndedRun {
  const due = extendBy(run.due, extension, timeZone);
  return withStep({ ...run, due }, `+ ${amountWords(extension)} of extension: ${dueWords(due, timeZone)}`);
}

/** Told on the last day it is too late: on a boundary the earlier end is the safe one. */
function isInTime({ start, due }: EndedRun, { noticeSentAt }: ToldExtension, timeZone: string): boolean {
  const day = dayOfMoment(noticeSentAt, timeZone);
  if (day < dayOfMoment(start.moment, timeZone)) return false;
  return due.precision === 'day'
    ? day < due.day
    : isBefore(instantOfMoment(noticeSentAt, timeZone), due.ends);
}

type Stops = Extract<RulePause, { kind: 'stops' }>;
function stopped(run: EndedRun, { answerDays }: Stops, told: ToldExtension, timeZone: string): Run {
  const since = dayOfMoment(told.noticeSentAt, timeZone);
  const daysLeft = daysBetween(since, run.due.day);
  const left = daysLeft === 1 ? '1 day' : `${daysLeft} days`;
  const lastDay = addDays(since, answerDays);
  if (!told.answeredAt)
    return {
      ...run,
      kind: 'paused',
      since,
      left,
      respondBy: dueOnDay(lastDay, timeZone),
      endsIfUnanswered: dueOnDay(addDays(lastDay, daysLeft), timeZone),
      steps: [...run.steps, `Paused since ${dayInWords(since)}: ${left} left once it is answered`],
    };
  const resumes = between(dayOfMoment(told.answeredAt, timeZone), since, lastDay);
  const due = dueOnDay(addDays(resumes, daysLeft), timeZone);
  const steps = [
    ...run.steps,
    `Paused from ${dayInWords(since)} to ${dayInWords(resumes)}: ${left} left`,
    `+ ${amountWords({ amount: daysLeft, unit: 'calendar_days' })}: ${dueWords(due, timeZone)}`,
  ];
  return { ...run, due, steps, pausedDays: daysBetween(since, resumes) };
}

type Restarts = Extract<RulePause, { kind: 'restarts' }>;
function restarted(run: EndedRun, pause: Restarts, told: ToldExtension, timeZone: string): Run {
  const start = instantOfMoment(run.start.moment, timeZone);
  const asked = instantOfMoment(told.noticeSentAt, timeZone);
  const askBy = countFrom(start, { amount: pause.noticeHours, unit: 'hours' }, timeZone).ends;
  if (isBefore(asked, start) || isBefore(askBy, asked))
    return withStep(
      run,
      `What was missing had to be asked for within ${pause.noticeHours} hours: the first period stands`,
    );
  const respondBy = countFrom(asked, { amount: pause.answerHours, unit: 'hours' }, timeZone);
  const period = { amount: pause.hours, unit: 'hours' } as const;
  const left = amountWords(period);
  if (!told.answeredAt)
    return {
      ...run,
      kind: 'paused',
      since: asked,
      left,
      respondBy,
      endsIfUnanswered: countFrom(respondBy.ends, period, timeZone),
      steps: [
        ...run.steps,
        `Asked for more on ${momentInWords(asked, timeZone)}: ${left} left once it is answered`,
      ],
    };
  const answered = instantOfMoment(told.answeredAt, timeZone);
  const resumes = isBefore(respondBy.ends, answered) ? respondBy.ends : later(answered, asked);
  const due = countFrom(resumes, period, timeZone);
  const step = `Answered on ${momentInWords(resumes, timeZone)}: + ${left}: ${dueWords(due, timeZone)}`;
  const waited = Temporal.Instant.from(start).until(resumes).total('hours');
  return withStep({ ...run, due, pausedDays: waited / 24 }, step);
}

const withStep = (run: EndedRun, step: string): EndedRun => ({ ...run, steps: [...run.steps, step] });
const later = (one: Instant, other: Instant): Instant => (isBefore(one, other) ? other : one);
/** An answer after the time to answer does not stop the clock any longer. */
const between = (day: Day, first: Day, last: Day): Day => (day < first ? first : day > last ? last : day);
