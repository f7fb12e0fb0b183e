import { cardKinds, cardStates, heldReasons } from '@stipple/domain';
import { z } from 'zod';
import { cents, day, id, text, version } from './primitives';

const moreThanNothing = cents.min(1, 'is no amount');

/** A page of the card provider's for the patient to pay on. */
export const AskCardPayment = z.strictObject({ cents: moreThanNothing });
export type AskCardPayment = z.infer<typeof AskCardPayment>;

/** What the patient chose, with the amount that was on their screen: another one is another choice. */
export const PayByCard = z.strictObject({ of: z.enum(['next', 'all']), cents: moreThanNothing });
export type PayByCard = z.infer<typeof PayByCard>;

export const RefundToCard = z.strictObject({ cents: moreThanNothing, words: text(400) });
export type RefundToCard = z.infer<typeof RefundToCard>;

/** Takes back the page of a payment that was asked for and is not made. */
export const CloseCardPage = z.strictObject({});
export type CloseCardPage = z.infer<typeof CloseCardPage>;

export const SettleCardTransaction = z.strictObject({ version, outcome: text(400) });
export type SettleCardTransaction = z.infer<typeof SettleCardTransaction>;

/** Where a payment is made. The address is the provider's own, and works until the page closes. */
export const CardPage = z.strictObject({ id, url: z.string() });
export type CardPage = z.infer<typeof CardPage>;

const offer = z.strictObject({ of: z.enum(['next', 'all']), cents: z.int(), dueOn: day.nullable() });
const said = z.strictObject({ code: z.string(), sentence: z.string(), field: z.string().optional() });

export const CardTransactionView = z.strictObject({
  id,
  version: z.int(),
  state: z.enum(cardStates),
  kind: z.enum(cardKinds),
  cents: z.int(),
  /** Of a refund. */
  paymentId: id.nullable(),
  /** Whether the patient asked for it by themselves; the person beside it then made their link. */
  byPatient: z.boolean(),
  askedBy: z.string(),
  askedAt: z.string(),
  changedAt: z.string(),
  /** Of a payment: until when it can be made. */
  closesAt: z.string().nullable(),
  words: z.string().nullable(),
  reference: z.string().nullable(),
  heldBecause: z.enum(heldReasons).nullable(),
  /** What the provider said that came, where it did. */
  came: z.strictObject({ cents: z.int(), currency: z.string() }).nullable(),
  outcome: z.string().nullable(),
  /** Of a posted payment: what can still go back to its card. */
  refundableCents: z.int(),
});
export type CardTransactionView = z.infer<typeof CardTransactionView>;

export const CardTransactionsView = z.strictObject({
  agreementId: id,
  caseId: id,
  timeZone: z.string(),
  /** Whether cards are taken online here. What was, stays to be read. */
  taken: z.boolean(),
  payableCents: z.int(),
  /** Why nothing can be asked for by card now; empty when it can. */
  askRefusals: z.array(said),
  /** How much more was paid than is owed. */
  overpaidCents: z.int(),
  /** The newest first. */
  transactions: z.array(CardTransactionView),
});
export type CardTransactionsView = z.infer<typeof CardTransactionsView>;

/** What the patient's page shows: what can be paid by card now, and how the last payment stands. */
export const PatientCardsView = z.strictObject({
  offers: z.array(offer),
  last: z
    .strictObject({
      state: z.enum(['open', 'paid', 'not_paid', 'looked_at']),
      cents: z.int(),
      on: day,
      /** Of a payment that is paid: the provider's number, as on their receipt. */
      reference: z.string().nullable(),
    })
    .nullable(),
});
export type PatientCardsView = z.infer<typeof PatientCardsView>;
