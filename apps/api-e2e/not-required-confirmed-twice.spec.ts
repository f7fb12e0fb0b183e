import { makeStaff } from './staff-story';
import { Stage, openStage } from './harness';
import {
  Team,
  approval,
  benefitCall,
  booking,
  caseWithPayer,
  legal,
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

const notRequired = async (caseId: string, more: object = {}) => {
  const proofId = await team.coordinator.attach(caseId, 'payer_notice');
  const { version: _, ...grant } = approval(team, proofId, 1, { number: 'CALL-9' });
  return {
    ...grant,
    payerWords: 'No authorization is needed for this code.',
    payerNamedWindow: false,
    ...more,
  };
};
const toldCase = async (bodySite: string) => {
  const caseId = await openCase(team, { bodySite });
  await team.coordinator.make(
    `/api/cases/${caseId}/benefit-calls`,
    benefitCall({ authorizationRequired: 'no' }),
  );
  return caseId;
};

it('stays locked until a manager and the treating physician have confirmed', async () => {
  const { coordinator, physician, manager } = team;
  const caseId = await toldCase('hand');
  const id = await coordinator.make(`/api/cases/${caseId}/not-required`, await notRequired(caseId));
  const path = `/api/authorizations/${id}/confirmations`;
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'with_payer',
    actsNext: 'manager',
    lock: {
      unlocked: false,
      sentence: expect.stringMatching(/manager’s and the treating physician’s confirmation/),
    },
    authorizations: [
      {
        basis: 'not_required',
        assentsOpen: ['manager', 'physician'],
        payerWords: 'No authorization is needed for this code.',
      },
    ],
  });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'assent_open',
  ]);
  await manager.move(path, { version: 1 });
  expect(await manager.refused(path, { version: 2 })).toEqual(['assent_given']);
  expect(await coordinator.case(caseId)).toMatchObject({ actsNext: 'physician', lock: { unlocked: false } });
  await physician.move(path, { version: 2 });
  expect(await coordinator.case(caseId)).toMatchObject({ stage: 'authorized', lock: { unlocked: true } });
  await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 1, 9));
});

it('takes no other physician’s word for it, not even as a manager', async () => {
  const { coordinator, manager, physician } = team;
  const caseId = await toldCase('wrist');
  const id = await coordinator.make(
    `/api/cases/${caseId}/not-required`,
    await notRequired(caseId, { number: 'CALL-10' }),
  );
  const path = `/api/authorizations/${id}/confirmations`;
  const colleague = await makeStaff(stage, 'physician');
  const both = await makeStaff(stage, 'physician', 'manager');
  expect(await colleague.refused(path, { version: 1 })).toEqual(['not_treating_physician']);
  expect(legal((await colleague.case(caseId)).authorizations[0])).toEqual([]);
  await manager.move(path, { version: 1 });
  expect(await both.refused(path, { version: 2 })).toEqual(['not_treating_physician']);
  await physician.move(path, { version: 2 });
  expect((await coordinator.case(caseId)).lock.unlocked).toBe(true);
});

it('needs something on file that says so', async () => {
  const { coordinator } = team;
  const caseId = await openCase(team, { bodySite: 'elbow' });
  await coordinator.make(`/api/cases/${caseId}/benefit-calls`, benefitCall({ authorizationRequired: 'yes' }));
  expect(await coordinator.refused(`/api/cases/${caseId}/not-required`, await notRequired(caseId))).toEqual([
    'not_said',
  ]);
});

it('lasts at most 90 days unless the payer names a window', async () => {
  const { coordinator, clinic } = team;
  const caseId = await toldCase('knee');
  const long = await notRequired(caseId, { number: 'CALL-11', expiresOn: today(clinic.timeZone, 91) });
  expect(await coordinator.refused(`/api/cases/${caseId}/not-required`, long)).toEqual(['window_too_long']);
  await coordinator.make(`/api/cases/${caseId}/not-required`, { ...long, payerNamedWindow: true });
});

it('follows from “no action required”, which by itself unlocks nothing (rule 6: no action required never unlocks)', async () => {
  const { coordinator } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'foot' });
  const answer = { version: 4, words: 'No action required', referenceNumber: 'NA-1' };
  const body = await notRequired(caseId, { number: 'NA-1', requestId });
  expect(await coordinator.refused(`/api/cases/${caseId}/not-required`, body)).toEqual([
    'not_said',
    'not_its_answer',
  ]);
  await coordinator.move(`/api/auth-requests/${requestId}/no-action-answers`, answer);
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'with_payer',
    actsNext: 'coordinator',
    nextStep: 'Record with proof that no authorization is required',
    lock: { unlocked: false },
  });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'no_clearance',
  ]);
  await coordinator.make(`/api/cases/${caseId}/not-required`, body);
  expect((await coordinator.case(caseId)).nextStep).toMatch(/^Confirm that no authorization is required/);
});

it('may shrink after the confirmation, but what grows is confirmed anew', async () => {
  const { coordinator, physician, manager, clinic } = team;
  const caseId = await toldCase('ankle');
  const body = await notRequired(caseId, { number: 'CALL-12' });
  const id = await coordinator.make(`/api/cases/${caseId}/not-required`, body);
  await manager.move(`/api/authorizations/${id}/confirmations`, { version: 1 });
  await physician.move(`/api/authorizations/${id}/confirmations`, { version: 2 });
  const amended = (units: number, days: number) => ({
    version: 3,
    effectiveOn: today(clinic.timeZone),
    expiresOn: today(clinic.timeZone, days),
    lines: [{ procedureCode: '17999', units }],
    reason: 'The payer called back',
    proofId: body.proofId,
  });
  const path = `/api/authorizations/${id}/amendments`;
  expect(await coordinator.refused(path, amended(4, 90))).toEqual(['wider_than_confirmed']);
  expect(await coordinator.refused(path, amended(3, 91))).toEqual(['wider_than_confirmed']);
  await coordinator.move(path, amended(2, 60));
  expect((await coordinator.case(caseId)).clearances[0]).toMatchObject({ units: 2, active: true });
});
