import { Problem } from '@stipple/contracts';
import { Stage, mustBe, openStage } from './harness';
import {
  Team,
  authorizedCase,
  booking,
  caseWithPayer,
  letterOf,
  letterText,
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

it('says what stands there now and who changed it, and changes nothing', async () => {
  const { coordinator, manager, clinic } = team;
  const caseId = await openCase(team, { bodySite: 'hand' });
  await manager.move(`/api/cases/${caseId}/touches`, { version: 1, nextTouchOn: today(clinic.timeZone, 9) });
  const answer = await coordinator.post(`/api/cases/${caseId}/closures`, {
    version: 1,
    reason: 'transferred',
  });
  const problem = Problem.parse(mustBe(409, answer));
  expect(problem).toMatchObject({
    code: 'stale',
    detail: 'Max Manager changed this in the meantime. Look at it again before you go on.',
    current: {
      subject: 'treatment_case',
      id: caseId,
      state: 'open',
      version: 2,
      changedBy: 'Max Manager',
      move: 'plan_touch',
      at: expect.stringMatching(/^\d{4}-/),
      changes: [{ by: 'Max Manager', move: 'plan_touch', words: 'Next touch set' }],
    },
  });
  expect(await coordinator.case(caseId)).toMatchObject({ open: true, version: 2 });
});

it('carries every field as it is now and, field by field, who changed it and when', async () => {
  const { coordinator, physician, manager, clinic } = team;
  const caseId = await openCase(team, { bodySite: 'forearm' });
  const nextTouchOn = today(clinic.timeZone, 9);
  await manager.move(`/api/cases/${caseId}/touches`, { version: 1, nextTouchOn });
  const details = { planType: 'marketplace', diagnoses: ['L90.5'], plannedSessions: 6 };
  await coordinator.move(`/api/cases/${caseId}/corrections`, { version: 2, ...details });
  const late = await coordinator.post(`/api/cases/${caseId}/corrections`, { version: 1, ...details });
  const by = (person: { name: string }) => ({
    by: person.name,
    at: expect.stringMatching(/^\d{4}-/) as string,
  });
  expect(Problem.parse(mustBe(409, late)).current).toMatchObject({
    changes: [{ move: 'correct' }, { move: 'plan_touch' }],
    fields: { ...details, nextTouchOn, ownerId: clinic.coordinator.id },
    changedFields: {
      planType: by(clinic.coordinator),
      diagnoses: by(clinic.coordinator),
      plannedSessions: by(clinic.coordinator),
      nextTouchOn: by(clinic.manager),
    },
  });

  const letter = await coordinator.make(`/api/cases/${caseId}/letters`, letterText);
  await physician.move(`/api/letters/${letter}/revisions`, { ...letterOf('New words'), version: 1 });
  const second = await coordinator.post(`/api/letters/${letter}/revisions`, { ...letterText, version: 1 });
  expect(Problem.parse(mustBe(409, second)).current).toMatchObject({
    fields: { body: 'New words' },
    changedFields: { body: by(clinic.physician) },
  });
});

it('holds for what belongs to a case too: letter, request, authorization, session, task, agreement', async () => {
  const { coordinator, clinic } = team;
  const { caseId, requestId, authorizationId } = await authorizedCase(team, { bodySite: 'wrist' });
  const letterId = await coordinator.make(`/api/cases/${caseId}/letters`, letterText);
  const sessionId = await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 3, 9));
  await coordinator.move(`/api/authorizations/${authorizationId}/revocations`, {
    version: 1,
    reason: 'Wrong patient',
  });
  const [task] = (await coordinator.case(caseId)).tasks;
  const before = await coordinator.case(caseId);
  const late: readonly (readonly [string, object])[] = [
    [`/api/letters/${letterId}/revisions`, { ...letterText }],
    [`/api/letters/${letterId}/discards`, {}],
    [`/api/auth-requests/${requestId}/withdrawals`, { reason: 'x' }],
    [`/api/authorizations/${authorizationId}/revocations`, { reason: 'x' }],
    [`/api/sessions/${sessionId}/cancellations`, { reason: 'x' }],
    [`/api/sessions/${sessionId}/reschedulings`, booking(team, 4, 9, { procedureCode: undefined })],
    [`/api/tasks/${task?.id}/completions`, {}],
    [`/api/cases/${caseId}/touches`, { nextTouchOn: today(clinic.timeZone, 2) }],
  ];
  for (const [path, body] of late) {
    const answer = await coordinator.post(path, { ...body, version: 99 });
    // A booking whose clearance is gone is refused for that before its version counts.
    expect([path, answer.status, answer.problem.code]).toEqual([
      path,
      409,
      path.endsWith('reschedulings') ? 'refused' : 'stale',
    ]);
  }
  expect(await coordinator.case(caseId)).toEqual(before);
});

it('lets exactly one of two people win who saw the same version', async () => {
  const { coordinator, manager, clinic } = team;
  const caseId = await openCase(team, { bodySite: 'elbow' });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      (index % 2 ? coordinator : manager).post(`/api/cases/${caseId}/touches`, {
        version: 1,
        nextTouchOn: today(clinic.timeZone, index + 1),
      }),
    ),
  );
  expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
  expect(answers.filter((answer) => answer.problem?.code === 'stale')).toHaveLength(11);
  expect((await coordinator.case(caseId)).version).toBe(2);
});

it('decides a request once, however many record a decision at the same moment', async () => {
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'knee' });
  const day = today(clinic.timeZone);
  const denial = { version: 4, words: 'No', kind: 'clinical', decisionOn: day, noticeReceivedOn: day };
  const withdrawal = { version: 4, reason: 'Never mind' };
  const answers = await Promise.all([
    coordinator.post(`/api/auth-requests/${requestId}/denials`, denial),
    coordinator.post(`/api/auth-requests/${requestId}/withdrawals`, withdrawal),
    coordinator.post(`/api/auth-requests/${requestId}/denials`, { ...denial, words: 'No!' }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409, 409]);
  expect(
    (await coordinator.case(caseId)).timeline.filter((entry) => ['deny', 'withdraw'].includes(entry.move)),
  ).toHaveLength(1);
});
