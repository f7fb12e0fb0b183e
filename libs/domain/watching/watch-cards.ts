import type { Day } from '../calendar';
import { type CardKind, type HeldReason, heldWords, overpaidOf } from '../ledger/card-payments';
import type { LedgerTotals, PricedAgreement } from '../ledger/totals';
import { Cents, formatCents } from '../money';
import type { Watch } from './watch';
import { watch } from './watch-requests';

/** What came or went by card online and needs somebody to look at it. */
export interface WatchedCards {
  readonly held: readonly {
    readonly id: string;
    readonly kind: CardKind;
    readonly cents: Cents;
    readonly because: HeldReason;
    /** The clinic’s day on which it was held. */
    readonly onDay: Day;
  }[];
  /** Agreements with a card payment that was posted. */
  readonly paid: readonly {
    readonly agreementId: string;
    readonly agreement: PricedAgreement;
    readonly totals: LedgerTotals;
    /** The day of the last one. */
    readonly onDay: Day;
  }[];
}

/**
 * Money that came is never dropped: what the ledger could not take, and what it took beyond the price, is the
 * coordinator’s until it is seen to or given back.
 */
export function watchesOfCards({ held, paid }: WatchedCards, today: Day): readonly Watch[] {
  return [
    ...held.map(({ id, kind, cents, because, onDay }) =>
      watch(`card_held:${id}`, today, {
        dueOn: onDay,
        taskKind: 'settle_card_payment',
        about: `A card ${kind} of ${formatCents(cents)} is in no ledger yet. ${heldWords[because]} Look at it on the ledger’s page, and say what was done.`,
        forRole: 'coordinator',
      }),
    ),
    ...paid.flatMap(({ agreementId, agreement, totals, onDay }) => {
      const over = overpaidOf(agreement, totals);
      return over === 0
        ? []
        : [
            watch(`card_overpaid:${agreementId}`, today, {
              dueOn: onDay,
              taskKind: 'settle_card_payment',
              about: `${formatCents(over)} more was paid, last by card, than is owed: refund it, or settle it with the patient.`,
              forRole: 'coordinator',
            }),
          ];
    }),
  ];
}
