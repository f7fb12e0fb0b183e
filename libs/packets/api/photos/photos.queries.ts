import type { CasePhotos, PictureQuery } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';

const photosSql = /* sql */ `
SELECT c.id AS "caseId", c.case_number AS "caseNumber", p.family_name || ', ' || p.given_name AS "patientName",
  (now() AT TIME ZONE k.time_zone)::date::text AS today, c.state = 'closed' AS closed,
  (SELECT coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'addedBy', s.name, 'addedAt', d.recorded_at,
      'picture', CASE WHEN i.width IS NOT NULL THEN json_build_object('width', i.width, 'height', i.height) END,
      'details', CASE WHEN x.detail_id IS NOT NULL THEN json_build_object('id', x.detail_id, 'takenOn', x.taken_on, 'view', x.view, 'showsScale', x.shows_scale,
        'consentUses', x.consent_uses, 'consentBy', x.consent_by, 'consentName', x.consent_name, 'consentOn', x.consent_on, 'by', xs.name, 'at', q.recorded_at, 'reason', q.correction_reason) END)
      ORDER BY coalesce(x.taken_on, d.dated_on, d.recorded_at::date) DESC, d.id DESC), '[]')
    FROM stipple.case_document d
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (d.clinic_id, d.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
    LEFT JOIN stipple.stored_picture i ON (i.clinic_id, i.sha256) = (d.clinic_id, d.file_sha256)
    LEFT JOIN stipple.photo x ON (x.clinic_id, x.id) = (d.clinic_id, d.id)
    LEFT JOIN stipple.photo_detail q ON (q.clinic_id, q.id) = (x.clinic_id, x.detail_id)
    LEFT JOIN stipple.case_event xe ON (xe.clinic_id, xe.subject_id, xe.seq) = (x.clinic_id, x.detail_id, 1)
    LEFT JOIN stipple.staff xs ON (xs.clinic_id, xs.id) = (xe.clinic_id, xe.actor_id)
   WHERE (d.clinic_id, d.case_id, d.kind) = (c.clinic_id, c.id, 'photo')) AS photos,
  (SELECT coalesce(json_agg(json_build_object('id', t.id, 'version', t.seq, 'picture', json_build_object('width', i.width, 'height', i.height), 'view', t.view, 'showsScale', t.shows_scale,
      'sentOn', t.sent_on, 'allowsPayer', t.allows_payer, 'consentWords', t.consent_words) ORDER BY t.sent_at, t.id), '[]')
    FROM stipple.patient_photo t JOIN stipple.stored_picture i ON (i.clinic_id, i.sha256) = (t.clinic_id, t.file_sha256)
   WHERE (t.clinic_id, t.case_id, t.state) = (c.clinic_id, c.id, 'waiting')) AS "fromPatient"
FROM stipple.treatment_case c
JOIN stipple.clinic k ON k.id = c.clinic_id
JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
WHERE c.clinic_id = $1 AND c.id = $2`;

export async function readPhotos(db: ClinicDatabase, who: Principal, caseId: string): Promise<CasePhotos> {
  const note = { action: 'photos.read', subject: 'treatment_case', subjectId: caseId, caseId };
  const read = { name: 'case_photos', text: photosSql, values: [who.clinicId, caseId] };
  const [found] = await db.read<CasePhotos>(who, read, note);
  if (found === undefined) throw new Missing('case');
  return found;
}

const columns = {
  small: 'coalesce(i.small_sha256, d.file_sha256)',
  large: 'coalesce(i.large_sha256, d.file_sha256)',
  full: 'd.file_sha256',
} as const;

const pictureSql = (size: PictureQuery['size']) => /* sql */ `
SELECT f.sha256, f.media_type AS "mediaType", d.case_id AS "caseId" FROM stipple.case_document d
  LEFT JOIN stipple.stored_picture i ON (i.clinic_id, i.sha256) = (d.clinic_id, d.file_sha256)
  JOIN stipple.stored_file f ON (f.clinic_id, f.sha256) = (d.clinic_id, ${columns[size]})
 WHERE d.clinic_id = $1 AND d.id = $2 AND d.kind = 'photo' AND f.media_type LIKE 'image/%'`;

export interface PictureFile {
  readonly sha256: Buffer;
  readonly mediaType: string;
  readonly caseId: string;
}

/** Which file shows a photograph at a size. A picture kept before there were smaller copies shows itself. */
export async function findPicture(
  db: ClinicDatabase,
  who: Principal,
  { id, size }: { id: string } & PictureQuery,
): Promise<PictureFile> {
  const read = { name: `picture_${size}`, text: pictureSql(size), values: [who.clinicId, id] };
  const [file] = await db.read<PictureFile>(who, read);
  if (file === undefined) throw new Missing('photograph');
  return file;
}
