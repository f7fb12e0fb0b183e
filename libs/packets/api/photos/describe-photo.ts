import type { AddPhoto, DescribePhoto } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import { PhotoDetails, photoDetailLifecycle, photoRefusals, photoTitle, refusal } from '@stipple/domain';
import { SafeFile } from '@stipple/files';
import { CaseInHand, withCase } from '@stipple/moves';
import { recordDocument } from '../add-document';
import { PhotoDetailEntity } from './photo-detail.entity';

type Stated = Omit<AddPhoto, 'title'>;

/** Takes a photograph in together with what is known of it. */
export function addPhoto(
  command: Command,
  caseId: string,
  body: AddPhoto,
  file: SafeFile,
): Promise<{ id: string }> {
  const { title, ...stated } = body;
  return withCase(command, caseId, async (hand) => {
    const document = { kind: 'photo' as const, title: title ?? photoTitle(stated), datedOn: stated.takenOn };
    const id = await recordDocument(hand, document, file);
    await recordDetails(hand, id, stated);
    return { id };
  });
}

/** States what is known of a photograph that is on file, or corrects what was stated. Returns the id of the statement. */
export async function describePhoto(
  command: Command,
  id: string,
  body: DescribePhoto,
): Promise<{ id: string }> {
  const { correctsId, reason, ...stated } = body;
  const [photo]: { case_id: string; detail_id: string | null }[] = await command.tx.query(photoSql, [
    command.who.clinicId,
    id,
  ]);
  if (photo === undefined) throw new Missing('photograph');
  return withCase(command, photo.case_id, async (hand) => {
    if (photo.detail_id !== (correctsId ?? null))
      refuseIfAny([
        refusal('described_meanwhile', 'Somebody has described this photograph meanwhile; look at it again.'),
      ]);
    return { id: await recordDetails(hand, id, stated, { correctsId, reason }) };
  });
}

export async function recordDetails(
  hand: CaseInHand,
  documentId: string,
  stated: Stated,
  { correctsId, reason }: { correctsId?: string; reason?: string } = {},
): Promise<string> {
  const details = withoutIdleConsent(stated);
  refuseIfAny(photoRefusals(details, hand.facts.clock, await birthDate(hand)));
  const row = {
    ...details,
    consentUses: [...details.consentUses],
    documentId,
    correctsId: correctsId ?? null,
    correctionReason: reason ?? null,
  };
  const { takenOn, view } = details;
  return hand.create(photoDetailLifecycle, 'record', PhotoDetailEntity, row, {
    to: 'recorded',
    data: { documentId, takenOn, view, ...(correctsId ? { correctsId } : {}) },
  });
}

/** Who gave consent, and when, says something only where there is consent; a name only of a guardian. */
function withoutIdleConsent({
  consentUses,
  consentBy,
  consentName,
  consentOn,
  ...rest
}: Stated): PhotoDetails {
  const given = consentUses.length > 0;
  return {
    ...rest,
    consentUses: [...new Set(consentUses)],
    consentBy: (given && consentBy) || null,
    consentName: (given && consentBy === 'guardian' && consentName) || null,
    consentOn: (given && consentOn) || null,
  };
}

async function birthDate({ caseId, command }: CaseInHand): Promise<string> {
  const [row]: { born: string }[] = await command.tx.query(
    `SELECT p.birth_date::text AS born FROM stipple.treatment_case c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
      WHERE c.clinic_id = $1 AND c.id = $2`,
    [command.who.clinicId, caseId],
  );
  return row?.born ?? '';
}

const photoSql = /* sql */ `
SELECT d.case_id, p.detail_id FROM stipple.case_document d
  LEFT JOIN stipple.photo p ON (p.clinic_id, p.id) = (d.clinic_id, d.id)
 WHERE d.clinic_id = $1 AND d.id = $2 AND d.kind = 'photo'`;
