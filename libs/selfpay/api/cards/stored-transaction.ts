import { Command, Missing } from '@stipple/database';
import type { CardKind, CardState, Cents, Instant, Subject } from '@stipple/domain';
import type { CardPayment } from './cards';
import { openPaymentSql, refundsOfSql, transactionByIdSql } from './card-transactions.sql';

/** A card transaction as it is stored. */
export interface StoredTransaction extends Subject<CardState> {
  readonly caseId: string;
  readonly agreementId: string;
  readonly kind: CardKind;
  readonly cents: Cents;
  readonly paymentId: string | null;
  readonly providerRef: string | null;
  readonly words: string | null;
  readonly closesAt: Instant | null;
  readonly linkId: string | null;
  /** Whether its page is open for long enough that somebody can still be sent there. */
  readonly staysOpen: boolean | null;
}

/** A payment that is asked for has a page that closes; PostgreSQL holds it to that. */
export function asPayment({ id, cents, closesAt }: StoredTransaction): CardPayment {
  if (closesAt === null) throw new Error('a card payment that is asked for has a page that closes');
  return { id, cents, closesAt };
}

type InTransaction = Pick<Command, 'tx' | 'who'>;

export async function transactionOf(command: InTransaction, id: string): Promise<StoredTransaction> {
  const [found] = await read(command, transactionByIdSql, id);
  if (found === undefined) throw new Missing('card transaction');
  return found;
}

export async function openPaymentOf(
  command: InTransaction,
  agreementId: string,
): Promise<StoredTransaction | null> {
  return (await read(command, openPaymentSql, agreementId))[0] ?? null;
}

export function refundsOfPayment(
  command: InTransaction,
  paymentId: string,
): Promise<readonly StoredTransaction[]> {
  return read(command, refundsOfSql, paymentId);
}

function read({ tx, who }: InTransaction, sql: string, id: string): Promise<StoredTransaction[]> {
  return tx.query(sql, [who.clinicId, id]);
}
