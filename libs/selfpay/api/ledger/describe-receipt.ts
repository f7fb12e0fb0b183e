import {
  BillingIdentity,
  LedgerKind,
  PaymentMethod,
  balanceOf,
  dayInWords,
  demoMark,
  diagnosisWords,
  formatCents,
  kindWords,
  methodWords,
  procedureWords,
} from '@stipple/domain';
import { RawLedger, totalsOf } from './ledger.queries';

/** What a receipt needs beside the ledger. */
export interface ReceiptMaterial {
  readonly bornOn: string;
  readonly diagnoses: readonly string[];
  readonly procedureCode: string;
  readonly agreedOn: string;
  /** Under which name, number and address the clinic bills; null until somebody has entered it. */
  readonly identity: BillingIdentity | null;
  /** Of medical necessity, as it was signed; null where none is, or where the case was screened as cosmetic. */
  readonly letter: {
    readonly body: string;
    readonly signedBy: string;
    readonly signedOn: string;
    readonly hash: string;
  } | null;
  readonly clinicians: readonly { readonly name: string; readonly npi: string | null }[];
}

type Rows = readonly (readonly string[])[];

/** A receipt, word by word. */
export interface Receipt {
  readonly clinic: string;
  readonly caseNumber: number;
  readonly title: string;
  /** The day of the last entry; a receipt of the same ledger is the same file. */
  readonly asOf: string;
  readonly mark: string | null;
  readonly facts: Rows;
  readonly services: Rows;
  readonly money: Rows;
  readonly sums: Rows;
  readonly notes: readonly string[];
  /** Where it was asked for and the case is medical. */
  readonly letter: { readonly paragraphs: readonly string[]; readonly seal: string } | null;
}

/**
 * Itemized, so that a health account or an insurer’s plan can read it: who treated whom, on which day, what, for how
 * much. No diagnosis unless the patient asks for it. Whether an account pays for it is never said here: that depends on
 * the plan and, for a cosmetic service, on tax law that a clinic does not apply.
 */
export function describeReceipt(
  clinic: { readonly name: string; readonly isDemo: boolean },
  ledger: RawLedger,
  { bornOn, diagnoses, procedureCode, identity, letter, clinicians }: ReceiptMaterial,
  asked: { readonly diagnoses: boolean; readonly letter: boolean },
): Receipt {
  const { entries, patient, caseNumber, today } = ledger;
  const totals = totalsOf(ledger);
  const balance = balanceOf(totals);
  return {
    clinic: clinic.name,
    caseNumber,
    title: `Receipt: ${patient}`,
    asOf: `${entries.at(-1)?.onDay ?? today}T12:00:00Z`,
    mark: clinic.isDemo ? demoMark : null,
    facts: [
      ['Patient', `${patient}, born ${dayInWords(bornOn)}`],
      ...clinicRows(clinic.name, identity),
      ...clinicians.map(({ name, npi }) => ['Provider', npi === null ? name : `${name}, NPI ${npi}`]),
      ['Service', `${procedureCode} ${procedureWords(procedureCode)}`],
      ...(asked.diagnoses
        ? [['Diagnoses', diagnoses.map((code) => `${code} ${diagnosisWords(code)}`).join('\n')]]
        : []),
      ['As of', dayInWords(entries.at(-1)?.onDay ?? today)],
    ],
    services: entries.flatMap(({ onDay, lines }) =>
      (lines ?? []).map(({ description, quantity, unitCents }) => [
        dayInWords(onDay),
        description,
        `${quantity} × ${formatCents(unitCents)}`,
        formatCents(quantity * unitCents),
      ]),
    ),
    money: entries
      // What was recorded by mistake never happened, and is nothing to a patient.
      .filter(({ kind, reversedBy }) => kind !== 'charge' && kind !== 'reversal' && reversedBy === null)
      .map(({ onDay, kind, method, reference, cents }) => [
        dayInWords(onDay),
        howItCame(kind, method),
        reference ?? '–',
        formatCents(kind === 'refund' ? -cents : cents),
      ]),
    sums: [
      ['Services so far', formatCents(totals.chargedCents)],
      ...(totals.adjustedCents > 0 ? [['Adjustments', formatCents(-totals.adjustedCents)]] : []),
      ['Paid, less refunds', formatCents(totals.paidCents - totals.refundedCents)],
      balance < 0
        ? ['Paid ahead, for services to come', formatCents(-balance)]
        : ['Still to be paid', formatCents(balance)],
    ],
    notes: [
      'Paid by the patient. The clinic has sent no claim for these services to an insurer.',
      'Whether a health savings or spending account pays for a service is decided by your plan or your tax adviser. This receipt is no tax advice.',
      ...(asked.letter && letter === null
        ? ['No letter of medical necessity goes with it: none is signed for a medical service.']
        : []),
    ],
    letter: asked.letter && letter !== null ? letterPart(letter) : null,
  };
}

function letterPart({ body, signedBy, signedOn, hash }: NonNullable<ReceiptMaterial['letter']>) {
  const seal = `Signed electronically by ${signedBy} on ${dayInWords(signedOn)}. SHA-256 of the signed text: ${hash}`;
  return { paragraphs: body.split('\n'), seal };
}

function clinicRows(clinic: string, identity: BillingIdentity | null): Rows {
  if (identity === null) return [['Clinic', clinic]];
  const { name, npi, tin, street, city, state, postalCode, phone } = identity;
  return [
    ['Clinic', npi === null ? name : `${name}, NPI ${npi}`],
    ['Tax number', `${tin.slice(0, 2)}-${tin.slice(2)}`],
    ['Address', `${street}, ${city}, ${state} ${postalCode}`],
    ...(phone === null ? [] : [['Phone', phone]]),
  ];
}

function howItCame(kind: LedgerKind, method: PaymentMethod | null): string {
  return method === null ? kindWords[kind] : `${kindWords[kind]}, ${methodWords[method].toLowerCase()}`;
}
