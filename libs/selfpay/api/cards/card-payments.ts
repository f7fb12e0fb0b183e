import { Injectable } from '@nestjs/common';
import type { CardPage } from '@stipple/contracts';
import { type Call, ClinicDatabase, Missing, type Principal, Refused, hashRequest } from '@stipple/database';
import { refusal } from '@stipple/domain';
import { type AskedFor, askCardPayment, endCardPayment, isSame } from './ask-card-payment';
import { ProviderRefused } from './card-provider';
import { openPaymentSql, transactionByIdSql } from './card-transactions.sql';
import { Cards, calmly } from './cards';
import type { StoredTransaction } from './stored-transaction';

/**
 * Asks for payments by card: our own record first, in a transaction of its own, then the provider’s page. Between the two
 * anything may fail; who asks again is given the same page by the record’s id.
 */
@Injectable()
export class CardPayments {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly cards: Cards,
  ) {}

  async ask(call: Call, agreementId: string, asked: AskedFor): Promise<CardPage> {
    const { provider } = this.cards;
    await this.closeAnother(call, agreementId, asked);
    const payment = await this.db.command(call, (command) => askCardPayment(command, agreementId, asked));
    return calmly(async () => {
      try {
        return { id: payment.id, url: await provider.begin(this.cards.pageOf(call.who, payment)) };
      } catch (error) {
        // It will say no to the same again: the next one is asked for anew.
        if (error instanceof ProviderRefused) await this.end(call, payment.id);
        throw error;
      }
    });
  }

  /** Takes back a page that was asked for. */
  async close(call: Call, id: string): Promise<void> {
    void this.cards.provider;
    const payment = await this.stored(call.who, transactionByIdSql, id);
    if (payment === undefined || payment.kind === 'refund') throw new Missing('card payment');
    if (payment.state !== 'asked') throw new Refused([notOpen]);
    await this.closePage(call, payment);
  }

  /** One page of an agreement at a time: two could both be paid. */
  private async closeAnother(call: Call, agreementId: string, asked: AskedFor): Promise<void> {
    const open = await this.stored(call.who, openPaymentSql, agreementId);
    if (open !== undefined && !isSame(open, asked)) await this.closePage(call, open);
  }

  private async closePage(call: Call, payment: StoredTransaction): Promise<void> {
    const { id, cents, closesAt } = payment;
    const page = this.cards.pageOf(call.who, { id, cents, closesAt: closesAt ?? '' });
    if ((await calmly(() => this.cards.provider.close(page))) === 'paid') throw new Refused([underWay]);
    await this.end(call, id);
  }

  /** A command of its own beside the one that was asked for, and so with a key of its own. */
  private async end(call: Call, id: string): Promise<void> {
    const own = { ...call, idempotencyKey: `card-end-${id}`, requestHash: hashRequest(id), draft: undefined };
    await this.db.command(own, (command) => endCardPayment(command, id));
  }

  private async stored(who: Principal, text: string, id: string): Promise<StoredTransaction | undefined> {
    const name = text === openPaymentSql ? 'open_card_payment' : 'card_transaction';
    const [found] = await this.db.read<StoredTransaction>(who, { name, text, values: [who.clinicId, id] });
    return found;
  }
}

const notOpen = refusal('card_page_closed', 'There is no open page of this payment any more.');
const underWay = refusal(
  'card_payment_under_way',
  'A card payment of this agreement was just made; the bank still has to confirm it.',
);
