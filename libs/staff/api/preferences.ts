import type { ChangePreferences, Preferences } from '@stipple/contracts';
import { ClinicDatabase, Command, Principal } from '@stipple/database';
import { changePreferences, understoodPreferences } from '@stipple/domain';

const chosenSql = 'SELECT chosen FROM stipple.staff_preference WHERE clinic_id = $1 AND staff_id = $2';

/** The settings of whoever asks; whoever never chose any has the plain ones. */
export async function readPreferences(db: ClinicDatabase, who: Principal): Promise<Preferences> {
  const [row] = await db.read<{ chosen: unknown }>(who, {
    name: 'preferences',
    text: chosenSql,
    values: [who.clinicId, who.staffId],
  });
  return writable(row?.chosen);
}

/** Changes what is named and keeps the rest, so that two browsers of one person do not undo each other. */
export async function setPreferences(command: Command, change: ChangePreferences): Promise<void> {
  const { clinicId, staffId } = command.who;
  const key = [clinicId, staffId];
  await command.tx.query(
    'INSERT INTO stipple.staff_preference (clinic_id, staff_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    key,
  );
  const [row]: { chosen: unknown }[] = await command.tx.query(`${chosenSql} FOR UPDATE`, key);
  await command.tx.query(
    'UPDATE stipple.staff_preference SET chosen = $3, changed_at = now() WHERE clinic_id = $1 AND staff_id = $2',
    [...key, JSON.stringify(changePreferences(understoodPreferences(row?.chosen), change))],
  );
  const note = { action: 'staff.change_preferences', subject: 'staff', subjectId: staffId, caseId: null };
  command.audit({ ...note, detail: { changed: Object.keys(change) } });
}

function writable(chosen: unknown): Preferences {
  const { keys, putAway, ...rest } = understoodPreferences(chosen);
  const writableKeys = Object.fromEntries(Object.entries(keys).map(([id, list]) => [id, [...list]]));
  return { ...rest, keys: writableKeys, putAway: [...putAway] };
}
