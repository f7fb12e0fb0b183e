import type { Cents } from '../money';

/** What happened to the money of one self-pay agreement. */
export const ledgerKinds = ['charge', 'payment', 'refund', 'adjustment', 'reversal'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** What people type, and so may type wrong. A charge comes with its session, and is set right by an adjustment. */
export const typedKinds = ['payment', 'refund', 'adjustment'] as const;
export type TypedKind = (typeof typedKinds)[number];

/** How money came or went. A card is charged at the clinic’s own terminal: no number of it is ever written here. */
export const paymentMethods = ['cash', 'card', 'bank'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const methodWords: Readonly<Record<PaymentMethod, string>> = {
  cash: 'Cash',
  card: 'Card',
  bank: 'Bank transfer',
};

export const kindWords: Readonly<Record<LedgerKind, string>> = {
  charge: 'Charge',
  payment: 'Payment',
  refund: 'Refund',
  adjustment: 'Adjustment',
  reversal: 'Reversal',
};

/**
 * The accounts that one agreement’s entries move, named as the clinic’s own books name them, so that an export needs no
 * dictionary. What a patient paid ahead is a credit on the receivable: one account says what they owe, and the
 * accountant moves credits to a liability once a month. Money waits in a clearing account for each way it comes, until
 * the till, the terminal’s settlement or the bank statement says the same. Adjustments stand beside revenue, not in it,
 * so that what was given up stays visible.
 */
export const ledgerAccounts = [
  'patient_receivable',
  'treatment_revenue',
  'adjustments',
  'cash_clearing',
  'card_clearing',
  'bank_clearing',
] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

/** One side of an entry. Debits are positive, credits negative, so that an entry’s postings sum to nothing. */
export interface Posting {
  readonly account: LedgerAccount;
  readonly cents: Cents;
}

/** What was done, as far as the books need it. */
export type Booked =
  | { readonly kind: 'charge' | 'adjustment'; readonly cents: Cents; readonly method: null }
  | { readonly kind: 'payment' | 'refund'; readonly cents: Cents; readonly method: PaymentMethod }
  | Reversal;

/** Takes an entry that was typed wrong out of the sums. It repeats what it reverses. */
export interface Reversal {
  readonly kind: 'reversal';
  readonly reverses: TypedKind;
  readonly cents: Cents;
  readonly method: PaymentMethod | null;
}

/** The two sides of an entry. PostgreSQL derives the same two accounts from kind and method, and takes no others. */
export function postingsOf(entry: Booked): readonly [debit: Posting, credit: Posting] {
  const [debit, credit] = sidesOf(entry);
  return [
    { account: debit, cents: entry.cents },
    { account: credit, cents: -entry.cents },
  ];
}

function sidesOf(entry: Booked): readonly [debit: LedgerAccount, credit: LedgerAccount] {
  switch (entry.kind) {
    case 'charge':
      return ['patient_receivable', 'treatment_revenue'];
    case 'adjustment':
      return ['adjustments', 'patient_receivable'];
    case 'payment':
      return [`${entry.method}_clearing`, 'patient_receivable'];
    case 'refund':
      return ['patient_receivable', `${entry.method}_clearing`];
    case 'reversal': {
      const [debit, credit] = sidesOf(reversedBy(entry));
      return [credit, debit];
    }
  }
}

/** What a reversal reverses, as it was booked. */
function reversedBy({ reverses, cents, method }: Reversal): Booked {
  if (reverses === 'adjustment') return { kind: reverses, cents, method: null };
  if (method === null) throw new Error(`a ${reverses} came or went in some way`);
  return { kind: reverses, cents, method };
}
