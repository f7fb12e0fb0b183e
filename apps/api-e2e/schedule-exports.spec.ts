import { AtRisk } from '@stipple/contracts';
import { readCalendar } from './read-calendar';
import { addPatient } from './roster-story';
import { Stage, mustBe, openStage } from './harness';
import { pdfText } from '@stipple/testing';
import { Team, at, authorizedCase, booking, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
let caseNumber: number;
let caseId: string;
let authorizationId: string;
const sessions: string[] = [];
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const patient = await addPatient(stage.db.owner, team.clinic, { family: '=Perłowski', given: 'Şule' });
  ({ caseId, authorizationId } = await authorizedCase(team, patient));
  for (const [days, hour] of [
    [0, 20],
    [3, 9],
  ] as const)
    sessions.push(await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, days, hour)));
  caseNumber = (await team.coordinator.case(caseId)).number;
});
afterAll(() => stage.close());

const calendar = async (query = '') =>
  readCalendar(mustBe(200, await team.physician.get<string>(`/api/schedule/calendar.ics${query}`)));
const eventOf = async (session: string | undefined) =>
  (await calendar()).events.find((event) => event.get('UID') === `session-${session}@stipple`);
const stamp = (days: number, hour: number) =>
  at(team.clinic.timeZone, days, hour).replace(/[-:]/g, '').replace(/\.\d+/, '');

it('gives the schedule as a calendar that reads back by RFC 5545, in UTC', async () => {
  const { head, events } = await calendar();
  expect(Object.fromEntries(head)).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH' });
  expect(head.get('PRODID')).toBeTruthy();
  expect(events).toHaveLength(2);
  const event = Object.fromEntries((await eventOf(sessions[1])) ?? []);
  expect(event).toMatchObject({
    DTSTART: stamp(3, 9),
    DTEND: stamp(3, 10),
    SEQUENCE: '0',
    STATUS: 'CONFIRMED',
    SUMMARY: `Stipple session #${caseNumber} · Room 1`,
    LOCATION: 'Room 1',
  });
  expect(event['DTSTAMP']).toMatch(/^\d{8}T\d{6}Z$/);
});

it('writes nobody’s name and no procedure into a calendar', async () => {
  const file = mustBe(200, await team.coordinator.get<string>('/api/schedule/calendar.ics'));
  expect(file).not.toMatch(/Perłowski|Şule|17999|L90|AUTH-1/);
});

it('gives one clinician’s calendar, and the days asked for', async () => {
  const of = async (query: string) => (await calendar(query)).events.length;
  expect(await of(`?clinicianId=${team.clinic.clinicianId}`)).toBe(2);
  expect(await of(`?clinicianId=${team.clinic.otherClinicianId}`)).toBe(0);
  expect(await of(`?from=${today(team.clinic.timeZone, 1)}`)).toBe(1);
});

it('keeps the entry of a moved session and counts the change; a cancelled one is taken away', async () => {
  const { procedureCode: _, ...place } = booking(team, 4, 11) as Record<string, unknown>;
  await team.coordinator.move(`/api/sessions/${sessions[1]}/reschedulings`, { version: 1, ...place });
  expect(Object.fromEntries((await eventOf(sessions[1])) ?? [])).toMatchObject({
    SEQUENCE: '1',
    DTSTART: stamp(4, 11),
  });
  const gone = await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 6, 9));
  await team.coordinator.move(`/api/sessions/${gone}/cancellations`, { version: 1, reason: 'Ill' });
  expect((await eventOf(gone))?.get('STATUS')).toBe('CANCELLED');
});

it('escapes and folds what a room is called, within no letter', async () => {
  const name = 'Laser, west; “Łódź” \\ ' + 'ü'.repeat(35);
  const roomId = await team.administrator.make('/api/rooms', { name });
  const id = await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 7, 9, { roomId }));
  expect((await eventOf(id))?.get('LOCATION')).toBe(name);
  await team.coordinator.move(`/api/sessions/${id}/cancellations`, { version: 1, reason: 'Done' });
});

async function daySheet(query = '') {
  const response = await fetch(`${stage.url}/api/schedule/day-sheet${query}`, {
    headers: { cookie: team.manager.cookie },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return Buffer.from(await response.arrayBuffer());
}

it('prints a day sheet with everything the chair needs, names spelled as they are', async () => {
  const text = pdfText(await daySheet());
  for (const words of [
    'Dr. Pat Physician',
    '=Perłowski, Şule',
    `#${caseNumber}`,
    '17999',
    'Room 1',
    'AUTH-1',
  ])
    expect(text).toContain(words);
  expect(text).toMatch(/8:00 PM/);
  expect(text).toMatch(/1 of 3/);
  expect(text).toMatch(/Device and lot/);
});

it('tags the day sheet for screen readers: language, title, headings and table cells', async () => {
  const source = (await daySheet()).toString('latin1');
  for (const mark of ['/MarkInfo', '/Lang (en-US)', '/StructTreeRoot', '/DisplayDocTitle true'])
    expect(source).toContain(mark);
  for (const type of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD'])
    expect(source).toMatch(new RegExp(`/S /${type}\\b`));
});

it('says so when nothing is booked, for one clinician or on a quiet day', async () => {
  for (const query of [`?clinicianId=${team.clinic.otherClinicianId}`, '?day=2030-01-01'])
    expect(pdfText(await daySheet(query))).toContain('Nothing is booked on this day.');
});

it('lists the bookings at risk with reason and remedy, as a file that no spreadsheet runs', async () => {
  const file = async () => mustBe(200, await team.manager.get<string>('/api/schedule/at-risk/export'));
  expect(await file()).toContain('0 rows');
  await team.coordinator.move(`/api/authorizations/${authorizationId}/revocations`, {
    version: 1,
    reason: 'Member not eligible',
  });
  const rows = (await file()).split('\r\n').filter((line) => line.includes('Will fail'));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/,"'=Perłowski, Şule",.*AUTH-1.*Member not eligible.*Renew the clearance/);

  // The page says the same.
  const { looked, bookings } = AtRisk.parse(mustBe(200, await team.manager.get('/api/schedule/at-risk')));
  expect([looked, bookings.length]).toEqual([2, 2]);
  expect(bookings[0]).toMatchObject({ patientName: '=Perłowski, Şule', clearance: 'AUTH-1' });
  expect(bookings[0]?.risks[0]).toEqual({
    sure: true,
    reason: expect.stringContaining('Member not eligible'),
    remedy: expect.stringContaining('Renew the clearance'),
  });
});

it('enters every export and every look in the audit trail', async () => {
  const { rows } = await stage.db.owner.query<{ action: string }>(
    `SELECT DISTINCT action FROM stipple.audit_entry WHERE clinic_id = $1 AND action LIKE 'schedule.%' ORDER BY 1`,
    [team.clinic.id],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'schedule.at_risk',
    'schedule.calendar',
    'schedule.day_sheet',
    'schedule.read_at_risk',
  ]);
});

it.each([
  'calendar.ics?from=yesterday',
  'calendar.ics?clinicianId=1',
  'day-sheet?day=2026-02-30',
  'day-sheet?x=1',
])('refuses what it cannot understand: %s', async (path) => {
  expect((await team.coordinator.get(`/api/schedule/${path}`)).status).toBe(400);
});
