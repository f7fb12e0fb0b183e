import { ledgerKinds, mostInstallments, paymentMethods, planRhythms, typedKinds } from '@stipple/domain';
import { z } from 'zod';
import { DisputeView, ProviderBillView } from './disputes';
import { cents, day, id, optionalText, text } from './primitives';
import { priceLine } from './selfpay';

const moreThanNothing = cents.min(1, 'is no amount');
const method = z.enum(paymentMethods);
/** The terminal’s receipt number, the bank’s reference, the number on a receipt for cash. */
const reference = optionalText(80);
const words = text(400);

export const RecordPayment = z.strictObject({ cents: moreThanNothing, method, onDay: day, reference });
export type RecordPayment = z.infer<typeof RecordPayment>;

export const RecordRefund = z.strictObject({ cents: moreThanNothing, method, onDay: day, words, reference });
export type RecordRefund = z.infer<typeof RecordRefund>;

export const RecordAdjustment = z.strictObject({ cents: moreThanNothing, onDay: day, words });
export type RecordAdjustment = z.infer<typeof RecordAdjustment>;

/** An entry that was recorded by mistake, taken out of the sums. */
export const ReverseEntry = z.strictObject({ entryId: id, words });
export type ReverseEntry = z.infer<typeof ReverseEntry>;

/** All that were performed and are not charged. */
export const ChargeSessions = z.strictObject({});
export type ChargeSessions = z.infer<typeof ChargeSessions>;

export const SetPaymentPlan = z.strictObject({
  count: z.int().min(1).max(mostInstallments),
  firstOn: day,
  every: z.enum(planRhythms),
});
export type SetPaymentPlan = z.infer<typeof SetPaymentPlan>;

const onlyIfAsked = z.enum(['yes', 'no']).default('no');
/** What a patient wants on it for a health account: the diagnoses, and the signed letter where the case is medical. */
export const ReceiptAsked = z.strictObject({ diagnoses: onlyIfAsked, letter: onlyIfAsked });
export type ReceiptAsked = z.infer<typeof ReceiptAsked>;

const said = z.strictObject({ code: z.string(), sentence: z.string(), field: z.string().optional() });

export const LedgerEntryView = z.strictObject({
  id,
  no: z.int(),
  kind: z.enum(ledgerKinds),
  cents: z.int(),
  method: method.nullable(),
  reference: z.string().nullable(),
  words: z.string().nullable(),
  /** Whether the card provider confirmed it. */
  byCardOnline: z.boolean(),
  /** Of a reversal: the kind and the number of the entry that it takes out of the sums. */
  reverses: z.enum(typedKinds).nullable(),
  reversedNo: z.int().nullable(),
  /** The number of the entry that reversed this one. */
  reversedBy: z.int().nullable(),
  /** Whether whoever reads it may reverse it. */
  reversible: z.boolean(),
  onDay: day,
  at: z.string(),
  by: z.string(),
  /** Of a charge: what the session cost. */
  lines: z.array(priceLine).nullable(),
  /** After this entry; negative while the patient has paid ahead. */
  balanceCents: z.int(),
});
export type LedgerEntryView = z.infer<typeof LedgerEntryView>;

export const InstallmentView = z.strictObject({
  no: z.int(),
  dueOn: day,
  cents: z.int(),
  openCents: z.int(),
  state: z.enum(['paid', 'partly_paid', 'open', 'overdue', 'on_hold']),
});
export type InstallmentView = z.infer<typeof InstallmentView>;

/** What somebody who treats needs to know of a patient’s money, and no more. */
export const BalanceView = z.strictObject({
  agreementId: id,
  balanceCents: z.int(),
  /** Of the agreed price. */
  openCents: z.int(),
  next: InstallmentView.nullable(),
  /** Whether the patient disputes a bill of it, so that nothing is collected. */
  onHold: z.boolean(),
});
export type BalanceView = z.infer<typeof BalanceView>;

export const LedgerView = z.strictObject({
  agreementId: id,
  caseId: id,
  caseNumber: z.int(),
  patient: z.string(),
  timeZone: z.string(),
  today: day,
  withdrawn: z.boolean(),
  totalCents: z.int(),
  chargedCents: z.int(),
  adjustedCents: z.int(),
  paidCents: z.int(),
  refundedCents: z.int(),
  balanceCents: z.int(),
  payableCents: z.int(),
  refundableCents: z.int(),
  adjustableCents: z.int(),
  /** While a dispute is open. */
  onHold: z.boolean(),
  /** By the estimate in force, provider by provider. */
  bills: z.array(ProviderBillView),
  /** The newest first. */
  disputes: z.array(DisputeView),
  /** The newest first. */
  entries: z.array(LedgerEntryView),
  plan: z
    .strictObject({
      id,
      every: z.enum(planRhythms),
      by: z.string(),
      at: z.string(),
      installments: z.array(InstallmentView),
      warnings: z.array(said),
    })
    .nullable(),
  /** Plans that a newer one has replaced, the newest first. */
  earlierPlans: z.array(
    z.strictObject({
      id,
      every: z.enum(planRhythms),
      by: z.string(),
      at: z.string(),
      count: z.int(),
      firstOn: day,
    }),
  ),
  /** Performed sessions that are not charged, as of before there was a ledger; those that cost nothing are left out. */
  uncharged: z.array(z.strictObject({ sessionId: id, performedOn: day, cents: z.int() })),
  moves: z.array(
    z.strictObject({
      move: z.string(),
      label: z.string(),
      needs: z.array(z.string()),
      refusals: z.array(said),
    }),
  ),
});
export type LedgerView = z.infer<typeof LedgerView>;
