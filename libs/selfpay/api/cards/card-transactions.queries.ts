import type { CardTransactionView, CardTransactionsView, PatientCardsView } from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import {
  type CardGround,
  type CardState,
  cardOffers,
  cardPaymentRefusals,
  dayOf,
  leastCardCents,
  overpaidOf,
  payableOf,
} from '@stipple/domain';
import { caseOf } from '../ledger/ledger.queries';
import { cardsSql } from './card-transactions.sql';

interface RawCards {
  readonly caseId: string;
  readonly timeZone: string;
  readonly ground: CardGround;
  readonly transactions: readonly (Omit<CardTransactionView, 'refundableCents'> & {
    readonly linkId: string | null;
  })[];
}

const read = ({ clinicId }: Principal, agreementId: string) => ({
  name: 'card_transactions',
  text: cardsSql,
  values: [clinicId, agreementId],
});

/** The card payments of an agreement, for the clinic. */
export async function readCardTransactions(
  db: ClinicDatabase,
  who: Principal,
  agreementId: string,
  taken: boolean,
): Promise<CardTransactionsView> {
  const caseId = await caseOf(db, who, agreementId);
  const [row] = await db.read<{ cards: RawCards }>(who, read(who, agreementId), {
    action: 'card_transactions.read',
    subject: 'self_pay_agreement',
    subjectId: agreementId,
    caseId,
  });
  if (row === undefined) throw new Error('a signed agreement has its card payments, if none');
  const { timeZone, ground, transactions } = row.cards;
  return {
    agreementId,
    caseId,
    timeZone,
    taken,
    payableCents: payableOf(ground.agreement, ground.totals),
    askRefusals: [...cardPaymentRefusals(leastCardCents, ground)],
    overpaidCents: overpaidOf(ground.agreement, ground.totals),
    transactions: transactions.map(({ linkId: _link, ...one }) => ({
      ...one,
      refundableCents: refundableOf(one, transactions),
    })),
  };
}

function refundableOf(
  { id, kind, state, cents }: Pick<CardTransactionView, 'id' | 'kind' | 'state' | 'cents'>,
  all: RawCards['transactions'],
): number {
  if (kind === 'refund' || state !== 'posted') return 0;
  const back = all.filter((one) => one.paymentId === id && (one.state === 'posted' || one.state === 'asked'));
  return cents - back.reduce((sum, one) => sum + one.cents, 0);
}

/** What the patient can pay by card now, and how the last payment that they made on their page stands. */
export async function readPatientCards(
  db: ClinicDatabase,
  who: Principal,
  { agreementId, taken }: { readonly agreementId: string; readonly taken: boolean },
): Promise<PatientCardsView> {
  const [row] = await db.read<{ cards: RawCards }>(who, read(who, agreementId));
  // Nothing is paid before it is signed.
  if (row === undefined) return { offers: [], last: null };
  const { ground, timeZone, transactions } = row.cards;
  const last = transactions.find(({ kind, closesAt }) => kind === 'payment' && closesAt !== null);
  return {
    offers: taken ? [...cardOffers(ground)] : [],
    last: last
      ? {
          state: patientStates[last.state],
          cents: last.cents,
          on: dayOf(last.changedAt, timeZone),
          reference: last.state === 'posted' ? last.reference : null,
        }
      : null,
  };
}

/** In which words the patient is told; only once it is posted it is paid. */
const patientStates: Readonly<Record<CardState, NonNullable<PatientCardsView['last']>['state']>> = {
  asked: 'open',
  posted: 'paid',
  ended: 'not_paid',
  held: 'looked_at',
  settled: 'looked_at',
};
