import type { BePresent } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';

/** How long somebody is believed to be there after their last sign of life. The page gives one every ten seconds. */
export const believed = '13 seconds';

/**
 * Notes that somebody has a case open, or still has. It is neither a change nor a read of the case: reading it was
 * entered in the audit trail already.
 *
 * @returns whether others have something new to hear
 */
export async function bePresent(
  db: ClinicDatabase,
  { who, signIn }: { who: Principal; signIn: Buffer },
  { caseId, tab, editing }: BePresent & { caseId: string },
): Promise<boolean> {
  const [row] = await db.read<{ changed: boolean }>(who, {
    name: 'be_present',
    text: `
INSERT INTO stipple.case_presence (clinic_id, staff_id, tab, case_id, editing, sign_in)
SELECT $1, $2, $3, c.id, $5, $6 FROM stipple.treatment_case c WHERE c.clinic_id = $1 AND c.id = $4
    ON CONFLICT (clinic_id, staff_id, tab) DO UPDATE SET case_id = $4, editing = $5, sign_in = $6, seen_at = now()
RETURNING old.seen_at IS NULL OR old.seen_at < now() - $7::interval OR (old.case_id, old.editing) IS DISTINCT FROM (new.case_id, new.editing) AS changed`,
    values: [who.clinicId, who.staffId, tab, caseId, editing, signIn, believed],
  });
  if (row === undefined) throw new Missing('case');
  return row.changed;
}

/**
 * Somebody has left, or their stream has ended and they have not come back since. What nobody believes any more is
 * swept out with it.
 *
 * @param silentSeconds only if nothing was heard of them for so long
 */
export async function leave(
  db: ClinicDatabase,
  who: Principal,
  { tab, silentSeconds }: { tab: string; silentSeconds: number },
): Promise<boolean> {
  const gone = await db.read<{ own: boolean }>(who, {
    name: 'leave',
    text: `
DELETE FROM stipple.case_presence WHERE clinic_id = $1
   AND (seen_at < now() - interval '1 minute' OR (staff_id = $2 AND tab = $3 AND seen_at <= now() - make_interval(secs => $4)))
RETURNING tab = $3 AS own`,
    values: [who.clinicId, who.staffId, tab, silentSeconds],
  });
  return gone.some(({ own }) => own);
}
