import type { Command } from '@stipple/database';
import {
  HeldReason,
  Subject,
  CardState,
  cardTransactionLifecycle,
  dayOf,
  differenceOf,
  refundableOf,
} from '@stipple/domain';
import { CaseInHand, postEntry, standOf } from '@stipple/moves';
import type { CardNotice, ProviderRefund } from './card-provider';
import { CardTransactionEntity } from './card-transaction.entity';
import { type StoredTransaction, refundsOfPayment } from './stored-transaction';

type Paid = Extract<CardNotice, { what: 'paid' }>;

/**
 * Money that came. It is posted whatever the agreement has become meanwhile, for the patient has paid; what is beyond the
 * price is watched. Only what is not what was asked for is held.
 */
export async function paymentCame(hand: CaseInHand, payment: StoredTransaction, notice: Paid): Promise<void> {
  if (payment.state !== 'asked' && payment.state !== 'ended') return;
  const { paymentRef: ref, happenedAt: at } = notice;
  const because =
    differenceOf(payment.cents, notice) ??
    ((await isRecorded(hand.command, payment.agreementId, ref)) ? 'posted_by_hand' : null);
  if (because === null) await post(hand, payment, { ref, at });
  else await hold(hand, payment, { ref, because });
}

export async function paymentDidNotCome(hand: CaseInHand, payment: StoredTransaction): Promise<void> {
  if (payment.state !== 'asked') return;
  await hand.advance(cardTransactionLifecycle, CardTransactionEntity, payment, 'end', { to: 'ended' });
}

/** Holds the refunds that the provider has of a payment against ours: what is new is posted, whoever asked for it. */
export async function refundsChanged(
  hand: CaseInHand,
  payment: StoredTransaction,
  refunds: readonly ProviderRefund[],
): Promise<void> {
  // A payment that is held is in no ledger; what goes back of it is part of how somebody settles it.
  if (payment.state !== 'posted') return;
  const ours = await refundsOfPayment(hand.command, payment.id);
  for (const refund of refunds) {
    const known = ours.find(
      ({ id, providerRef }) =>
        providerRef === refund.ref || (id === refund.transactionId && providerRef === null),
    );
    if (refund.state === 'done') await refundWent(hand, payment, refund, known);
    else if (refund.state === 'failed' && known) await refundFailed(hand, known, refund);
  }
}

async function refundWent(
  hand: CaseInHand,
  payment: StoredTransaction,
  { ref, cents, at }: ProviderRefund,
  known: StoredTransaction | undefined,
): Promise<void> {
  if (known !== undefined && known.state !== 'asked') return;
  const { agreementId } = payment;
  const refund = known ?? {
    ...{ agreementId, cents, kind: 'refund' as const, paymentId: payment.id },
    words: 'Refunded at the card provider',
  };
  const { totals } = await standOf(hand, agreementId);
  const above = cents > refundableOf(totals);
  if (above || refund.cents !== cents)
    await hold(hand, refund, { ref, because: above ? 'refund_above_payments' : 'amount_differs' });
  else await post(hand, refund, { ref, at });
}

/** A bank may send a refund back long after it went: then money has come again that no entry speaks of. */
async function refundFailed(
  hand: CaseInHand,
  known: StoredTransaction,
  { ref }: ProviderRefund,
): Promise<void> {
  const { agreementId, cents } = known;
  if (known.state === 'asked')
    await hand.advance(cardTransactionLifecycle, CardTransactionEntity, known, 'end', { to: 'ended' });
  else if (known.state === 'posted' && !(await isHeld(hand.command, ref)))
    await hold(
      hand,
      { agreementId, cents, kind: 'payment', paymentId: null, words: null },
      { ref, because: 'refund_returned' },
    );
}

/** One that we asked for, or one of which the provider tells first. */
type Transaction = Pick<StoredTransaction, 'agreementId' | 'kind' | 'cents' | 'paymentId' | 'words'> &
  Partial<Subject<CardState>>;

async function post(
  hand: CaseInHand,
  transaction: Transaction,
  { ref, at }: { readonly ref: string; readonly at: string },
): Promise<void> {
  const id = await write(hand, transaction, 'post', { to: 'posted', ref, because: null });
  const { agreementId, kind, cents, words } = transaction;
  await postEntry(
    hand,
    { kind, cents, method: 'card' },
    {
      ...{ agreementId, reference: ref, cardTransactionId: id, idempotencyKey: `card-${id}` },
      happenedOn: dayOf(at, hand.command.who.timeZone),
      ...(words === null ? {} : { words }),
    },
  );
}

async function hold(
  hand: CaseInHand,
  transaction: Transaction,
  { ref, because }: { readonly ref: string; readonly because: HeldReason },
): Promise<void> {
  await write(hand, transaction, 'hold', { to: 'held', ref, because });
}

/** Moves a transaction on, or makes one of which only the provider knew. Returns its id. */
async function write(
  hand: CaseInHand,
  transaction: Transaction,
  move: 'post' | 'hold',
  { to, ref: providerRef, because: heldBecause }: { to: CardState; ref: string; because: HeldReason | null },
): Promise<string> {
  const { id, state, seq, agreementId, kind, cents, paymentId, words } = transaction;
  const data = { cents, kind, ...(heldBecause === null ? {} : { because: heldBecause }) };
  if (id !== undefined && state !== undefined && seq !== undefined) {
    const moving = { to, set: { providerRef, heldBecause }, data };
    await hand.advance(cardTransactionLifecycle, CardTransactionEntity, { id, state, seq }, move, moving);
    return id;
  }
  const row = { agreementId, kind, cents, paymentId, words, providerRef, heldBecause };
  const rest = { linkId: null, closesAt: null, outcome: null };
  return hand.create(
    cardTransactionLifecycle,
    move,
    CardTransactionEntity,
    { ...row, ...rest },
    { to, data },
  );
}

/** Somebody may have seen the payment at the provider, and recorded it as one of the terminal. */
async function isRecorded({ tx, who }: Command, agreementId: string, ref: string): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `SELECT 1 FROM stipple.ledger_entry e WHERE clinic_id = $1 AND agreement_id = $2 AND kind = 'payment' AND method = 'card' AND lower(reference) = lower($3)
        AND NOT EXISTS (SELECT FROM stipple.ledger_entry r WHERE (r.clinic_id, r.agreement_id, r.reversed_no) = (e.clinic_id, e.agreement_id, e.entry_no))`,
    [who.clinicId, agreementId, ref],
  );
  return found.length > 0;
}

async function isHeld({ tx, who }: Command, ref: string): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `SELECT 1 FROM stipple.card_transaction WHERE clinic_id = $1 AND kind = 'payment' AND provider_ref = $2`,
    [who.clinicId, ref],
  );
  return found.length > 0;
}
