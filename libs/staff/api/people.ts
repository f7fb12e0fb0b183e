import { randomUUIDv7 } from 'node:crypto';
import type { AddPerson, ChangePerson, ChangeRoles, Person, ResetPassword } from '@stipple/contracts';
import { ClinicDatabase, Command, Missing, Principal, Refused } from '@stipple/database';
import { refusal } from '@stipple/domain';
import { hashPassword } from './password';

const peopleSql = /* sql */ `
SELECT p.id, p.name, p.email, p.active, CASE WHEN p.locked_until > now() THEN p.locked_until END AS "lockedUntil",
       ARRAY(SELECT r.role FROM stipple.staff_role r WHERE r.clinic_id = p.clinic_id AND r.staff_id = p.id AND r.ended_at IS NULL ORDER BY r.role) AS roles
  FROM stipple.staff p WHERE p.clinic_id = $1 ORDER BY p.active DESC, lower(p.name)`;

export function listPeople(db: ClinicDatabase, who: Principal): Promise<readonly Person[]> {
  return db.read<Person>(who, { name: 'people', text: peopleSql, values: [who.clinicId] });
}

export async function addPerson(command: Command, body: AddPerson): Promise<{ id: string }> {
  const { clinicId } = command.who;
  const id = randomUUIDv7();
  const hash = await hashPassword(body.password);
  await command.tx.query(
    'INSERT INTO stipple.staff (clinic_id, id, name, email, password_hash) VALUES ($1, $2, $3, $4, $5)',
    [clinicId, id, body.name, body.email, hash],
  );
  for (const role of new Set(body.roles)) {
    await command.tx.query('INSERT INTO stipple.staff_role (clinic_id, staff_id, role) VALUES ($1, $2, $3)', [
      clinicId,
      id,
      role,
    ]);
  }
  command.audit({
    action: 'staff.add',
    subject: 'staff',
    subjectId: id,
    caseId: null,
    detail: { roles: body.roles },
  });
  return { id };
}

/** Lets somebody in or keeps them out. Keeping out ends their sign-ins at once; letting in also lifts a lock-out. */
export async function changePerson(command: Command, id: string, { active }: ChangePerson): Promise<void> {
  const { clinicId, staffId } = command.who;
  if (id === staffId && !active)
    throw new Refused([
      refusal('own_account', 'You cannot close your own account; another administrator can.'),
    ]);
  const [changed]: [unknown[], number] = await command.tx.query(
    'UPDATE stipple.staff SET active = $3, failed_tries = 0, locked_until = NULL WHERE clinic_id = $1 AND id = $2 RETURNING id',
    [clinicId, id, active],
  );
  if (changed.length === 0) throw new Missing('person');
  if (!active) await command.tx.query('SELECT stipple.close_sign_ins_of($1)', [id]);
  command.audit({
    action: active ? 'staff.let_in' : 'staff.keep_out',
    subject: 'staff',
    subjectId: id,
    caseId: null,
  });
}

/** Gives and ends roles. An ended role stays on record: signatures of its time refer to it. */
export async function changeRoles(command: Command, id: string, { roles }: ChangeRoles): Promise<void> {
  const { clinicId, staffId } = command.who;
  if (id === staffId && !roles.includes('administrator'))
    throw new Refused([
      refusal(
        'own_account',
        'You cannot end your own administrator role; another administrator can.',
        'roles',
      ),
    ]);
  const known: unknown[] = await command.tx.query(
    'SELECT FROM stipple.staff WHERE clinic_id = $1 AND id = $2 FOR UPDATE',
    [clinicId, id],
  );
  if (known.length === 0) throw new Missing('person');
  const key = [clinicId, id, [...new Set(roles)]];
  await command.tx.query(
    'UPDATE stipple.staff_role SET ended_at = now() WHERE clinic_id = $1 AND staff_id = $2 AND ended_at IS NULL AND NOT role = ANY ($3)',
    key,
  );
  await command.tx.query(
    `INSERT INTO stipple.staff_role (clinic_id, staff_id, role) SELECT $1, $2, unnest($3::text[])
         ON CONFLICT (clinic_id, staff_id, role) DO UPDATE SET ended_at = NULL`,
    key,
  );
  const note = { action: 'staff.change_roles', subject: 'staff', subjectId: id, caseId: null };
  command.audit({ ...note, detail: { roles } });
}

/** A new password for somebody who lost theirs. Ends their sign-ins and any lock-out. */
export async function resetPassword(
  command: Command,
  id: string,
  { password }: ResetPassword,
): Promise<void> {
  const hash = await hashPassword(password);
  const [changed]: [unknown[], number] = await command.tx.query(
    'UPDATE stipple.staff SET password_hash = $3, failed_tries = 0, locked_until = NULL WHERE clinic_id = $1 AND id = $2 RETURNING id',
    [command.who.clinicId, id, hash],
  );
  if (changed.length === 0) throw new Missing('person');
  await command.tx.query('SELECT stipple.close_sign_ins_of($1)', [id]);
  command.audit({ action: 'staff.reset_password', subject: 'staff', subjectId: id, caseId: null });
}
