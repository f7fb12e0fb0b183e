import { Cents, formatCents } from '../money';
import type { SelfPayState } from '../moves/self-pay-moves';
import { Refusal, refusal } from '../refusal';
import type { LedgerKind, TypedKind } from './accounts';

/** The sums of an agreement’s entries by kind. Each entry carries those before it, so that no sum is ever guessed. */
export interface LedgerTotals {
  readonly chargedCents: Cents;
  readonly adjustedCents: Cents;
  readonly paidCents: Cents;
  readonly refundedCents: Cents;
}

export const nothingYet: LedgerTotals = { chargedCents: 0, adjustedCents: 0, paidCents: 0, refundedCents: 0 };

const sumOf: Readonly<Record<Exclude<LedgerKind, 'reversal'>, keyof LedgerTotals>> = {
  charge: 'chargedCents',
  adjustment: 'adjustedCents',
  payment: 'paidCents',
  refund: 'refundedCents',
};

/** An entry as the sums look at it. */
interface Summed {
  readonly kind: LedgerKind;
  readonly cents: Cents;
  /** Of a reversal. */
  readonly reverses?: TypedKind | null;
}

export function totalsAfter(before: LedgerTotals, { kind, cents, reverses }: Summed): LedgerTotals {
  if (kind !== 'reversal') return { ...before, [sumOf[kind]]: before[sumOf[kind]] + cents };
  if (!reverses) throw new Error('a reversal says what it reverses');
  return { ...before, [sumOf[reverses]]: before[sumOf[reverses]] - cents };
}

/** What the patient owes for what was done so far; negative while they have paid ahead. */
export function balanceOf({ chargedCents, adjustedCents, paidCents, refundedCents }: LedgerTotals): Cents {
  return chargedCents - adjustedCents - (paidCents - refundedCents);
}

/** What of the agreed price is settled: paid and not given back, or given up by the clinic. */
export function settledOf({ adjustedCents, paidCents, refundedCents }: LedgerTotals): Cents {
  return paidCents - refundedCents + adjustedCents;
}

/** No more can be given back than was paid. */
export const refundableOf = ({ paidCents, refundedCents }: LedgerTotals): Cents => paidCents - refundedCents;

/** No more can be given up than was charged. */
export const adjustableOf = ({ chargedCents, adjustedCents }: LedgerTotals): Cents =>
  chargedCents - adjustedCents;

/** An agreement as its ledger looks at it. */
export interface PricedAgreement {
  readonly state: SelfPayState;
  readonly totalCents: Cents;
}

/** What may still come in: the agreed price, or of a withdrawn agreement what was done before it ended. */
export function payableOf(agreement: PricedAgreement, totals: LedgerTotals): Cents {
  const price = agreement.state === 'void' ? totals.chargedCents : agreement.totalCents;
  return Math.max(0, price - settledOf(totals));
}

/** Why an amount may not be posted; the field is the form’s. Charges are computed, and have no limit of their own. */
export function amountRefusal(
  kind: TypedKind,
  cents: Cents,
  agreement: PricedAgreement,
  totals: LedgerTotals,
): Refusal | null {
  const { most, code, what } = {
    payment: {
      most: payableOf(agreement, totals),
      code: 'payment_above_price',
      what: 'is still open of the agreed price',
    },
    refund: {
      most: refundableOf(totals),
      code: 'refund_above_payments',
      what: 'is left to refund',
    },
    adjustment: {
      most: adjustableOf(totals),
      code: 'adjustment_above_charges',
      what: 'is left to write off',
    },
  }[kind];
  if (cents <= most) return null;
  return refusal(code, most === 0 ? `Nothing ${what}.` : `Only ${formatCents(most)} ${what}.`, 'cents');
}
