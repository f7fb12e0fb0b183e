import { Day, addDays, addMonths } from '../calendar';
import type { Cents } from '../money';
import { Refusal, refusal } from '../refusal';

export const planRhythms = ['month', 'two_weeks', 'week'] as const;
export type PlanRhythm = (typeof planRhythms)[number];

export const rhythmWords: Readonly<Record<PlanRhythm, string>> = {
  month: 'Every month',
  two_weeks: 'Every two weeks',
  week: 'Every week',
};

/** As many as a year’s course paid every month allows. */
export const mostInstallments = 24;

export interface Installment {
  /** From one, in the order in which they are due. */
  readonly no: number;
  readonly dueOn: Day;
  readonly cents: Cents;
}

/**
 * Splits a total into installments that sum to it exactly: all are equal, and the last takes what does not divide. Due
 * days are counted from the first one, never from the one before, so that a plan begun on the 31st is due on the last of
 * February and on 31 March again.
 *
 * @param totalCents at least one cent for each installment
 */
export function installmentsOf(
  totalCents: Cents,
  count: number,
  firstOn: Day,
  every: PlanRhythm,
): readonly Installment[] {
  const equal = Math.floor(totalCents / count);
  return Array.from({ length: count }, (_, index) => ({
    no: index + 1,
    dueOn: dueOf(firstOn, index, every),
    cents: index === count - 1 ? totalCents - equal * (count - 1) : equal,
  }));
}

function dueOf(firstOn: Day, index: number, every: PlanRhythm): Day {
  if (every === 'month') return addMonths(firstOn, index);
  return addDays(firstOn, index * (every === 'week' ? 7 : 14));
}

/**
 * What to look at before a plan is agreed. Credit payable by written agreement in more than four installments comes
 * under Regulation Z (12 CFR 1026.2(a)(17)), also without a finance charge; to be verified by the clinic’s counsel. A
 * finance charge itself cannot be agreed here: a plan sums to the price that was signed, and PostgreSQL holds it to that.
 */
export function planWarnings(count: number): readonly Refusal[] {
  return count <= 4
    ? []
    : [
        refusal(
          'credit_disclosures',
          'With more than four installments the Truth in Lending rules (Regulation Z) may ask for written credit disclosures first; have it verified.',
          'count',
        ),
      ];
}

/** Why a total cannot be split so. */
export function planRefusals(totalCents: Cents, count: number, firstOn: Day, today: Day): readonly Refusal[] {
  return [
    ...(totalCents < count
      ? [refusal('installments_empty', 'An installment would be less than one cent.', 'count')]
      : []),
    ...(firstOn < today
      ? [refusal('in_the_past', 'The first installment would be late already.', 'firstOn')]
      : []),
  ];
}
