import type { ReceiptAsked } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import { Receipt, ReceiptMaterial, describeReceipt } from './describe-receipt';
import { RawLedger, caseOf } from './ledger.queries';
import { ledgerSql, receiptSql } from './ledger.sql';

/** The receipt of a ledger as it stands now. */
export async function readReceipt(
  db: ClinicDatabase,
  who: Principal,
  agreementId: string,
  { diagnoses, letter }: ReceiptAsked,
): Promise<Receipt> {
  const caseId = await caseOf(db, who, agreementId);
  const values = [who.clinicId, agreementId];
  const [[ledger], [material]] = await db.readAll<[{ ledger: RawLedger }, { receipt: ReceiptMaterial }]>(
    who,
    [
      { name: 'ledger', text: ledgerSql, values },
      { name: 'receipt', text: receiptSql, values },
    ],
    {
      action: 'ledger.receipt',
      subject: 'self_pay_agreement',
      subjectId: agreementId,
      caseId,
      detail: { diagnoses, letter },
    },
  );
  if (ledger === undefined || material === undefined) throw new Missing('signed agreement');
  const clinic = { name: who.clinicName, isDemo: who.isDemo };
  return describeReceipt(clinic, ledger.ledger, material.receipt, {
    diagnoses: diagnoses === 'yes',
    letter: letter === 'yes',
  });
}
