import { randomUUIDv7 } from 'node:crypto';
import type { SaveView, SavedView } from '@stipple/contracts';
import { ClinicDatabase, Command, Missing, Principal, refuseIfAny } from '@stipple/database';
import { refusal } from '@stipple/domain';

/** More than fit on a screen are no help to find anything. */
const most = 30;

export async function readSavedViews(db: ClinicDatabase, who: Principal): Promise<SavedView[]> {
  const rows = await db.read<SavedView>(who, {
    name: 'saved_views',
    text: 'SELECT id, name, query FROM stipple.saved_view WHERE clinic_id = $1 AND staff_id = $2 ORDER BY id',
    values: [who.clinicId, who.staffId],
  });
  return [...rows];
}

export async function saveView(command: Command, { name, query }: SaveView): Promise<{ id: string }> {
  const { tx, who } = command;
  // Under the lock of the person's own row, so that two windows do not save the thirty-first together.
  await tx.query('SELECT 1 FROM stipple.staff WHERE clinic_id = $1 AND id = $2 FOR UPDATE', mine(who));
  const [{ count } = { count: 0 }]: { count: number }[] = await tx.query(
    'SELECT count(*)::int AS count FROM stipple.saved_view WHERE clinic_id = $1 AND staff_id = $2',
    mine(who),
  );
  if (count >= most)
    refuseIfAny([
      refusal('too_many_views', `You have ${most} saved views; remove one before you save another.`),
    ]);
  await refuseTwins(command, null, name);
  const id = randomUUIDv7();
  await tx.query(
    'INSERT INTO stipple.saved_view (clinic_id, id, staff_id, name, query) VALUES ($1, $3, $2, $4, $5)',
    [...mine(who), id, name, query],
  );
  noted(command, 'queue.save_view', id);
  return { id };
}

export async function changeView(command: Command, id: string, { name, query }: SaveView): Promise<void> {
  await refuseTwins(command, id, name);
  const [, changed]: [unknown, number] = await command.tx.query(
    'UPDATE stipple.saved_view SET name = $4, query = $5 WHERE clinic_id = $1 AND staff_id = $2 AND id = $3',
    [...mine(command.who), id, name, query],
  );
  if (changed === 0) throw new Missing('saved view');
  noted(command, 'queue.save_view', id);
}

export async function removeView(command: Command, id: string): Promise<void> {
  const [, removed]: [unknown, number] = await command.tx.query(
    'DELETE FROM stipple.saved_view WHERE clinic_id = $1 AND staff_id = $2 AND id = $3',
    [...mine(command.who), id],
  );
  if (removed === 0) throw new Missing('saved view');
  noted(command, 'queue.remove_view', id);
}

async function refuseTwins({ tx, who }: Command, id: string | null, name: string): Promise<void> {
  const twins: unknown[] = await tx.query(
    'SELECT 1 FROM stipple.saved_view WHERE clinic_id = $1 AND staff_id = $2 AND lower(name) = lower($3) AND id IS DISTINCT FROM $4::uuid',
    [...mine(who), name, id],
  );
  if (twins.length > 0)
    refuseIfAny([refusal('name_taken', 'You have a saved view of this name already.', 'name')]);
}

const mine = (who: Principal): readonly [string, string] => [who.clinicId, who.staffId];

function noted(command: Command, action: string, subjectId: string): void {
  command.audit({ action, subject: 'saved_view', subjectId, caseId: null });
}
