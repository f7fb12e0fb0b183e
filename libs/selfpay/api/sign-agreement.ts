import { randomUUIDv7 } from 'node:crypto';
import type { SignAgreement } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import { SelfPayAgreement, refusal, selfPayLifecycle } from '@stipple/domain';
import {
  CaseInHand,
  ClearanceClinicianEntity,
  ClearanceEntity,
  SelfPayAgreementEntity,
  withSubject,
} from '@stipple/moves';
import { PatientSignatureEntity } from './patient-signature.entity';

/** The patient's own key to the schedule: the signature under the estimate opens a clearance for its sessions. */
export function signAgreement(command: Command, id: string, body: SignAgreement): Promise<void> {
  return withSubject(command, selfPayLifecycle, id, async (hand, found) => {
    const { clinicId, staffId } = command.who;
    await refuseUnknown(hand, body);
    const { today } = hand.facts.clock;
    const waiverId = body.waiverId ?? null;
    // What the signature itself brings along counts for its own guard.
    const agreement: SelfPayAgreement = { ...found, hasWaiver: found.hasWaiver || waiverId !== null };
    const { withheldFromPayer } = body;
    const set = { coversFrom: today, withheldFromPayer, ...(waiverId === null ? {} : { waiverId }) };
    const signed = await hand.advance(selfPayLifecycle, SelfPayAgreementEntity, agreement, 'sign', {
      to: 'signed',
      version: body.version,
      set,
      data: {
        totalCents: agreement.totalCents,
        estimate: agreement.estimateVersion,
        ...(withheldFromPayer ? { withheldFromPayer } : {}),
      },
    });
    const { signerName, proofId } = body;
    await command.tx.insert(PatientSignatureEntity, {
      clinicId,
      agreementId: id,
      caseId: hand.caseId,
      seq: signed.seq,
      signerName,
      proofId,
      witnessId: staffId,
      ...(await signedEstimate(hand, agreement)),
    });
    await openClearance(hand, agreement, today, body.clinicianIds);
  });
}

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
async function signedEstimate(
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

async function refuseUnknown(hand: CaseInHand, body: SignAgreement): Promise<void> {
  const { clinicId } = hand.command.who;
  const documents = new Set(hand.facts.documents.map((document) => document.id));
  const known: unknown[] = await hand.command.tx.query(
    'SELECT id FROM stipple.provider WHERE clinic_id = $1 AND id = ANY ($2)',
    [clinicId, body.clinicianIds],
  );
  if (known.length < new Set(body.clinicianIds).size) throw new Missing('clinician');
  refuseIfAny([
    ...(documents.has(body.proofId)
      ? []
      : [refusal('proof_unknown', 'Attach the signed estimate to this case first.', 'proofId')]),
    ...(body.waiverId === undefined || documents.has(body.waiverId)
      ? []
      : [refusal('waiver_unknown', 'Attach the waiver to this case first.', 'waiverId')]),
  ]);
}
