import { createHash } from 'node:crypto';
import { byteaOf } from '../rows';
import type { Story } from '../story';

/** Puts the treating physician's name under a content hash. */
export function addSignature(
  story: Story,
  subject: string,
  of: { id: string; seq: number },
  hash: Buffer,
  letterVersion: number | null,
): void {
  story.rows.add('signature', {
    clinic_id: story.clinic.id,
    subject_id: of.id,
    case_id: story.facts.case.id,
    subject,
    seq: of.seq,
    signer_id: story.cast.physician.staffId,
    content_hash: byteaOf(hash),
    letter_version: letterVersion,
    signed_at: story.now,
  });
}

export const hashOf = (content: string) => createHash('sha256').update(content).digest();
