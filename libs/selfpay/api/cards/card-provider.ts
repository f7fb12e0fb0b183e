import type { CameByCard, Cents, Instant } from '@stipple/domain';

/** A page of the provider's own, on which a patient pays. */
export interface PageAsked {
  /** Of our transaction. Asked again with the same id, the provider opens no second page. */
  readonly id: string;
  readonly cents: Cents;
  readonly clinicName: string;
  readonly closesAt: Instant;
  /** Where the payer comes back to: once paid, or without. Neither address names anybody. */
  readonly paidUrl: string;
  readonly leftUrl: string;
}

export interface RefundAsked {
  /** Of our transaction; asked again with the same id, nothing goes back twice. */
  readonly id: string;
  readonly paymentRef: string;
  readonly cents: Cents;
}

interface Told {
  /** The provider's number of what it tells; the same again is the same news. */
  readonly eventId: string;
  readonly happenedAt: Instant;
}

/** What the provider tells by itself, in our words. */
export type CardNotice = Told &
  (
    | ({ readonly what: 'paid'; readonly transactionId: string; readonly paymentRef: string } & CameByCard)
    | { readonly what: 'not_paid'; readonly transactionId: string }
    /** Which refunds there are is asked then: what is told of them comes late, twice and in any order. */
    | {
        readonly what: 'refunds_changed';
        readonly paymentRef: string;
        /** Where the notice bears our mark. */
        readonly transactionId: string | null;
      }
  );

/** A refund as the provider has it, whoever asked for it. */
export interface ProviderRefund {
  readonly ref: string;
  /** Of our transaction; null where it was made at the provider itself. */
  readonly transactionId: string | null;
  readonly cents: Cents;
  readonly state: 'done' | 'under_way' | 'failed';
  readonly at: Instant;
}

/**
 * What the product needs from a company that takes cards. Nobody types a card's number into a field of ours, and none
 * is ever sent to us.
 */
export abstract class CardProvider {
  /** Returns the address of the page. */
  abstract begin(page: PageAsked): Promise<string>;
  /** Closes a page, so that nobody pays on it any more; says when it is too late for that. */
  abstract close(page: PageAsked): Promise<'closed' | 'paid'>;
  abstract refund(refund: RefundAsked): Promise<void>;
  abstract refundsOf(paymentRef: string): Promise<readonly ProviderRefund[]>;
  /**
   * Reads a notice from the very bytes that came, once their signature is checked; null for one that is none of ours.
   *
   * @throws NotSigned when it is not the provider's, or too old
   */
  abstract read(body: Uint8Array, signature: string): CardNotice | null;
}

export class NotSigned extends Error {}

/** The provider does not answer, or not now: whether it did what was asked, nobody knows. It may be asked again. */
export class ProviderAway extends Error {}

/** The provider says no, for good. Nothing came of it. */
export class ProviderRefused extends Error {}
