import type { SignOnScreen } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { refusal, selfPayLifecycle } from '@stipple/domain';
import { withSubject } from '@stipple/moves';
import { type PatientVisit, visitOver } from '@stipple/patient-api';
import { signedEstimate, takeSignature } from '../take-signature';

interface OpenLink {
  readonly clinicianIds: readonly string[];
  readonly waiverId: string | null;
}

/**
 * The patient signs what is on their screen. It goes the way of a signature on paper and opens the same clearance; the
 * case is locked before the link is looked at again, so that one taken back a moment ago signs nothing.
 */
export function signOnScreen(
  command: Command,
  { agreementId, linkId }: PatientVisit,
  { sha256, signerName, withheldFromPayer }: SignOnScreen,
): Promise<void> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand, found) => {
    const [link]: OpenLink[] = await command.tx.query(
      `SELECT clinician_ids AS "clinicianIds", waiver_id AS "waiverId" FROM stipple.patient_link
        WHERE clinic_id = $1 AND id = $2 AND opened AND ended_at IS NULL AND session_ends_at > now() AND estimate_version = $3`,
      [command.who.clinicId, linkId, found.estimateVersion],
    );
    if (link === undefined) throw visitOver();
    const { contentHash } = await signedEstimate(hand, found);
    refuseIfAny(contentHash.toString('hex') === sha256 ? [] : [otherWords]);
    const how = { witnessId: null, proofId: null, linkId };
    await takeSignature(hand, found, { version: found.seq, signerName, withheldFromPayer, ...link, how });
    const about = { subject: 'self_pay_agreement', subjectId: agreementId, caseId: hand.caseId };
    command.audit({ action: 'patient_link.sign', ...about, detail: { link: linkId } });
  });
}

const otherWords = refusal(
  'estimate_changed',
  'This is not the estimate that you were given. Load the page again and read it.',
);
