import type { RecordExtension } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { caseLifecycle, extensionRefusals } from '@stipple/domain';
import { TreatmentCaseEntity, withCase } from '@stipple/moves';

/**
 * Records a payer's written notice that it takes longer. The request stays where it is; what the notice does to the
 * payer's clock the rules say anew at each look, also that it came too late to count.
 */
export function recordExtension(
  command: Command,
  caseId: string,
  { version, ...notice }: RecordExtension,
): Promise<void> {
  const { tx, who } = command;
  return withCase(command, caseId, async (hand) => {
    const { facts } = hand;
    refuseIfAny(extensionRefusals(facts, notice));
    const { requestId, datedOn, because, words, proofId } = notice;
    await hand.advance(caseLifecycle, TreatmentCaseEntity, facts.case, 'record_extension', {
      to: 'open',
      version,
      data: { requestId, datedOn, because, words, proofId },
    });
    await tx.query(
      `INSERT INTO stipple.extension_notice (clinic_id, case_id, request_id, dated_on, because, words, proof_id, staff_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [who.clinicId, caseId, requestId, datedOn, because, words, proofId, who.staffId],
    );
  });
}
