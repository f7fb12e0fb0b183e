import { randomUUID } from 'node:crypto';
import { CardTransactionsView } from '@stipple/contracts';
import Stripe from 'stripe';
import { type Stage, mustBe } from './harness';
import type { Team } from './story';
import { type StandInSession, StripeStandIn, seconds } from './stripe-stand-in';

// Cards that are taken online: the provider is a stand-in on this machine, its signatures are Stripe's own.

const webhookSecret = 'whsec_of_the_stand_in';
const stripe = new Stripe('sk_test_of_the_stand_in');

/** With which the API takes cards online. */
export const cardSettings = (standIn: StripeStandIn): Readonly<Record<string, string>> => ({
  STRIPE_SECRET_KEY: 'sk_test_of_the_stand_in',
  STRIPE_WEBHOOK_SECRET: webhookSecret,
  STRIPE_API: standIn.url,
  PUBLIC_URL: 'https://stipple.clinic.test',
});

export interface StandInEvent {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  readonly data: { readonly object: object };
}

/** An event as Stripe sends it. */
export const eventOf = (type: string, object: object, more: object = {}): StandInEvent => ({
  ...{
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    type,
    created: seconds(),
    data: { object },
  },
  ...more,
});

export const paidEvent = (session: StandInSession, more: object = {}) =>
  eventOf('checkout.session.completed', { ...session, ...more });

export const refundedEvent = (session: StandInSession) =>
  eventOf('charge.refunded', {
    ...{ id: 'ch_1', object: 'charge', payment_intent: session.payment_intent, metadata: session.metadata },
  });

/** Sends an event to the API, signed as Stripe does; returns the status. */
export async function notify(
  { url }: Pick<Stage, 'url'>,
  event: StandInEvent,
  { secret = webhookSecret, timestamp = seconds() }: { secret?: string; timestamp?: number } = {},
): Promise<number> {
  const payload = JSON.stringify(event);
  const signature = stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  const response = await fetch(`${url}/api/card-notices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
    body: payload,
  });
  await response.arrayBuffer();
  return response.status;
}

export async function cardsOf({ coordinator }: Team, path: string): Promise<CardTransactionsView> {
  return CardTransactionsView.parse(mustBe(200, await coordinator.get(`${path}/card-transactions`)));
}

/** The coordinator asks for a payment by card. Returns its id, and its page at the stand-in. */
export async function askedByCard(
  { coordinator }: Team,
  path: string,
  cents: number,
): Promise<{ id: string; sessionId: string }> {
  const asked = await coordinator.post<{ id: string; url: string }>(`${path}/card-payments`, { cents });
  const { id, url } = mustBe(201, asked);
  return { id, sessionId: url.split('/').at(-1) ?? '' };
}

/** The same, paid and confirmed. */
export async function paidByCard(
  stage: Stage,
  team: Team,
  standIn: StripeStandIn,
  { path, cents = 50_000 }: { path: string; cents?: number },
): Promise<{ id: string; session: StandInSession }> {
  const { id, sessionId } = await askedByCard(team, path, cents);
  const session = standIn.pay(sessionId);
  const status = await notify(stage, paidEvent(session));
  if (status !== 204) throw new Error(`expected 204, got ${status}`);
  return { id, session };
}
