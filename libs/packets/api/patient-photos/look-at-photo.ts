import type { AcceptPatientPhoto, SetPatientPhotoAside } from '@stipple/contracts';
import { Command, Missing } from '@stipple/database';
import { type PatientPhotoState, patientPhotoLifecycle, photoTitle } from '@stipple/domain';
import { type CaseInHand, withCase } from '@stipple/moves';
import { recordKeptFile } from '../add-document';
import { recordDetails } from '../photos/describe-photo';
import { PatientPhotoEntity } from './patient-photo.entity';

interface FoundPhoto {
  readonly id: string;
  readonly state: PatientPhotoState;
  readonly seq: number;
  readonly fileSha256: Buffer;
  readonly sentOn: string;
  readonly allowsPayer: boolean;
}

/**
 * Takes a patient’s photograph into the record, as whoever looked at it describes it. Only from here on is it evidence, and
 * only with the patient’s own consent can it go to the payer.
 */
export function acceptPhoto(
  command: Command,
  id: string,
  { version, title, takenOn, view, showsScale }: AcceptPatientPhoto,
): Promise<void> {
  return withPhoto(command, id, async (hand, photo) => {
    const about = {
      kind: 'photo',
      title: title ?? photoTitle({ view, showsScale }),
      datedOn: takenOn,
    } as const;
    const documentId = await recordKeptFile(hand, about, photo.fileSha256);
    await recordDetails(hand, documentId, {
      ...{ takenOn, view, showsScale },
      consentUses: photo.allowsPayer ? ['record', 'payer'] : ['record'],
      consentBy: 'patient',
      consentOn: photo.sentOn,
    });
    await hand.advance(patientPhotoLifecycle, PatientPhotoEntity, photo, 'accept', {
      to: 'accepted',
      version,
      set: { documentId },
      data: { documentId, view },
    });
  });
}

/** Leaves it out of the record. The patient reads that it could not be used; the reason is the clinic’s. */
export function setPhotoAside(
  command: Command,
  id: string,
  { version, reason }: SetPatientPhotoAside,
): Promise<void> {
  return withPhoto(command, id, async (hand, photo) => {
    await hand.advance(patientPhotoLifecycle, PatientPhotoEntity, photo, 'set_aside', {
      to: 'set_aside',
      version,
      set: { setAsideBecause: reason },
      data: { reason },
    });
  });
}

const foundSql = /* sql */ `
SELECT id, case_id AS "caseId", state, seq, file_sha256 AS "fileSha256", sent_on::text AS "sentOn", allows_payer AS "allowsPayer"
  FROM stipple.patient_photo WHERE clinic_id = $1 AND id = $2`;

/** Read once to know the case, and again under its lock. */
async function withPhoto(
  command: Command,
  id: string,
  work: (hand: CaseInHand, photo: FoundPhoto) => Promise<void>,
): Promise<void> {
  const read = async () => {
    const values = [command.who.clinicId, id];
    const [photo]: (FoundPhoto & { caseId: string })[] = await command.tx.query(foundSql, values);
    if (photo === undefined) throw new Missing('photograph');
    return photo;
  };
  const { caseId } = await read();
  await withCase(command, caseId, async (hand) => work(hand, await read()));
}
