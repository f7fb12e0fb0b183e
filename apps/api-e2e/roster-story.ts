import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { RosterImportStanding } from '@stipple/contracts';
import type { TestClinic } from '@stipple/testing';
import pg from 'pg';
import { Browser, mustBe } from './browser';

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

/** Sends one small file of patients and waits until it has been looked through. */
export async function beginImport(coordinator: Browser): Promise<string> {
  const form = new FormData();
  const content = 'Id,BIRTHDATE,FIRST,LAST,GENDER,BIRTHPLACE\nstory-1,1980-02-03,Mai,Alderbrook,F,Dunmere\n';
  form.append('file', new Blob([content]), 'patients.csv');
  const headers = { 'idempotency-key': randomUUID() };
  const { id } = mustBe(
    201,
    await coordinator.send<{ id: string }>('POST', '/api/roster-imports', form, headers),
  );
  const path = `/api/roster-imports/${id}/standing`;
  while (mustBe(200, await coordinator.get<RosterImportStanding>(path)).progress !== null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return id;
}
