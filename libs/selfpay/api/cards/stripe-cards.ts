import { Logger } from '@nestjs/common';
import type { CardSettings } from '@stipple/http';
import Stripe from 'stripe';
import {
  type CardNotice,
  CardProvider,
  NotSigned,
  type PageAsked,
  ProviderAway,
  type ProviderRefund,
  ProviderRefused,
  type RefundAsked,
} from './card-provider';
import { instantOf, mark, markOn, noticeOf } from './stripe-notices';

/** Cards by Stripe: Checkout pages at Stripe itself, refunds, and notices that are checked against their signature. */
export class StripeCards extends CardProvider {
  private readonly logger = new Logger('cards');
  private readonly stripe: Stripe;

  constructor(private readonly settings: CardSettings) {
    super();
    this.stripe = new Stripe(settings.secretKey, {
      // Somebody waits for the page. A retry bears the same key, so that it opens nothing twice.
      timeout: 10_000,
      maxNetworkRetries: 1,
      telemetry: false,
      ...addressOf(settings.apiUrl),
    });
  }

  async begin(page: PageAsked): Promise<string> {
    const { url } = await this.asked(() => this.open(page));
    if (url === null) throw new ProviderRefused('the page is closed');
    return url;
  }

  async close(page: PageAsked): Promise<'closed' | 'paid'> {
    try {
      // By its key the answer is the page that was opened, if one was.
      const { id } = await this.asked(() => this.open(page));
      const { status } = await this.asked(() => this.stripe.checkout.sessions.retrieve(id));
      if (status === 'complete') return 'paid';
      if (status === 'open') await this.asked(() => this.stripe.checkout.sessions.expire(id));
      return 'closed';
    } catch (error) {
      // One that never came to be, or that has ended in this moment: its notice says how.
      if (error instanceof ProviderRefused) return 'closed';
      throw error;
    }
  }

  async refund({ id, paymentRef, cents }: RefundAsked): Promise<void> {
    const what = { payment_intent: paymentRef, amount: cents, metadata: { [mark]: id } };
    await this.asked(() => this.stripe.refunds.create(what, { idempotencyKey: id }));
  }

  async refundsOf(paymentRef: string): Promise<readonly ProviderRefund[]> {
    const list = () =>
      this.stripe.refunds.list({ payment_intent: paymentRef, limit: 100 }).autoPagingToArray({ limit: 1000 });
    const refunds = await this.asked(list);
    return refunds.map(({ id, metadata, amount, status, created }) => ({
      ref: id,
      transactionId: markOn(metadata),
      cents: amount,
      state:
        status === 'succeeded'
          ? 'done'
          : status === 'failed' || status === 'canceled'
            ? 'failed'
            : 'under_way',
      at: instantOf(created),
    }));
  }

  read(body: Uint8Array, signature: string): CardNotice | null {
    return noticeOf(this.checked(body, signature));
  }

  private checked(body: Uint8Array, signature: string): Stripe.Event {
    try {
      return this.stripe.webhooks.constructEvent(body, signature, this.settings.webhookSecret);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) throw new NotSigned();
      throw error;
    }
  }

  private open({ id, cents, clinicName, closesAt, paidUrl, leftUrl }: PageAsked) {
    const metadata = { [mark]: id };
    return this.stripe.checkout.sessions.create(
      {
        mode: 'payment',
        allowed_payment_method_types: ['card'],
        // The price was agreed in dollars, and the ledger is kept in them.
        adaptive_pricing: { enabled: false },
        // What is bought is nobody's business but the patient's and the clinic's.
        line_items: [
          {
            quantity: 1,
            price_data: { currency: 'usd', unit_amount: cents, product_data: { name: clinicName } },
          },
        ],
        client_reference_id: id,
        metadata,
        payment_intent_data: { metadata },
        expires_at: Math.floor(Date.parse(closesAt) / 1000),
        success_url: paidUrl,
        cancel_url: leftUrl,
      },
      { idempotencyKey: id },
    );
  }

  /** What goes wrong is told by its kind: Stripe's own words may quote what was sent. */
  private async asked<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      const { type, code, statusCode, requestId } = error;
      this.logger.warn({ provider: 'stripe', type, code, statusCode, providerRequest: requestId });
      const isFinal =
        error instanceof Stripe.errors.StripeInvalidRequestError ||
        error instanceof Stripe.errors.StripeIdempotencyError ||
        error instanceof Stripe.errors.StripeCardError;
      throw isFinal ? new ProviderRefused(code) : new ProviderAway(type);
    }
  }
}

function addressOf(apiUrl: string | null) {
  if (apiUrl === null) return {};
  const { hostname: host, port, protocol } = new URL(apiUrl);
  return {
    host,
    port: port === '' ? undefined : port,
    protocol: protocol === 'http:' ? ('http' as const) : ('https' as const),
  };
}
