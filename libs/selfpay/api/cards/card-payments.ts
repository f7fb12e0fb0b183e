import { Injectable } from '@nestjs/common';
import type { CardPage } from '@stipple/contracts';
import { type Call, ClinicDatabase, Missing, type Principal, Refused } from '@stipple/database';
import { refusal } from '@stipple/domain';
import { type AskedFor, askCardPayment, isSame } from './ask-card-payment';
import { type CardProvider, ProviderRefused } from './card-provider';
import { openPaymentSql, transactionByIdSql } from './card-transactions.sql';
import { Cards, calmly } from './cards';
import { endCardTransaction } from './end-card-transaction';
import { type StoredTransaction, asPayment } from './stored-transaction';

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
        if (error instanceof ProviderRefused) await endCardTransaction(this.db, call, payment.id);
        throw error;
      }
    });
  }

  /** Takes back a page that was asked for. */
  async close(call: Call, id: string): Promise<void> {
    const { provider } = this.cards;
    const payment = await this.stored(call.who, { name: 'card_transaction', text: transactionByIdSql }, id);
    if (payment === undefined || payment.kind === 'refund') throw new Missing('card payment');
    if (payment.state !== 'asked') throw new Refused([notOpen]);
    await this.closePage(call, payment, provider);
  }

  /** One page of an agreement at a time: two could both be paid. */
  private async closeAnother(call: Call, agreementId: string, asked: AskedFor): Promise<void> {
    const { provider } = this.cards;
    const read = { name: 'open_card_payment', text: openPaymentSql };
    const open = await this.stored(call.who, read, agreementId);
    if (open !== undefined && !isSame(open, asked)) await this.closePage(call, open, provider);
  }

  private async closePage(call: Call, payment: StoredTransaction, provider: CardProvider): Promise<void> {
    const page = this.cards.pageOf(call.who, asPayment(payment));
    if ((await calmly(() => provider.close(page))) === 'paid') throw new Refused([underWay]);
    await endCardTransaction(this.db, call, payment.id);
  }

  private async stored(
    who: Principal,
    read: { readonly name: string; readonly text: string },
    id: string,
  ): Promise<StoredTransaction | undefined> {
    const [found] = await this.db.read<StoredTransaction>(who, { ...read, values: [who.clinicId, id] });
    return found;
  }
}

const notOpen = refusal('card_page_closed', 'There is no open page of this payment any more.');
const underWay = refusal(
  'card_payment_under_way',
  'A card payment of this agreement was just made; the bank still has to confirm it.',
);
