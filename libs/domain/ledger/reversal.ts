import type { Cents } from '../money';
import { Actor, holds } from '../people';
import { Refusal, refusal, refusalsOf } from '../refusal';
import { LedgerKind, TypedKind, typedKinds } from './accounts';
import { LedgerTotals, refundableOf } from './totals';

/** An entry as somebody who wants it reversed looks at it. */
export interface MistakenEntry {
  readonly kind: LedgerKind;
  readonly cents: Cents;
  /** Whether the card provider confirmed it: then it did happen. */
  readonly byCardOnline: boolean;
  /** The number of the entry that reversed it. */
  readonly reversedBy: number | null;
}

export const isTyped = (kind: LedgerKind): kind is TypedKind => typedKinds.some((one) => one === kind);

/**
 * Why somebody may not reverse an entry, which is for what was typed wrong and nothing else: a session that was charged
 * was performed. What a manager gave up, only a manager asks for again.
 */
export function reversingRefusals(
  actor: Actor,
  { kind, cents, byCardOnline, reversedBy }: MistakenEntry,
  totals: LedgerTotals,
): readonly Refusal[] {
  return refusalsOf(
    isTyped(kind)
      ? null
      : refusal('not_reversible', 'Only a payment, a refund or an adjustment is reversed.', 'entryId'),
    byCardOnline
      ? refusal(
          'moved_by_card',
          'This money moved by card online. What is to go back is refunded to the card.',
          'entryId',
        )
      : null,
    reversedBy === null ? null : refusal('reversed_already', 'This entry is reversed already.', 'entryId'),
    kind === 'payment' && reversedBy === null && cents > refundableOf(totals)
      ? refusal(
          'payment_given_back',
          'Some of this payment was given back. Reverse the refund first, if that was a mistake too.',
          'entryId',
        )
      : null,
    kind === 'adjustment' && !holds(actor, ['manager'])
      ? refusal('wrong_role', 'An adjustment is reversed by a manager.', 'entryId')
      : null,
  );
}
