import type { ClinicStart, RoomView } from '@stipple/contracts';
import { foundRealClinic } from '../../tools/seed/found-real-clinic';
import { Browser, Stage, mustBe, openStage } from './harness';
import { addPatient } from './roster-story';
import { benefitCall, newCase, signInTeam } from './story';
import { newEmail } from './world';

const nothing: ClinicStart = {
  coordinator: false,
  physician: false,
  clinician: false,
  room: false,
  patient: false,
  call: false,
  firstCaseId: null,
};
const password = 'long enough to begin with';
let stage: Stage;
let clinicId: string;
let administrator: Browser;
beforeAll(async () => {
  stage = await openStage();
  const email = newEmail();
  const clinic = { name: 'Begun today', timeZone: 'America/New_York', admin: 'Ada Founder', email, password };
  clinicId = await foundRealClinic(stage.db.ownerUrl, clinic);
  administrator = await Browser.signIn(stage.url, { id: '', name: clinic.admin, email, password });
});
afterAll(() => stage.close());

const startOf = async (browser = administrator) => mustBe(200, await browser.get<ClinicStart>('/api/start'));

/** Somebody of the new clinic, signed in. */
async function hire(role: string): Promise<{ id: string; browser: Browser }> {
  const email = newEmail();
  const person = { name: `First ${role}`, email, password };
  const id = await administrator.make('/api/people', { ...person, roles: [role] });
  return { id, browser: await Browser.signIn(stage.url, { ...person, id }) };
}

it('turns each step over when the thing was done, and back when it is undone; no other clinic is touched', async () => {
  const other = await signInTeam(stage);
  const theirs = await startOf(other.coordinator);
  expect(await startOf()).toEqual(nothing);

  const coordinator = await hire('coordinator');
  expect(await startOf()).toEqual({ ...nothing, coordinator: true });
  const physician = await hire('physician');
  let now: ClinicStart = { ...nothing, coordinator: true, physician: true };
  expect(await startOf()).toEqual(now);
  await administrator.move(`/api/people/${physician.id}/access`, { active: false });
  expect(await startOf()).toEqual({ ...now, physician: false });
  await administrator.move(`/api/people/${physician.id}/access`, { active: true });

  await coordinator.browser.make('/api/rooms', { name: 'Room 1' });
  now = { ...now, room: true };
  expect(await startOf()).toEqual(now);
  const [room] = mustBe(200, await administrator.get<RoomView[]>('/api/rooms'));
  await administrator.move(`/api/rooms/${room?.id}/changes`, { name: 'Room 1', inUse: false });
  expect(await startOf()).toEqual({ ...now, room: false });
  await administrator.move(`/api/rooms/${room?.id}/changes`, { name: 'Room 1', inUse: true });

  await coordinator.browser.make('/api/providers', { name: 'Nurse Nova' });
  now = { ...now, clinician: true };
  expect(await startOf()).toEqual(now);

  const { rows } = await stage.db.owner.query<{ id: string }>(
    `INSERT INTO stipple.payer (clinic_id, name) VALUES ($1, 'First Health Plan') RETURNING id`,
    [clinicId],
  );
  const clinic = { ...stage.clinic, id: clinicId, payerId: rows[0]?.id ?? '', timeZone: 'America/New_York' };
  const patient = await addPatient(stage.db.owner, clinic, { family: 'Firstpatient' });
  now = { ...now, patient: true };
  expect(await startOf()).toEqual(now);

  const body = newCase({ ...other, clinic }, { ...patient, physicianId: physician.id });
  const firstCaseId = await coordinator.browser.make('/api/cases', body);
  now = { ...now, firstCaseId };
  expect(await startOf(coordinator.browser)).toEqual(now);

  await coordinator.browser.make(`/api/cases/${firstCaseId}/benefit-calls`, benefitCall());
  expect(await startOf(coordinator.browser)).toEqual({ ...now, call: true });
  expect(await startOf()).toEqual({ ...now, call: true });
  expect(await startOf(other.coordinator)).toEqual(theirs);
});

it('tells those who set the clinic up, and nobody else', async () => {
  const { coordinator, physician, manager } = await signInTeam(stage);
  const statuses = [];
  for (const browser of [administrator, coordinator, physician, manager, Browser.stranger(stage.url)])
    statuses.push((await browser.get('/api/start')).status);
  expect(statuses).toEqual([200, 200, 403, 403, 401]);
});
