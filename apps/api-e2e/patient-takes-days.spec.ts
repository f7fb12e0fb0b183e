import { CasePatient } from './case-patient';
import { Stage, openStage } from './harness';
import { planOf } from './ledger-story';
import { Patient, sendLink } from './patient-story';
import { readCalendar } from './read-calendar';
import { issuedAgreement } from './self-pay-story';
import { Team, booking, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const compact = (day: string) => day.replaceAll('-', '');
const days = (count: number) => compact(today(team.clinic.timeZone, count));

/** Signed on screen; the visit that signed goes on. */
async function signedOnScreen(bodySite: string) {
  const caseId = await openCase(team, { planType: 'none', bodySite });
  const id = await issuedAgreement(team, caseId);
  const patient = new CasePatient(team.coordinator);
  await patient.opens(await sendLink(team, id), undefined, 'your-estimate');
  const { body } = await patient.looks('your-estimate');
  const signed = await team.coordinator.send(
    'POST',
    '/api/your-estimate/signatures',
    JSON.stringify({
      sha256: (body as { sha256: string }).sha256,
      signerName: 'Alpha Testpatient',
      agrees: true,
    }),
    { ...patient.headers, 'content-type': 'application/json', 'idempotency-key': `sign-${bodySite}` },
  );
  expect(signed.status).toBe(204);
  return { caseId, path: `/api/self-pay-agreements/${id}`, patient };
}

/** As bytes: two downloads of the same are the same. */
async function file(patient: CasePatient, language = 'en'): Promise<string> {
  const { headers } = patient;
  const answer = await fetch(`${stage.url}/api/your-estimate/calendar?language=${language}`, { headers });
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  return answer.text();
}
const entries = async (patient: CasePatient, language?: string) =>
  readCalendar(await file(patient, language)).events.map((event) => Object.fromEntries(event));

it('gives the days of the agreed plan as whole days, and the visit as a time, without saying what for or how much', async () => {
  const { caseId, path, patient } = await signedOnScreen('hand');
  await team.coordinator.make(`${path}/payment-plans`, planOf(team, { count: 3, every: 'two_weeks' }));
  await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 20, 9));
  const calendar = await file(patient);
  expect(calendar).toContain(`DTSTART;VALUE=DATE:${days(14)}\r\n`);
  const events = await entries(patient);
  expect(events.map((event) => [event['SUMMARY'], event['DTSTART']?.slice(0, 8), event['STATUS']])).toEqual([
    ['Payment to Scar Clinic', days(0), 'CONFIRMED'],
    ['Payment to Scar Clinic', days(14), 'CONFIRMED'],
    ['Payment to Scar Clinic', days(28), 'CONFIRMED'],
    ['Appointment at Scar Clinic', days(20), 'CONFIRMED'],
  ]);
  expect(calendar).not.toMatch(/needl|\$|17999|Room|Testpatient/i);
  expect((await entries(patient, 'es'))[3]?.['SUMMARY']).toBe('Cita en Scar Clinic');
  // What it says was so then, and not when it is asked: the same download twice is the same file.
  expect(await file(patient)).toBe(calendar);
});

it('moves what was taken before, and takes away what is no more', async () => {
  const { caseId, path, patient } = await signedOnScreen('wrist');
  await team.coordinator.make(`${path}/payment-plans`, planOf(team, { count: 3, every: 'month' }));
  const session = await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 21, 10));
  const before = await entries(patient);
  await team.coordinator.make(`${path}/payment-plans`, planOf(team, { count: 2, every: 'week' }));
  await team.coordinator.move(`/api/sessions/${session}/cancellations`, { version: 1, reason: 'Ill' });
  const after = await entries(patient);
  expect(after.map((event) => event['UID'])).toEqual(before.map((event) => event['UID']));
  expect(after.map((event) => [event['STATUS'], event['SEQUENCE']])).toEqual([
    ['CONFIRMED', '1'],
    ['CONFIRMED', '1'],
    ['CANCELLED', '1'],
    ['CANCELLED', '1'],
  ]);
});

it('is for whoever came by the link alone', async () => {
  const answer = await fetch(`${stage.url}/api/your-estimate/calendar`);
  expect(answer.status).toBe(410);
  expect((await new Patient(stage).looks()).status).toBe(410);
});
