import { businessDaysBetween } from './business-days';
import type { ClockQuestion } from './clock-question';
import type { CaseNumber, RuleCondition } from './clock-rule';
import { findStart, instantOfMoment } from './start-events';

export const caseNumberWords: Readonly<Record<CaseNumber, string>> = {
  hoursBeforeCourseEnds: 'when the approved course ends',
  internalLevels: 'how many levels of appeal the plan has',
  businessDaysAhead: 'the day of treatment and the day it was scheduled',
  centsOverEstimate: 'the estimate’s total and the bill’s',
  peopleAffected: 'how many people are affected',
};

const finders: Readonly<Record<CaseNumber, (question: ClockQuestion) => number | null>> = {
  hoursBeforeCourseEnds: ({ known, timeZone }) => {
    const received = findStart('payer_received', known);
    if (received === null || !known.courseEndsAt) return null;
    return Temporal.Instant.from(instantOfMoment(received.moment, timeZone))
      .until(instantOfMoment(known.courseEndsAt, timeZone))
      .total('hours');
  },
  internalLevels: (question) => question.internalLevels ?? levelsListed(question),
  businessDaysAhead: ({ known: { scheduledOn, serviceOn } }) =>
    scheduledOn && serviceOn ? businessDaysBetween(scheduledOn, serviceOn) : null,
  centsOverEstimate: ({ estimateCents, billedCents }) =>
    typeof estimateCents === 'number' && typeof billedCents === 'number' ? billedCents - estimateCents : null,
  peopleAffected: ({ peopleAffected }) => peopleAffected ?? null,
};

/** Whether a condition holds; null where its number is not known. */
export function holdsWhen(condition: RuleCondition, question: ClockQuestion): boolean | null {
  const { atLeast = -Infinity, below = Infinity } = condition;
  const value = finders[condition.number](question);
  return value === null ? null : value >= atLeast && value < below;
}

/** A payer that lists a clock of a second appeal for this kind of plan has a second level. */
function levelsListed({ payer, planType }: ClockQuestion): 1 | 2 {
  const second = payer?.clocks.some(
    ({ clock, lineOfBusiness }) => lineOfBusiness === planType && clock.startsWith('appeal_2'),
  );
  return second ? 2 : 1;
}
