import { holdRefusal } from '../disputes/dispute';
import type { Day } from '../calendar';
import { Cents, formatCents } from '../money';
import { Refusal, refusal, refusalsOf } from '../refusal';
import type { Installment } from './installments';
import { nextInstallment, standInstallments } from './plan-standing';
import { LedgerTotals, PricedAgreement, amountRefusal, payableOf, settledOf } from './totals';

export const cardKinds = ['payment', 'refund'] as const;
export type CardKind = (typeof cardKinds)[number];

/** Why money that came or went stands in no ledger yet. */
export const heldReasons = [
  'amount_differs',
  'currency_differs',
  'posted_by_hand',
  'refund_above_payments',
  'refund_returned',
] as const;
export type HeldReason = (typeof heldReasons)[number];

export const heldWords: Readonly<Record<HeldReason, string>> = {
  amount_differs: 'Another amount was paid than was asked for.',
  currency_differs: 'It was paid in another currency than dollars.',
  posted_by_hand: 'A payment of the same reference was recorded by hand.',
  refund_above_payments: 'More was refunded at the card provider than the ledger has left to refund.',
  refund_returned: 'The bank sent a refund back that is posted already.',
};

/** The least that card providers take for one payment in dollars. */
export const leastCardCents: Cents = 50;

/** What a patient can pay by card now: the installment that comes next, and all that is left. */
export interface CardOffer {
  readonly of: 'next' | 'all';
  readonly cents: Cents;
  /** Of an installment. */
  readonly dueOn: Day | null;
}

/** What somebody asks by card, or a patient is offered, looks at. */
export interface CardGround {
  readonly agreement: PricedAgreement;
  readonly totals: LedgerTotals;
  /** Of the plan in force; empty where there is none. */
  readonly installments: readonly Installment[];
  readonly onHold: boolean;
  readonly today: Day;
}

/** Nothing is offered while a dispute is open, nor what is too little for a card. The next part first. */
export function cardOffers(ground: CardGround): readonly CardOffer[] {
  const { agreement, totals, installments, onHold } = ground;
  const left = payableOf(agreement, totals);
  if (onHold || left < leastCardCents) return [];
  const all: CardOffer = { of: 'all', cents: left, dueOn: null };
  // A withdrawn agreement owes what was done, at once.
  const plan = agreement.state === 'void' ? [] : standInstallments(installments, settledOf(totals), ground);
  const next = nextInstallment(plan);
  if (next === null || next.openCents >= left || next.openCents < leastCardCents) return [all];
  return [{ of: 'next', cents: next.openCents, dueOn: next.dueOn }, all];
}

/** Why an amount may not be asked for by card now. */
export function cardPaymentRefusals(
  cents: Cents,
  { agreement, totals, onHold }: Pick<CardGround, 'agreement' | 'totals' | 'onHold'>,
): readonly Refusal[] {
  return refusalsOf(
    holdRefusal(onHold),
    amountRefusal('payment', cents, agreement, totals),
    cents < leastCardCents
      ? refusal('card_amount_small', `By card at least ${formatCents(leastCardCents)} is taken.`, 'cents')
      : null,
  );
}

/** Of one payment: what was paid by card, and what of it goes back already. */
export interface CardPaid {
  readonly cents: Cents;
  readonly refundedCents: Cents;
}

/** No more goes back to a card than came from it, nor than the whole ledger has left. */
export function cardRefundRefusals(
  cents: Cents,
  { cents: paid, refundedCents }: CardPaid,
  agreement: PricedAgreement,
  totals: LedgerTotals,
): readonly Refusal[] {
  const left = paid - refundedCents;
  const above = refusal(
    'refund_above_card_payment',
    left === 0
      ? 'All of this card payment was refunded.'
      : `Only ${formatCents(left)} of this card payment is left to refund.`,
    'cents',
  );
  return refusalsOf(cents > left ? above : null, amountRefusal('refund', cents, agreement, totals));
}

/** What came, as the provider says. */
export interface CameByCard {
  readonly cents: Cents;
  /** As ISO 4217 writes it, in small letters. */
  readonly currency: string;
}

/** Why what came cannot stand for what was asked for; null where it is the same to the cent. */
export function differenceOf(asked: Cents, { cents, currency }: CameByCard): HeldReason | null {
  if (currency !== 'usd') return 'currency_differs';
  return cents === asked ? null : 'amount_differs';
}

/**
 * How much more has come in than the agreement asks for. Money that came is posted whatever became of the agreement
 * meanwhile: paid twice at one moment, or withdrawn while the patient was at their bank.
 */
export function overpaidOf(agreement: PricedAgreement, totals: LedgerTotals): Cents {
  const price = agreement.state === 'void' ? totals.chargedCents : agreement.totalCents;
  return Math.max(0, settledOf(totals) - price);
}
