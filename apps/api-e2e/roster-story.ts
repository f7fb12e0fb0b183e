import { randomUUIDv7 } from 'node:crypto';
import type { TestClinic } from '@stipple/testing';
import pg from 'pg';

/** A patient as the roster import leaves them: with a coverage at the clinic's one payer. */
export async function addPatient(
  owner: pg.Pool,
  clinic: TestClinic,
  {
    family,
    given = 'Test',
    ...more
  }: { family: string; given?: string; recordNumber?: string; memberId?: string },
): Promise<{ patientId: string; coverageId: string }> {
  const [patientId, coverageId] = [randomUUIDv7(), randomUUIDv7()];
  const { recordNumber = `R-${patientId.slice(-12)}`, memberId = `M-${patientId.slice(-12)}` } = more;
  await owner.query(
    `INSERT INTO stipple.patient (clinic_id, id, record_number, given_name, family_name, birth_date) VALUES ($1, $2, $3, $4, $5, '1980-01-01')`,
    [clinic.id, patientId, recordNumber, given, family],
  );
  await owner.query(
    `INSERT INTO stipple.coverage (clinic_id, id, patient_id, payer_id, member_id, starts_on) VALUES ($1, $2, $3, $4, $5, '2020-01-01')`,
    [clinic.id, coverageId, patientId, clinic.payerId, memberId],
  );
  return { patientId, coverageId };
}
