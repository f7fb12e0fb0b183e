import type { SignAgreement } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { refusal, selfPayLifecycle } from '@stipple/domain';
import { CaseInHand, withSubject } from '@stipple/moves';
import { refuseUnknownClinicians, unknownWaiver } from './refuse-unknown';
import { takeSignature } from './take-signature';

/** Records that the patient signed the estimate on paper. */
export function signAgreement(command: Command, id: string, body: SignAgreement): Promise<void> {
  return withSubject(command, selfPayLifecycle, id, async (hand, found) => {
    const { clinicianIds, proofId, waiverId = null } = body;
    await refuseUnknownClinicians(hand, clinicianIds);
    refuseIfAny([...unknownProof(hand, proofId), ...unknownWaiver(hand, body.waiverId)]);
    const how = { witnessId: command.who.staffId, proofId, linkId: null };
    await takeSignature(hand, found, { ...body, waiverId, how });
  });
}

function unknownProof({ facts }: CaseInHand, proofId: string) {
  return facts.documents.some(({ id }) => id === proofId)
    ? []
    : [refusal('proof_unknown', 'Attach the signed estimate to this case first.', 'proofId')];
}
