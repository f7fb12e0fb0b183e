import { CaseInHand } from './case-in-hand';
import { SignatureEntity } from './rows/signature.entity';

type Signed = Pick<SignatureEntity, 'subject' | 'subjectId' | 'seq' | 'contentHash' | 'letterVersion'>;

/** Puts the signing physician's name under a content hash. Comes after the move that signs, whose event it names. */
export async function recordSignature(hand: CaseInHand, signed: Signed): Promise<void> {
  const { clinicId, staffId } = hand.command.who;
  await hand.command.tx.insert(SignatureEntity, {
    ...signed,
    clinicId,
    caseId: hand.caseId,
    signerId: staffId,
  });
}
