import { Missing } from '@stipple/database';
import { Refusal, refusal } from '@stipple/domain';
import type { CaseInHand } from '@stipple/moves';

/** @throws Missing when a clinician is not of this clinic */
export async function refuseUnknownClinicians(
  { command }: CaseInHand,
  clinicianIds: readonly string[],
): Promise<void> {
  const known: unknown[] = await command.tx.query(
    'SELECT id FROM stipple.provider WHERE clinic_id = $1 AND id = ANY ($2)',
    [command.who.clinicId, clinicianIds],
  );
  if (known.length < new Set(clinicianIds).size) throw new Missing('clinician');
}

export function unknownWaiver({ facts }: CaseInHand, waiverId: string | undefined): readonly Refusal[] {
  return waiverId === undefined || facts.documents.some(({ id }) => id === waiverId)
    ? []
    : [refusal('waiver_unknown', 'Attach the waiver to this case first.', 'waiverId')];
}
