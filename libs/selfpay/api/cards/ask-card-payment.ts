import { Command, refuseIfAny } from '@stipple/database';
import {
  Cents,
  cardPaymentRefusals,
  cardTransactionLifecycle,
  refusal,
  refusalsOf,
  selfPayLifecycle,
} from '@stipple/domain';
import { CaseInHand, standOf, withSubject } from '@stipple/moves';
import { DisputeEntity } from '../disputes/dispute.entity';
import { unsigned } from '../ledger/record-money';
import { CardTransactionEntity } from './card-transaction.entity';
import type { CardPayment } from './cards';
import { type StoredTransaction, asPayment, openPaymentOf } from './stored-transaction';

export interface AskedFor {
  readonly cents: Cents;
  /** By which link the patient came; null where somebody of the clinic asks. */
  readonly linkId: string | null;
}

/** A patient pays at once or comes back to the page; a link that the clinic sends lies in a mailbox overnight. */
const hoursOpen = ({ linkId }: AskedFor) => (linkId === null ? 23 : 2);

/** Whether what is asked for is asked for already: then the same page does. */
export function isSame(open: StoredTransaction, { cents, linkId }: AskedFor): boolean {
  return open.cents === cents && open.linkId === linkId && open.staysOpen === true;
}

/**
 * Writes down that a payment is asked for, before its page is opened: whatever the provider tells of it later finds it.
 * Nothing is posted by this.
 */
export function askCardPayment(command: Command, agreementId: string, asked: AskedFor): Promise<CardPayment> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand, agreement) => {
    const { totals } = await standOf(hand, agreementId);
    const ground = { agreement, totals, onHold: await isDisputed(hand, agreementId) };
    refuseIfAny([
      ...refusalsOf(await unsigned(hand, agreementId)),
      ...cardPaymentRefusals(asked.cents, ground),
    ]);
    const open = await openPaymentOf(command, agreementId);
    if (open !== null) return again(hand, open, asked);
    const { cents, linkId } = asked;
    const closesAt = Temporal.Instant.from(hand.facts.clock.now)
      .add({ hours: hoursOpen(asked) })
      .round('second')
      .toString();
    const row = { agreementId, kind: 'payment' as const, cents, linkId, closesAt, ...nothingMore };
    const data = { cents, ...(linkId === null ? {} : { onScreen: true }) };
    const id = await hand.create(cardTransactionLifecycle, 'ask', CardTransactionEntity, row, {
      to: 'asked',
      data,
    });
    return { id, cents, closesAt };
  });
}

/** What a payment has when it is asked for. */
const nothingMore = { paymentId: null, words: null, providerRef: null, heldBecause: null, outcome: null };

function again({ command, caseId }: CaseInHand, open: StoredTransaction, asked: AskedFor): CardPayment {
  refuseIfAny(isSame(open, asked) ? [] : [askedMeanwhile]);
  const about = { subject: 'card_transaction', subjectId: open.id, caseId, detail: { again: true } };
  command.audit({ action: 'card_transaction.ask', ...about });
  return asPayment(open);
}

const askedMeanwhile = refusal(
  'card_payment_asked',
  'Another card payment has just been asked for. Look at it again before you go on.',
);

function isDisputed({ command }: CaseInHand, agreementId: string): Promise<boolean> {
  const { clinicId } = command.who;
  return command.tx.exists(DisputeEntity, { where: { clinicId, agreementId, state: 'open' } });
}
