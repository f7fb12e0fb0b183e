import { Injectable } from '@nestjs/common';
import type { RefundToCard } from '@stipple/contracts';
import { type Call, ClinicDatabase, Command, Missing, refuseIfAny } from '@stipple/database';
import {
  cardNumberRefusal,
  cardRefundRefusals,
  cardTransactionLifecycle,
  refusal,
  refusalsOf,
} from '@stipple/domain';
import { standOf, withCase } from '@stipple/moves';
import { ProviderRefused, type RefundAsked } from './card-provider';
import { CardTransactionEntity } from './card-transaction.entity';
import { Cards, calmly } from './cards';
import { endCardTransaction } from './end-card-transaction';
import { refundsOfPayment, transactionOf } from './stored-transaction';

/** Gives money back to the card that it came from. It is posted when the provider says that it went. */
@Injectable()
export class CardRefunds {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly cards: Cards,
  ) {}

  async refund(call: Call, paymentId: string, body: RefundToCard): Promise<{ id: string }> {
    const { provider } = this.cards;
    const refund = await this.db.command(call, (command) => askCardRefund(command, paymentId, body));
    return calmly(async () => {
      try {
        await provider.refund(refund);
      } catch (error) {
        if (error instanceof ProviderRefused) await endCardTransaction(this.db, call, refund.id);
        throw error;
      }
      return { id: refund.id };
    });
  }
}

/** One at a time of a payment; the same once more is the same refund, of which nobody knows yet whether it went. */
async function askCardRefund(
  command: Command,
  paymentId: string,
  { cents, words }: RefundToCard,
): Promise<RefundAsked> {
  const { caseId } = await transactionOf(command, paymentId);
  return withCase(command, caseId, async (hand) => {
    const payment = await transactionOf(command, paymentId);
    const { agreementId, providerRef } = payment;
    const agreement = hand.facts.agreements.find(({ id }) => id === agreementId);
    if (agreement === undefined || payment.kind === 'refund') throw new Missing('card payment');
    if (payment.state !== 'posted' || providerRef === null) refuseIfAny([notPosted]);
    const refunds = await refundsOfPayment(command, paymentId);
    const open = refunds.find(({ state }) => state === 'asked');
    const paymentRef = providerRef ?? '';
    if (open?.cents === cents) {
      const about = { subject: 'card_transaction', subjectId: open.id, caseId, detail: { again: true } };
      command.audit({ action: 'card_transaction.give_back', ...about });
      return { id: open.id, paymentRef, cents };
    }
    const refundedCents = refunds
      .filter(({ state }) => state === 'posted' || state === 'asked')
      .reduce((sum, one) => sum + one.cents, 0);
    const { totals } = await standOf(hand, agreementId);
    refuseIfAny([
      ...refusalsOf(open === undefined ? null : refundUnderWay, cardNumberRefusal('words', words)),
      ...cardRefundRefusals(cents, { cents: payment.cents, refundedCents }, agreement, totals),
    ]);
    const row = { agreementId, kind: 'refund' as const, cents, words, paymentId, ...nothingYet };
    const made = { to: 'asked', data: { cents } } as const;
    const id = await hand.create(cardTransactionLifecycle, 'give_back', CardTransactionEntity, row, made);
    return { id, paymentRef, cents };
  });
}

const nothingYet = { linkId: null, closesAt: null, providerRef: null, heldBecause: null, outcome: null };

const notPosted = refusal(
  'card_payment_not_posted',
  'Only a payment that the card provider has confirmed can be refunded.',
);
const refundUnderWay = refusal(
  'card_refund_under_way',
  'A refund of this payment is asked for already; wait until the card provider has confirmed it.',
);
