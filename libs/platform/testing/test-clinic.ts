import { argon2Sync, randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Role } from '@stipple/domain';
import pg from 'pg';

export const password = 'a long enough password';

/** Cheap on purpose: what is tested is not how slow the hash is. */
const passwordHash = (() => {
  const salt = randomBytes(16);
  const cost = { memory: 64, passes: 1, parallelism: 1, tagLength: 32 };
  const tag = argon2Sync('argon2id', { message: password, nonce: salt, ...cost });
  const encode = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=64,t=1,p=1$${encode(salt)}$${encode(tag)}`;
})();

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A clinic with one person per role, two clinicians, two rooms, one payer and one covered patient. */
export interface TestClinic {
  readonly id: string;
  readonly timeZone: string;
  readonly coordinator: TestPerson;
  readonly physician: TestPerson;
  readonly manager: TestPerson;
  readonly administrator: TestPerson;
  readonly clinicianId: string;
  readonly otherClinicianId: string;
  readonly roomId: string;
  readonly otherRoomId: string;
  readonly payerId: string;
  readonly patientId: string;
  readonly coverageId: string;
}

/** Where it is the middle of the day right now, so that “later today” exists whenever the tests run. */
export function middayZone(now = new Date()): string {
  // Zones reach from twelve hours behind UTC to fourteen ahead of it.
  const hours = 10 - now.getUTCHours();
  const ahead = hours < -11 ? hours + 24 : hours;
  // POSIX writes these zones the other way round: Etc/GMT-3 is three hours ahead of UTC.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** Makes a clinic as its owner would, ready to work in. */
export async function makeClinic(
  owner: pg.Pool,
  name = 'Scar Clinic',
  timeZone = middayZone(),
): Promise<TestClinic> {
  const id = randomUUIDv7();
  const key = id.slice(-8);
  await owner.query('INSERT INTO stipple.clinic (id, name, time_zone) VALUES ($1, $2, $3)', [
    id,
    name,
    timeZone,
  ]);
  await owner.query(`INSERT INTO stipple.audit_head (clinic_id, seq, hash) VALUES ($1, 0, sha256(''))`, [id]);
  const person = async (role: Role, personName: string): Promise<TestPerson> => {
    const staffId = randomUUIDv7();
    const email = `${role}.${key}@clinic.test`;
    await owner.query(
      'INSERT INTO stipple.staff (clinic_id, id, name, email, password_hash) VALUES ($1, $2, $3, $4, $5)',
      [id, staffId, personName, email, passwordHash],
    );
    await owner.query('INSERT INTO stipple.staff_role (clinic_id, staff_id, role) VALUES ($1, $2, $3)', [
      id,
      staffId,
      role,
    ]);
    return { id: staffId, name: personName, email, password };
  };
  const make = async (sql: string, ...values: unknown[]): Promise<string> => {
    const { rows } = await owner.query<{ id: string }>(`${sql} RETURNING id`, [id, ...values]);
    return rows[0]?.id ?? '';
  };
  const coordinator = await person('coordinator', 'Billie Coordinator');
  const physician = await person('physician', 'Dr. Pat Physician');
  const manager = await person('manager', 'Max Manager');
  const administrator = await person('administrator', 'Ada Administrator');
  await owner.query(
    `INSERT INTO stipple.billing_identity (clinic_id, version, name, tin, street, city, state, postal_code, entered_by) VALUES ($1, 1, $2, '123456789', '1 Harbor Street', 'Boston', 'MA', '02110', $3)`,
    [id, name, manager.id],
  );
  const payerId = await make(
    `INSERT INTO stipple.payer (clinic_id, name, phone) VALUES ($1, 'Test Health Plan', '555-0100')`,
  );
  const patientId = await make(
    `INSERT INTO stipple.patient (clinic_id, record_number, given_name, family_name, birth_date) VALUES ($1, $2, 'Alpha', 'Testpatient', '1980-01-01')`,
    `T-${key}`,
  );
  return {
    id,
    timeZone,
    coordinator,
    physician,
    manager,
    administrator,
    payerId,
    patientId,
    clinicianId: await make(
      `INSERT INTO stipple.provider (clinic_id, name, npi, staff_id, practices_here) VALUES ($1, 'Dr. Pat Physician', '1234567893', $2, true)`,
      physician.id,
    ),
    otherClinicianId: await make(
      `INSERT INTO stipple.provider (clinic_id, name, practices_here) VALUES ($1, 'Other Clinician', true)`,
    ),
    roomId: await make(`INSERT INTO stipple.room (clinic_id, name) VALUES ($1, 'Room 1')`),
    otherRoomId: await make(`INSERT INTO stipple.room (clinic_id, name) VALUES ($1, 'Room 2')`),
    coverageId: await make(
      `INSERT INTO stipple.coverage (clinic_id, patient_id, payer_id, member_id, starts_on) VALUES ($1, $2, $3, $4, '2020-01-01')`,
      patientId,
      payerId,
      `M-${key}`,
    ),
  };
}
