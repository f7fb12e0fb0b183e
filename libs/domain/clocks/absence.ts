import { holdsWhen } from './case-numbers';
import type { AbsentAnswer, OtherRule } from './clock-answer';
import { clockDefinitions } from './clock-names';
import type { ClockQuestion } from './clock-question';
import type { ClockAbsence } from './clock-rule';
import { clockAbsences } from './rules/absences';
import { dayOfMoment, findStart } from './start-events';

/** What does not exist for this plan has no date, whatever somebody wrote into a directory. */
export function neverExists(question: ClockQuestion): ClockAbsence | null {
  return matching(question).find(({ kind }) => kind === 'does_not_exist') ?? null;
}

/** Why there is no date where no rule holds; null where all we can say is that we have no rule. */
export function absenceFor(question: ClockQuestion): ClockAbsence | null {
  return matching(question)[0] ?? null;
}

export function absentAnswer(
  { clock, planType }: ClockQuestion,
  absence: ClockAbsence | null,
  others: readonly OtherRule[],
): AbsentAnswer {
  const { words } = clockDefinitions[clock];
  if (absence === null)
    return {
      kind: 'no_rule_on_file',
      clock,
      planType,
      row: null,
      source: null,
      others,
      sentence: `${words}: no rule is on file for this plan and request. Ask the payer, and enter what it says.`,
    };
  const { kind, row, source, sentence } = absence;
  return { kind, clock, planType, row, source, others, sentence: `${words}: ${opening[kind]} ${sentence}` };
}

const opening = {
  no_legal_clock: 'no legal clock applies.',
  does_not_exist: 'does not exist here.',
  no_rule_on_file: 'no rule is on file.',
} as const;

function matching(question: ClockQuestion): readonly ClockAbsence[] {
  const { clock, planType, request = 'standard', known, timeZone } = question;
  const received = findStart('payer_received', known);
  return clockAbsences.filter(
    ({ clocks, plans, requests, validTo, when }) =>
      clocks.includes(clock) &&
      plans.includes(planType) &&
      (requests?.includes(request) ?? true) &&
      (validTo === undefined || (received !== null && dayOfMoment(received.moment, timeZone) <= validTo)) &&
      (when === undefined || holdsWhen(when, question) === true),
  );
}
