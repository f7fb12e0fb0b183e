import { ClinicDatabase, Principal } from '@stipple/database';
import type { PhotoRecord } from '@stipple/domain';

const sourcesSql = /* sql */ `
SELECT id, taken_on::text AS "takenOn", consented, shows_scale AS "hasScale" FROM stipple.photo
 WHERE clinic_id = $1 AND case_id = $2 ORDER BY id`;

/** The photographs of a case as facts are derived from them. One that nobody has described is no evidence yet. */
export function photoSources(
  db: ClinicDatabase,
  who: Principal,
  caseId: string,
): Promise<readonly PhotoRecord[]> {
  return db.read<PhotoRecord>(who, {
    name: 'photo_sources',
    text: sourcesSql,
    values: [who.clinicId, caseId],
  });
}
