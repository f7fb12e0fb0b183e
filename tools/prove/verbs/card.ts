import type { Ground } from '../ground';
import { Columns, inOrder } from '../sql';
import { Moved, Of, begin, step } from './history';
import * as ledger from './ledger';

export interface CardMoney extends Of {
  readonly agreementId: string;
  readonly kind: 'payment' | 'refund';
  readonly cents: number;
  /** Of a refund. */
  readonly paymentId?: string;
}

/** The row of a transaction that is asked for. */
export function asked(made: CardMoney): Columns {
  const isRefund = made.kind === 'refund';
  return {
    agreement_id: made.agreementId,
    kind: made.kind,
    cents: made.cents,
    payment_id: made.paymentId,
    closes_at: isRefund ? undefined : '2999-01-01T00:00:00Z',
    words: isRefund ? 'As agreed' : undefined,
  };
}

export function ask(ground: Ground, made: CardMoney, forged: Columns = {}): string {
  const move = made.kind === 'payment' ? 'ask' : 'give_back';
  return begin(ground, 'card_transaction', made, { move, to: 'asked' }, { ...asked(made), ...forged });
}

const confirmed = { seq: 2, from: 'asked', move: 'post', to: 'posted' };

/** The provider’s word, and nothing in the ledger yet. */
export function confirm(ground: Ground, of: Of, forged: Columns = {}): string {
  return step(ground, 'card_transaction', of, confirmed, { provider_ref: `ref-${of.id}`, ...forged });
}

/** Any other move of it. */
export function move(ground: Ground, of: Of, moved: Moved): string {
  return step(ground, 'card_transaction', of, moved);
}

export function hold(ground: Ground, of: Of, forged: Columns = {}): string {
  const held = { seq: 2, from: 'asked', move: 'hold', to: 'held' };
  const set = { provider_ref: `ref-${of.id}`, held_because: 'amount_differs', ...forged };
  return step(ground, 'card_transaction', of, held, set);
}

/** One of which the provider tells first, and that the ledger cannot take. */
export function tell(ground: Ground, made: CardMoney, forged: Columns = {}): string {
  const held = { provider_ref: `ref-${made.id}`, held_because: 'refund_above_payments' };
  return begin(
    ground,
    'card_transaction',
    made,
    { move: 'hold', to: 'held' },
    { ...asked(made), ...held, ...forged },
  );
}

export function settle(ground: Ground, of: Of, forged: Columns = {}): string {
  const settled = { seq: 3, from: 'held', move: 'settle', to: 'settled' };
  return step(ground, 'card_transaction', of, settled, { outcome: 'Given back', ...forged });
}

/** The entry of a transaction: by card, under the provider’s reference. */
export function entry(
  ground: Ground,
  made: ledger.Entry,
  transactionId: string,
  forged: Columns = {},
): string {
  const columns = {
    card_transaction_id: transactionId,
    method: 'card',
    reference: `entry-${made.id}`,
    ...forged,
  };
  const [debit, credit] =
    made.kind === 'refund'
      ? ['patient_receivable', 'card_clearing']
      : ['card_clearing', 'patient_receivable'];
  return inOrder(
    ledger.enter(ground, made, columns),
    ledger.posting(ground, made.id, debit, made.cents),
    ledger.posting(ground, made.id, credit, -made.cents),
  );
}
