import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A Checkout page as Stripe keeps it. */
export interface StandInSession {
  readonly id: string;
  readonly object: 'checkout.session';
  readonly metadata: Record<string, string>;
  readonly client_reference_id: string | null;
  readonly amount_total: number;
  readonly currency: string;
  readonly success_url: string;
  readonly cancel_url: string;
  readonly expires_at: number;
  url: string | null;
  status: 'open' | 'complete' | 'expired';
  payment_status: 'paid' | 'unpaid';
  payment_intent: string | null;
}

export interface StandInRefund {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly currency: 'usd';
  readonly payment_intent: string;
  readonly metadata: Record<string, string>;
  readonly created: number;
  status: 'succeeded' | 'pending' | 'failed';
}

/** How it answers: as it should, with a fault of its own, with “too many”, or with a no. */
type Manners = 'well' | 'fault' | 'busy' | 'no';

/** One request as it came, without what is secret. */
export interface Asked {
  readonly route: string;
  readonly key: string | null;
  readonly form: URLSearchParams;
}

/** Answers as Stripe’s API does, as far as we use it: forms come in, JSON goes out, and a key is answered once. */
export class StripeStandIn {
  readonly asked: Asked[] = [];
  readonly sessions = new Map<string, StandInSession>();
  readonly refunds = new Map<string, StandInRefund>();
  private readonly remembered = new Map<string, { readonly form: string; readonly answer: Answer }>();
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private manners: Manners = 'well';

  static async open(): Promise<StripeStandIn> {
    const standIn = new StripeStandIn();
    standIn.server.listen(0, '127.0.0.1');
    await once(standIn.server, 'listening');
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  behave(manners: Manners): void {
    this.manners = manners;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** The card was good: the page is done, and its payment there. */
  pay(id: string): StandInSession {
    const session = this.session(id);
    Object.assign(session, {
      status: 'complete',
      payment_status: 'paid',
      payment_intent: named('pi'),
      url: null,
    });
    return session;
  }

  session(id: string): StandInSession {
    const session = this.sessions.get(id);
    if (session === undefined) throw new Error(`no session ${id}`);
    return session;
  }

  refund(paymentRef: string, amount: number, metadata: Record<string, string> = {}): StandInRefund {
    const refund: StandInRefund = {
      ...{ id: named('re'), object: 'refund', amount, currency: 'usd', payment_intent: paymentRef, metadata },
      ...{ created: seconds(), status: 'succeeded' },
    };
    this.refunds.set(refund.id, refund);
    return refund;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    if (pathname.startsWith('/pay/')) return this.hosted(pathname, response);
    const body = await text(request);
    const form = request.method === 'GET' ? searchParams : new URLSearchParams(body);
    const key = request.headers['idempotency-key'];
    const route = `${request.method} ${pathname}`;
    this.asked.push({ route, key: typeof key === 'string' ? key : null, form });
    const { status, json } = this.once(route, typeof key === 'string' ? key : null, form);
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': named('req') });
    response.end(JSON.stringify(json));
  }

  /** A key is answered as before; with another form it is a mistake. What went wrong on this side is not remembered. */
  private once(route: string, key: string | null, form: URLSearchParams): Answer {
    if (this.manners === 'fault') return fault(500, 'api_error');
    if (this.manners === 'busy') return fault(429, 'invalid_request_error', 'rate_limit');
    if (this.manners === 'no') return fault(400, 'invalid_request_error', 'parameter_invalid');
    const known = key === null ? undefined : this.remembered.get(`${route} ${key}`);
    if (known && known.form !== form.toString()) return fault(400, 'idempotency_error');
    const answer = known?.answer ?? this.answer(route, form);
    // As it was: what became of the page since is not in it.
    if (key !== null && known === undefined)
      this.remembered.set(`${route} ${key}`, { form: form.toString(), answer: structuredClone(answer) });
    return answer;
  }

  private answer(route: string, form: URLSearchParams): Answer {
    const [, id = '', verb] = /^\w+ \/v1\/checkout\/sessions\/(\w+)(?:\/(\w+))?$/.exec(route) ?? [];
    if (route === 'POST /v1/checkout/sessions') return this.begin(form);
    if (route === 'POST /v1/refunds') return this.giveBack(form);
    if (route === 'GET /v1/refunds') {
      const data = [...this.refunds.values()].filter(
        (one) => one.payment_intent === form.get('payment_intent'),
      );
      return { status: 200, json: { object: 'list', data, has_more: false, url: '/v1/refunds' } };
    }
    const session = this.sessions.get(id);
    if (session === undefined) return fault(404, 'invalid_request_error', 'resource_missing');
    if (verb === 'expire') {
      if (session.status !== 'open') return fault(400, 'invalid_request_error');
      Object.assign(session, { status: 'expired', url: null });
    }
    return { status: 200, json: session };
  }

  private begin(form: URLSearchParams): Answer {
    const closes = Number(form.get('expires_at'));
    if (closes < seconds() + 1800 || closes > seconds() + 86_400) return fault(400, 'invalid_request_error');
    const id = named('cs_test');
    const session: StandInSession = {
      ...{ id, object: 'checkout.session', status: 'open', payment_status: 'unpaid', payment_intent: null },
      metadata: groupOf(form, 'metadata'),
      client_reference_id: form.get('client_reference_id'),
      amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]') ?? '',
      success_url: form.get('success_url') ?? '',
      cancel_url: form.get('cancel_url') ?? '',
      expires_at: closes,
      url: `${this.url}/pay/${id}`,
    };
    this.sessions.set(id, session);
    return { status: 200, json: session };
  }

  private giveBack(form: URLSearchParams): Answer {
    const [payment, amount] = [form.get('payment_intent') ?? '', Number(form.get('amount'))];
    const paid = [...this.sessions.values()].find((one) => one.payment_intent === payment)?.amount_total ?? 0;
    const back = [...this.refunds.values()].filter((one) => one.payment_intent === payment);
    if (back.reduce((sum, one) => sum + one.amount, amount) > paid)
      return fault(400, 'invalid_request_error', 'charge_already_refunded');
    return { status: 200, json: this.refund(payment, amount, groupOf(form, 'metadata')) };
  }

  /** The page on which a card is typed: here there is a button for a good one. */
  private hosted(pathname: string, response: ServerResponse): void {
    const [, , id = '', done] = pathname.split('/');
    const session = this.session(id);
    if (done === 'done') {
      this.pay(id);
      response.writeHead(303, { location: session.success_url }).end();
      return;
    }
    const amount = (session.amount_total / 100).toFixed(2);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><title>Stand-in</title><main><h1>Pay $${amount}</h1>` +
        `<p><a href="/pay/${id}/done">Pay with a good card</a></p><p><a href="${session.cancel_url}">Back</a></p></main></html>`,
    );
  }
}

interface Answer {
  readonly status: number;
  readonly json: object;
}

const fault = (status: number, type: string, code?: string): Answer => ({
  status,
  json: { error: { type, code, message: 'The stand-in says no.' } },
});

/** `metadata[a]=b` of a form. */
function groupOf(form: URLSearchParams, group: string): Record<string, string> {
  const fields = [...form].filter(([name]) => name.startsWith(`${group}[`));
  return Object.fromEntries(fields.map(([name, value]) => [name.slice(group.length + 1, -1), value]));
}

const named = (kind: string) => `${kind}_${randomBytes(12).toString('hex')}`;
export const seconds = () => Math.floor(Date.now() / 1000);
