import type { Directory, RoomView } from '@stipple/contracts';
import { Stage, mustBe, openStage } from './harness';
import { Team, authorizedCase, booking, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const rooms = async () => mustBe(200, await team.administrator.get<RoomView[]>('/api/rooms'));
const directory = async () => mustBe(200, await team.coordinator.get<Directory>('/api/directory'));

it('offers a room as soon as it is added, and no longer when it is given up', async () => {
  const id = await team.administrator.make('/api/rooms', { name: '  Laser room ' });
  expect((await directory()).rooms).toContainEqual({ id, name: 'Laser room' });
  await team.administrator.move(`/api/rooms/${id}/changes`, { name: 'Old laser room', inUse: false });
  expect((await directory()).rooms.map((room) => room.id)).not.toContain(id);
  expect(await rooms()).toContainEqual({ id, name: 'Old laser room', inUse: false });
});

it('knows no two rooms of one name', async () => {
  expect(await team.coordinator.refused('/api/rooms', { name: 'Room 1' })).toEqual(['room_name_taken']);
});

it('does not give up a room in which somebody is booked', async () => {
  const { caseId } = await authorizedCase(team);
  await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 10, 9));
  const path = `/api/rooms/${team.clinic.roomId}/changes`;
  const answer = await team.coordinator.post(path, { name: 'Room 1', inUse: false });
  expect(answer.status).toBe(409);
  expect(answer.problem.refusals[0]?.sentence).toBe(
    'One session is booked in Room 1. Move it to another room first.',
  );
  expect((await rooms()).find((room) => room.id === team.clinic.roomId)?.inUse).toBe(true);
});

it('books nobody into a room that was given up meanwhile, nor moves them there', async () => {
  const roomId = await team.coordinator.make('/api/rooms', { name: 'Closing' });
  const { caseId } = await authorizedCase(team, { bodySite: 'knee' });
  const sessionId = await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 12, 9));
  await team.coordinator.move(`/api/rooms/${roomId}/changes`, { name: 'Closing', inUse: false });
  const { startsAt, minutes, clinicianId, ...rest } = booking(team, 13, 9) as Record<string, unknown>;
  const there = { startsAt, minutes, clinicianId, roomId };
  expect(await team.coordinator.refused(`/api/cases/${caseId}/sessions`, { ...rest, ...there })).toEqual([
    'room_given_up',
  ]);
  expect(
    await team.coordinator.refused(`/api/sessions/${sessionId}/reschedulings`, { version: 1, ...there }),
  ).toEqual(['room_given_up']);
});

it('adds who treats here, takes them off the schedule, and checks their NPI', async () => {
  const id = await team.coordinator.make('/api/providers', { name: 'Nurse Nova', npi: '1234567893' });
  expect((await directory()).clinicians).toContainEqual({
    id,
    name: 'Nurse Nova',
    npi: '1234567893',
    staffId: null,
  });
  await team.coordinator.move(`/api/providers/${id}/practice`, { practicesHere: false });
  expect((await directory()).clinicians.map((clinician) => clinician.id)).not.toContain(id);
  const wrong = await team.coordinator.post('/api/providers', { name: 'Nurse Nova', npi: '1234567890' });
  expect([wrong.status, wrong.problem.refusals[0]?.field]).toEqual([400, 'npi']);
});
