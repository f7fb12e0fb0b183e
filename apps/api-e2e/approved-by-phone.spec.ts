import { Stage, openStage } from './harness';
import { Team, approval, booking, caseWithPayer, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const byPhone = { version: 4, representative: 'Kim', referenceNumber: 'PHONE-42' };

it('unlocks nothing until number, dates and proof are entered (rule 6: unconfirmed never unlocks)', async () => {
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'hand' });
  await coordinator.move(`/api/auth-requests/${requestId}/phone-approvals`, byPhone);
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'with_payer',
    nextStep: 'Get the proof of the approval by phone',
    lock: { unlocked: false, sentence: expect.stringMatching(/approval by phone is not proven/) },
    tasks: [{ kind: 'prove_phone_approval', state: 'open', dueOn: today(clinic.timeZone, 1) }],
    authorizations: [],
    clearances: [],
  });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'approval_unproven',
  ]);

  const proofId = await coordinator.attach(caseId, 'payer_notice');
  await coordinator.make(`/api/auth-requests/${requestId}/approvals`, approval(team, proofId, 5));
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'authorized',
    lock: { unlocked: true },
    tasks: [{ kind: 'prove_phone_approval', state: 'done' }],
  });
  await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 1, 9));
});

it('may turn out to be a denial', async () => {
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'wrist' });
  await coordinator.move(`/api/auth-requests/${requestId}/phone-approvals`, byPhone);
  const day = today(clinic.timeZone);
  const denial = {
    version: 5,
    words: 'Denied in writing',
    kind: 'clinical',
    decisionOn: day,
    noticeReceivedOn: day,
  };
  await coordinator.move(`/api/auth-requests/${requestId}/denials`, denial);
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'adverse',
    tasks: [{ state: 'done' }],
    lock: { unlocked: false },
  });
});

it('is found by the reference that the representative gave', async () => {
  const { coordinator } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'elbow' });
  await coordinator.move(`/api/auth-requests/${requestId}/phone-approvals`, {
    ...byPhone,
    referenceNumber: 'KIM-7734',
  });
  const found = await coordinator.get<{ rows: { id: string; foundBy: string }[] }>('/api/cases', {
    'stipple-search': 'kim-77',
  });
  expect(found.body.rows).toMatchObject([{ id: caseId, foundBy: 'phone reference KIM-7734' }]);
});
