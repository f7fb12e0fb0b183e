import { randomUUID } from 'node:crypto';
import type { Role } from '@stipple/domain';
import type { TestPerson } from '@stipple/testing';
import pg from 'pg';
import type { RunningStage } from '../stage';

/** A clinic that no other test touches, with one person per role and two clinicians, and nothing else. */
export async function ownClinic(
  { ownerUrl, clinic }: RunningStage,
  { isDemo = false } = {},
): Promise<{ id: string; owner: pg.Pool; people: Readonly<Record<Role, TestPerson>> }> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const id = randomUUID();
  await owner.query(
    `INSERT INTO stipple.clinic (id, name, time_zone, is_demo) VALUES ($1, 'Own Clinic', 'UTC', $2)`,
    [id, isDemo],
  );
  await owner.query(`INSERT INTO stipple.audit_head (clinic_id, seq, hash) VALUES ($1, 0, sha256(''))`, [id]);
  const hire = async (role: Role): Promise<TestPerson> => {
    const staffId = randomUUID();
    const { password } = clinic.administrator;
    const person = { id: staffId, name: `Own ${role}`, email: `${staffId}@own.test`, password };
    await owner.query(
      `INSERT INTO stipple.staff (clinic_id, id, name, email, password_hash)
       SELECT $1, $2, $3, $4, password_hash FROM stipple.staff WHERE id = $5`,
      [id, staffId, person.name, person.email, clinic.administrator.id],
    );
    await owner.query('INSERT INTO stipple.staff_role (clinic_id, staff_id, role) VALUES ($1, $2, $3)', [
      id,
      staffId,
      role,
    ]);
    return person;
  };
  const people = {
    coordinator: await hire('coordinator'),
    physician: await hire('physician'),
    manager: await hire('manager'),
    administrator: await hire('administrator'),
  };
  await owner.query(
    `INSERT INTO stipple.provider (clinic_id, name, practices_here) VALUES ($1, 'Dr. Own', true), ($1, 'Nurse Own', true)`,
    [id],
  );
  return { id, owner, people };
}
