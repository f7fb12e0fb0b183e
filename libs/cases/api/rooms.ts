import { randomUUIDv7 } from 'node:crypto';
import type { AddRoom, ChangeRoom } from '@stipple/contracts';
import { Command, Missing, Refused } from '@stipple/database';
import { refusal } from '@stipple/domain';

export async function addRoom(command: Command, { name }: AddRoom): Promise<{ id: string }> {
  const id = randomUUIDv7();
  await command.tx.query('INSERT INTO stipple.room (clinic_id, id, name) VALUES ($1, $2, $3)', [
    command.who.clinicId,
    id,
    name,
  ]);
  command.audit({ action: 'room.add', subject: 'room', subjectId: id, caseId: null });
  return { id };
}

/** Renames a room, gives it up, or takes it back. One with sessions ahead is not given up. */
export async function changeRoom(command: Command, id: string, { name, inUse }: ChangeRoom): Promise<void> {
  const { clinicId } = command.who;
  const [changed]: [unknown[], number] = await command.tx.query(
    'UPDATE stipple.room SET name = $3, in_use = $4 WHERE clinic_id = $1 AND id = $2 RETURNING id',
    [clinicId, id, name, inUse],
  );
  if (changed.length === 0) throw new Missing('room');
  if (!inUse) await refuseIfBooked(command, id, name);
  command.audit({ action: 'room.change', subject: 'room', subjectId: id, caseId: null, detail: { inUse } });
}

async function refuseIfBooked(command: Command, id: string, name: string): Promise<void> {
  const [row]: { ahead: number }[] = await command.tx.query(
    `SELECT count(*)::int AS ahead FROM stipple.treatment_session
      WHERE clinic_id = $1 AND room_id = $2 AND hold = 'live' AND ends_at > now()`,
    [command.who.clinicId, id],
  );
  const ahead = row?.ahead ?? 0;
  if (ahead === 0) return;
  const sessions = ahead === 1 ? 'One session is' : `${ahead} sessions are`;
  throw new Refused([
    refusal(
      'room_booked',
      `${sessions} booked in ${name}. Move ${ahead === 1 ? 'it' : 'them'} to another room first.`,
    ),
  ]);
}
