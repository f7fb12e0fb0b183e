import { randomUUID } from 'node:crypto';
import { Stage, mustBe, openStage } from './harness';
import { addStaff, makeStaff } from './staff-story';
import {
  Team,
  authorizedCase,
  booking,
  caseWithPayer,
  letterText,
  newCase,
  openCase,
  signInTeam,
  today,
} from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

it('warns of a likely duplicate once and opens it when it is meant', async () => {
  const { coordinator } = team;
  await openCase(team, { bodySite: 'hand' });
  const twin = newCase(team, { bodySite: 'hand' });
  const answer = await coordinator.post('/api/cases', twin);
  expect(answer.problem.refusals).toEqual([
    {
      code: 'likely_duplicate',
      sentence:
        'Case 1 is already open for this patient, code and site. Open another one only if it is meant.',
      field: 'duplicateIntended',
    },
  ]);
  const meant = mustBe(
    201,
    await coordinator.post<{ number: number }>('/api/cases', { ...twin, duplicateIntended: true }),
  );
  expect(meant.number).toBe(2);
  for (const other of [{ side: 'left' }, { bodySite: 'wrist' }, { procedureCode: '0479T' }])
    mustBe(201, await coordinator.post('/api/cases', { ...twin, ...other }));
});

it('does not warn of a case that is closed', async () => {
  const { coordinator } = team;
  const caseId = await openCase(team, { bodySite: 'ankle' });
  await coordinator.move(`/api/cases/${caseId}/closures`, { version: 1, reason: 'no_coverage' });
  await openCase(team, { bodySite: 'ankle' });
});

it('says all that is wrong with a new case at once', async () => {
  const { coordinator, clinic } = team;
  const wrong = newCase(team, {
    bodySite: 'foot',
    side: 'midline',
    diagnoses: ['T25.321S'],
    physicianId: clinic.manager.id,
  });
  expect(await coordinator.refused('/api/cases', wrong)).toEqual(['physician_unknown']);
  expect(await coordinator.refused('/api/cases', { ...wrong, physicianId: clinic.physician.id })).toEqual([
    'diagnosis_sequela_first',
    'side_unfit',
  ]);
  expect((await coordinator.post('/api/cases', newCase(team, { coverageId: randomUUID() }))).status).toBe(
    404,
  );
});

it('closes only when nothing is booked and nothing is with the payer, and says both at once', async () => {
  const { coordinator, clinic } = team;
  const { caseId } = await authorizedCase(team, { bodySite: 'elbow' });
  const sessionId = await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 2, 9));
  const close = { version: 1, reason: 'patient_withdrew' };
  expect(await coordinator.refused(`/api/cases/${caseId}/closures`, close)).toEqual(['sessions_booked']);
  await coordinator.move(`/api/sessions/${sessionId}/cancellations`, {
    version: 1,
    reason: 'Patient withdrew',
  });
  await coordinator.move(`/api/cases/${caseId}/closures`, close);
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'closed',
    actsNext: 'nobody',
    open: false,
    closeReason: 'patient_withdrew',
    nextTouchOn: null,
    dueOn: null,
    nextMove: null,
  });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 2, 9))).toEqual([
    'case_closed',
  ]);
  expect(await coordinator.refused(`/api/cases/${caseId}/letters`, letterText)).toEqual(['case_closed']);

  const open = { version: 2, reason: 'Came back', nextTouchOn: today(clinic.timeZone, 1) };
  expect(
    await coordinator.refused(`/api/cases/${caseId}/closures`, { version: 2, reason: 'completed' }),
  ).toEqual(['wrong_state']);
  await coordinator.move(`/api/cases/${caseId}/reopenings`, open);
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'authorized',
    open: true,
    closeReason: null,
  });
  await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 2, 9));
});

it('stays open while a request is with the payer', async () => {
  const { manager } = team;
  const { caseId } = await caseWithPayer(team, { bodySite: 'knee' });
  expect(
    await manager.refused(`/api/cases/${caseId}/closures`, { version: 1, reason: 'transferred' }),
  ).toEqual(['request_open']);
});

it('is corrected until a request is with the payer', async () => {
  const { coordinator } = team;
  const caseId = await openCase(team, { bodySite: 'thigh' });
  const correction = { version: 1, planType: 'medicare_advantage', diagnoses: ['L91.0'], plannedSessions: 5 };
  expect(
    await coordinator.refused(`/api/cases/${caseId}/corrections`, { ...correction, diagnoses: ['X12.XXXS'] }),
  ).toEqual(['diagnosis_sequela_first']);
  await coordinator.move(`/api/cases/${caseId}/corrections`, correction);
  expect(await coordinator.case(caseId)).toMatchObject({
    planType: 'medicare_advantage',
    plannedSessions: 5,
    diagnoses: [{ code: 'L91.0' }],
  });
  const { caseId: sent } = await caseWithPayer(team, { bodySite: 'hip' });
  expect(await coordinator.refused(`/api/cases/${sent}/corrections`, correction)).toEqual(['request_open']);
});

it('is assigned to active people of the clinic only', async () => {
  const { coordinator, manager, administrator, clinic } = team;
  const caseId = await openCase(team, { bodySite: 'forearm' });
  await manager.move(`/api/cases/${caseId}/assignments`, { version: 1, ownerId: clinic.manager.id });
  expect((await coordinator.case(caseId)).owner).toEqual({ id: clinic.manager.id, name: 'Max Manager' });
  const gone = await addStaff(stage, 'coordinator');
  await administrator.move(`/api/people/${gone.id}/access`, { active: false });
  const answer = await manager.post(`/api/cases/${caseId}/assignments`, { version: 2, ownerId: gone.id });
  expect(answer.status).toBe(404);
});

it('gives numbers one after the other, also to cases opened at the same moment', async () => {
  const others = await Promise.all([makeStaff(stage, 'coordinator'), makeStaff(stage, 'coordinator')]);
  const body = newCase(team, { bodySite: 'scalp', side: 'midline', duplicateIntended: true });
  const opened = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      (others[index % 2] ?? team.coordinator).post<{ number: number }>('/api/cases', body),
    ),
  );
  const numbers = opened.map((answer) => mustBe(201, answer).number).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
});
