import type { Day } from '../calendar';
import { Installment, installmentsOf } from '../ledger/installments';
import type { Cents } from '../money';

export interface OtherCourseLine {
  readonly unitCents: Cents;
  readonly quantity: number;
}

/** What a course of these lines may cost: a preview, and no estimate. Each has between none and twenty of its item. */
export function otherCourseCents(lines: readonly OtherCourseLine[]): Cents {
  return lines.reduce((sum, { unitCents, quantity }) => sum + unitCents * quantity, 0);
}

/** More parts than these come under rules that ask for written disclosures first; see `planWarnings`. */
export const mostParts = 4;

/** How it may look to pay in parts, one a month from today: an example, and no plan. */
export function examplePartsOf(totalCents: Cents, count: number, today: Day): readonly Installment[] {
  return totalCents < count ? [] : installmentsOf(totalCents, count, today, 'month');
}
