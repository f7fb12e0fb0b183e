import type Stripe from 'stripe';
import type { CardNotice } from './card-provider';

/** Our mark on what is opened at Stripe: the id of our transaction, and nothing of anybody. */
export const mark = 'stipple_transaction';

/** What Stripe tells, as far as it is ours. */
export function noticeOf(event: Stripe.Event): CardNotice | null {
  const told = { eventId: event.id, happenedAt: instantOf(event.created) };
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const { metadata, payment_status, payment_intent, amount_total, currency } = event.data.object;
      const transactionId = markOn(metadata);
      const paymentRef = idOf(payment_intent);
      // Completed and not yet paid: the payment itself is told of later.
      if (transactionId === null || paymentRef === null || payment_status !== 'paid') return null;
      return {
        ...told,
        what: 'paid',
        transactionId,
        paymentRef,
        cents: amount_total ?? 0,
        // What ISO 4217 writes for none.
        currency: currency ?? 'xxx',
      };
    }
    case 'checkout.session.expired':
    case 'checkout.session.async_payment_failed': {
      const transactionId = markOn(event.data.object.metadata);
      return transactionId === null ? null : { ...told, what: 'not_paid', transactionId };
    }
    case 'charge.refunded': {
      const { metadata, payment_intent } = event.data.object;
      return refundsOf(told, payment_intent, markOn(metadata));
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refundsOf(told, event.data.object.payment_intent, null);
    default:
      return null;
  }
}

function refundsOf(
  told: Pick<CardNotice, 'eventId' | 'happenedAt'>,
  payment: string | { readonly id: string } | null,
  transactionId: string | null,
): CardNotice | null {
  const paymentRef = idOf(payment);
  return paymentRef === null ? null : { ...told, what: 'refunds_changed', paymentRef, transactionId };
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export function markOn(metadata: Readonly<Record<string, string>> | null): string | null {
  const found = metadata?.[mark];
  return found !== undefined && uuid.test(found) ? found : null;
}

const idOf = (named: string | { readonly id: string } | null) =>
  typeof named === 'string' ? named : (named?.id ?? null);

export const instantOf = (seconds: number) => new Date(seconds * 1000).toISOString();
