import { randomUUIDv7 } from 'node:crypto';
import { Missing } from '@stipple/database';
import { SelfPayAgreement, selfPayLifecycle } from '@stipple/domain';
import {
  CaseInHand,
  ClearanceClinicianEntity,
  ClearanceEntity,
  SelfPayAgreementEntity,
} from '@stipple/moves';
import { PatientSignatureEntity } from './patient-signature.entity';

/** How it was signed: on paper, before somebody of the clinic, or on screen by a link that the patient opened. */
export type SignedHow =
  | { readonly witnessId: string; readonly proofId: string; readonly linkId: null }
  | { readonly witnessId: null; readonly proofId: null; readonly linkId: string };

export interface Signing {
  readonly version: number;
  readonly signerName: string;
  readonly waiverId: string | null;
  readonly withheldFromPayer: boolean;
  readonly clinicianIds: readonly string[];
  readonly how: SignedHow;
}

/** The patient's own key to the schedule: the signature under the estimate opens a clearance for its sessions. */
export async function takeSignature(
  hand: CaseInHand,
  found: SelfPayAgreement,
  { version, signerName, waiverId, withheldFromPayer, clinicianIds, how }: Signing,
): Promise<void> {
  const { tx, who } = hand.command;
  const { today } = hand.facts.clock;
  const agreement = withWaiver(found, waiverId);
  const set = { coversFrom: today, withheldFromPayer, ...(waiverId === null ? {} : { waiverId }) };
  const signed = await hand.advance(selfPayLifecycle, SelfPayAgreementEntity, agreement, 'sign', {
    to: 'signed',
    version,
    set,
    data: {
      totalCents: agreement.totalCents,
      estimate: agreement.estimateVersion,
      ...(withheldFromPayer ? { withheldFromPayer } : {}),
      ...(how.linkId === null ? {} : { onScreen: true }),
    },
  });
  await tx.insert(PatientSignatureEntity, {
    clinicId: who.clinicId,
    agreementId: agreement.id,
    caseId: hand.caseId,
    seq: signed.seq,
    signerName,
    ...how,
    ...(await signedEstimate(hand, agreement)),
  });
  await openClearance(hand, agreement, today, clinicianIds);
}

/** What the signature itself brings along counts for its own guard. */
export const withWaiver = (found: SelfPayAgreement, waiverId: string | null): SelfPayAgreement => ({
  ...found,
  hasWaiver: found.hasWaiver || waiverId !== null,
});

async function openClearance(
  hand: CaseInHand,
  agreement: SelfPayAgreement,
  today: string,
  clinicianIds: readonly string[],
): Promise<void> {
  const { clinicId } = hand.command.who;
  const clearanceId = randomUUIDv7();
  await hand.command.tx.insert(ClearanceEntity, {
    clinicId,
    id: clearanceId,
    caseId: hand.caseId,
    authorizationId: null,
    termsSeq: null,
    agreementId: agreement.id,
    procedureCode: agreement.procedureCode,
    units: agreement.sessions,
    opensOn: today,
    closesOn: agreement.validUntil ?? today,
    active: true,
  });
  await hand.command.tx.insert(
    ClearanceClinicianEntity,
    [...new Set(clinicianIds)].map((clinicianId) => ({ clinicId, clearanceId, clinicianId })),
  );
}

/** What is signed: the estimate that the agreement goes by, by its number and the hash over every word of it. */
export async function signedEstimate(
  { command }: CaseInHand,
  { id, estimateVersion }: SelfPayAgreement,
): Promise<{ estimateVersion: number; contentHash: Buffer }> {
  const [kept]: { sha256: Buffer }[] = await command.tx.query(
    'SELECT content_sha256 AS sha256 FROM stipple.estimate_version WHERE clinic_id = $1 AND agreement_id = $2 AND version = $3',
    [command.who.clinicId, id, estimateVersion],
  );
  if (kept === undefined || estimateVersion === null) throw new Missing('estimate');
  return { estimateVersion, contentHash: kept.sha256 };
}
