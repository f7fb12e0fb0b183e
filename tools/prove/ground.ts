import { randomUUIDv7 } from 'node:crypto';
import { makeClinic } from '@stipple/testing';
import pg from 'pg';

/** A clinic as far as bookings need it: its people, its zone and what every case shares. */
export interface Ground {
  readonly clinicId: string;
  readonly timeZone: string;
  readonly coordinatorId: string;
  readonly physicianId: string;
  readonly otherPhysicianId: string;
  readonly managerId: string;
  readonly patientId: string;
  readonly coverageId: string;
  readonly payerId: string;
}

export interface Rooms {
  readonly rooms: readonly string[];
  readonly clinicians: readonly string[];
}

/** The hash under which every paper of the proof is filed; nobody looks into them. */
export const paper = '\\x' + '00'.repeat(32);

export async function prepareGround(owner: pg.Pool, name: string): Promise<Ground> {
  const clinic = await makeClinic(owner, name);
  const otherPhysicianId = randomUUIDv7();
  await owner.query(
    `INSERT INTO stipple.staff (clinic_id, id, name, email, password_hash) VALUES ($1, $2, 'Dr. Other', $3, '-')`,
    [clinic.id, otherPhysicianId, `${otherPhysicianId}@clinic.test`],
  );
  await owner.query(
    `INSERT INTO stipple.staff_role (clinic_id, staff_id, role) VALUES ($1, $2, 'physician')`,
    [clinic.id, otherPhysicianId],
  );
  await owner.query(
    `INSERT INTO stipple.stored_file (clinic_id, sha256, bytes, media_type) VALUES ($1, $2, 1, 'application/pdf')`,
    [clinic.id, paper],
  );
  return {
    clinicId: clinic.id,
    timeZone: clinic.timeZone,
    coordinatorId: clinic.coordinator.id,
    physicianId: clinic.physician.id,
    otherPhysicianId,
    managerId: clinic.manager.id,
    patientId: clinic.patientId,
    coverageId: clinic.coverageId,
    payerId: clinic.payerId,
  };
}

/** Rooms and clinicians of one's own, so that only those who mean to get in each other's way do. */
export async function furnish(owner: pg.Pool, ground: Ground, count: number): Promise<Rooms> {
  const rooms = Array.from({ length: count }, () => randomUUIDv7());
  const clinicians = Array.from({ length: count }, () => randomUUIDv7());
  await owner.query(
    `INSERT INTO stipple.room (clinic_id, id, name) SELECT $1, id, 'Room ' || id FROM unnest($2::uuid[]) id`,
    [ground.clinicId, rooms],
  );
  await owner.query(
    `INSERT INTO stipple.provider (clinic_id, id, name, practices_here) SELECT $1, id, 'Clinician', true FROM unnest($2::uuid[]) id`,
    [ground.clinicId, clinicians],
  );
  return { rooms, clinicians };
}

/** A calendar day of the clinic, counted from its today. */
export function day({ timeZone }: Ground, days: number): string {
  return Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate().add({ days }).toString();
}

/** A point in time on such a day. */
export function at({ timeZone }: Ground, days: number, minute: number): string {
  const start = Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate().add({ days });
  return start.toZonedDateTime(timeZone).add({ minutes: minute }).toInstant().toString();
}

/** A point in time shortly from now, on today's date of the clinic. */
export function soon(minutes: number): string {
  return Temporal.Now.instant()
    .add({ seconds: Math.round(minutes * 60) })
    .toString();
}
