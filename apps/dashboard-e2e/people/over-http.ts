import { Browser } from '@stipple/api-e2e/browser';
import type { Team } from '@stipple/api-e2e/story';
import { addPatient } from '@stipple/api-e2e/roster-story';
import { makeClinic } from '@stipple/testing';
import pg from 'pg';
import type { RunningStage } from '../stage';

/** The same people over HTTP, for what is not this test's matter. */
export async function overHttp({ url, clinic }: RunningStage): Promise<Team> {
  const enter = (person: { id: string; name: string; email: string; password: string }) =>
    Browser.signIn(url, person);
  return {
    clinic,
    coordinator: await enter(clinic.coordinator),
    physician: await enter(clinic.physician),
    manager: await enter(clinic.manager),
    administrator: await enter(clinic.administrator),
  };
}

/** A patient whom no other test of this worker touches: “<family>, Alpha”. */
export async function newPatient(
  stage: RunningStage,
  family: string,
): Promise<{ patientId: string; coverageId: string }> {
  const owner = new pg.Pool({ connectionString: stage.ownerUrl, max: 1 });
  try {
    return await addPatient(owner, stage.clinic, { family, given: 'Alpha' });
  } finally {
    await owner.end();
  }
}

/** The stage with a clinic that no other test of this worker knows: for what theirs may already be too full for. */
export async function ownClinic(stage: RunningStage, timeZone?: string): Promise<RunningStage> {
  const owner = new pg.Pool({ connectionString: stage.ownerUrl, max: 1 });
  try {
    return { ...stage, clinic: await makeClinic(owner, 'Clinic of its own', timeZone) };
  } finally {
    await owner.end();
  }
}

/** Makes another payer the one of a coverage: one that no other test of this worker writes policies for. */
export async function coveredBy(
  { ownerUrl }: RunningStage,
  coverageId: string,
  payerId: string,
): Promise<void> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  await owner.query('UPDATE stipple.coverage SET payer_id = $2 WHERE id = $1', [coverageId, payerId]);
  await owner.end();
}

/** A report that is scheduled, and a run of it as its job would have entered it today. */
export async function reportRun({ ownerUrl, clinic }: RunningStage, { manager }: Team): Promise<string> {
  const schedule = { name: 'Monday numbers', query: 'mode=event', format: 'xlsx', every: 'week', on: 1 };
  const reportId = await manager.make('/api/scheduled-reports', {
    ...schedule,
    recipients: [clinic.coordinator.id],
  });
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    const { rows } = await owner.query<{ id: string }>(
      `INSERT INTO stipple.report_run (clinic_id, report_id, on_day, name, query, format)
       SELECT clinic_id, id, current_date, name, query, format FROM stipple.scheduled_report WHERE id = $1 RETURNING id`,
      [reportId],
    );
    return rows[0]?.id ?? '';
  } finally {
    await owner.end();
  }
}
