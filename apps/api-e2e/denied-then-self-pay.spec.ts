import { waysToUnlock } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { estimate, issuedAgreement, patientSignature, priceOf, signedAgreement } from './self-pay-story';
import { Team, booking, caseWithPayer, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const denial = (more: object = {}) => ({
  version: 4,
  words: 'The requested service is considered cosmetic under the plan.',
  code: '96',
  kind: 'benefit_exclusion',
  decisionOn: today(team.clinic.timeZone),
  noticeReceivedOn: today(team.clinic.timeZone),
  ...more,
});

it('keeps a denial in the payer’s words, and stays locked', async () => {
  const { coordinator } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'hand' });
  await coordinator.move(`/api/auth-requests/${requestId}/denials`, denial({ page: '2' }));
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'adverse',
    nextStep: 'Decide: new request, appeal or self-pay',
    lock: { unlocked: false },
    requests: [
      {
        state: 'denied',
        denial: {
          code: '96',
          reason: 'Not covered',
          denialClass: 'benefit_exclusion',
          words: denial().words,
          page: '2',
        },
      },
    ],
  });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'no_clearance',
  ]);
});

it('refuses a denial whose notice comes before the decision or lies ahead (rule 13: reason, decision date, notice date)', async () => {
  const { coordinator, clinic } = team;
  const { requestId } = await caseWithPayer(team, { bodySite: 'wrist' });
  const path = `/api/auth-requests/${requestId}/denials`;
  const tomorrow = today(clinic.timeZone, 1);
  expect(await coordinator.refused(path, denial({ noticeReceivedOn: today(clinic.timeZone, -1) }))).toEqual([
    'dates_reversed',
  ]);
  expect(
    await coordinator.refused(path, denial({ decisionOn: tomorrow, noticeReceivedOn: tomorrow })),
  ).toEqual(['in_the_future', 'in_the_future']);
  for (const field of ['words', 'decisionOn', 'noticeReceivedOn'] as const) {
    const answer = await coordinator.post(path, denial({ [field]: undefined }));
    expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([400, field]);
  }
});

it('unlocks by the patient’s signed choice: estimate, waiver, signature, booking', async () => {
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'elbow' });
  await coordinator.move(`/api/auth-requests/${requestId}/denials`, denial());

  const id = await coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf());
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'self_pay_open',
    nextStep: 'Issue the good faith estimate',
  });
  await coordinator.move(`/api/self-pay-agreements/${id}/estimates`, estimate(team, 1));
  expect(await coordinator.case(caseId)).toMatchObject({
    actsNext: 'patient',
    dueOn: today(clinic.timeZone, 180),
    agreements: [{ totalCents: 150_000, warnings: [], waiverNeeded: expect.stringMatching(/waiver/) }],
  });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'no_clearance',
  ]);

  const proofId = await coordinator.attach(caseId, 'signed_estimate');
  const path = `/api/self-pay-agreements/${id}/signatures`;
  expect(await coordinator.refused(path, patientSignature(team, 2, proofId))).toEqual(['waiver_missing']);
  expect((await coordinator.case(caseId)).lock.unlocked).toBe(false);
  const waiverId = await coordinator.attach(caseId, 'waiver');
  await coordinator.move(path, patientSignature(team, 2, proofId, { waiverId }));
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'self_pay_ready',
    lock: { unlocked: true, by: 'self_pay' },
    clearances: [{ source: 'self_pay', number: null, units: 3, opensOn: today(clinic.timeZone) }],
    agreements: [
      { state: 'signed', signature: { signerName: 'Alpha Testpatient', witness: 'Billie Coordinator' } },
    ],
  });

  await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 7, 9));
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'in_treatment',
    clearances: [{ held: 1, used: 0 }],
    sessions: [{ clearance: 'Self-pay' }],
  });
});

it('blocks the bookings of a choice that the patient takes back', async () => {
  const { coordinator } = team;
  const caseId = await openCase(team, { bodySite: 'knee' });
  const id = await signedAgreement(team, caseId);
  const sessionId = await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 8, 9));
  await coordinator.move(`/api/self-pay-agreements/${id}/withdrawals`, {
    version: 3,
    reason: 'Changed their mind',
  });
  expect(await coordinator.case(caseId)).toMatchObject({
    lock: { unlocked: false },
    agreements: [{ state: 'void', endReason: 'Changed their mind' }],
    sessions: [
      {
        id: sessionId,
        state: 'blocked',
        endReason: 'The self-pay agreement: withdrawn (Changed their mind)',
      },
    ],
    tasks: [{ kind: 'rebook_blocked', state: 'open' }],
  });
  const [refusal] = (await coordinator.post(`/api/cases/${caseId}/sessions`, booking(team, 9, 9))).problem
    .refusals;
  expect(refusal?.sentence).toContain(waysToUnlock);
  await coordinator.move(`/api/sessions/${sessionId}/cancellations`, {
    version: 2,
    reason: 'Patient withdrew',
  });
  expect((await coordinator.case(caseId)).tasks[0]?.state).toBe('done');
});

it('needs no waiver where there is no insurance', async () => {
  const { coordinator } = team;
  const caseId = await openCase(team, { bodySite: 'shoulder', planType: 'none' });
  const id = await issuedAgreement(team, caseId);
  const proofId = await coordinator.attach(caseId, 'signed_estimate');
  await coordinator.move(`/api/self-pay-agreements/${id}/signatures`, patientSignature(team, 2, proofId));
  expect((await coordinator.case(caseId)).lock.by).toBe('self_pay');
});

it('warns about an unusual price and lets it pass', async () => {
  const { coordinator } = team;
  const caseId = await openCase(team, { bodySite: 'foot' });
  const lines = [{ description: 'Session', quantity: 3, unitCents: 20_000 }];
  await coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf({ lines }));
  const [agreement] = (await coordinator.case(caseId)).agreements;
  expect(agreement?.warnings.map((warning) => warning.code)).toEqual([
    'session_price_unusual',
    'course_price_unusual',
  ]);
});

it('keeps an estimate for at most a year, and its price once signed', async () => {
  const { coordinator, clinic } = team;
  const caseId = await openCase(team, { bodySite: 'ankle', planType: 'none' });
  const id = await coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf());
  const path = `/api/self-pay-agreements/${id}`;
  const tooLong = estimate(team, 1, { validUntil: today(clinic.timeZone, 367) });
  expect(await coordinator.refused(`${path}/estimates`, tooLong)).toEqual(['estimate_too_long']);
  const past = estimate(team, 1, { validUntil: today(clinic.timeZone, -1) });
  expect(await coordinator.refused(`${path}/estimates`, past)).toEqual(['in_the_past']);
  await coordinator.move(`${path}/estimates`, estimate(team, 1));
  await coordinator.move(`${path}/revisions`, { version: 2, ...priceOf({ sessions: 4 }) });
  expect((await coordinator.case(caseId)).agreements[0]).toMatchObject({
    state: 'draft',
    estimateOn: null,
    sessions: 4,
  });
  await coordinator.move(`${path}/estimates`, estimate(team, 3));
  const proofId = await coordinator.attach(caseId, 'signed_estimate');
  await coordinator.move(`${path}/signatures`, patientSignature(team, 4, proofId));
  expect(await coordinator.refused(`${path}/revisions`, { version: 5, ...priceOf({ sessions: 6 }) })).toEqual(
    ['wrong_state'],
  );
});

it('completes the agreement with its last session', async () => {
  const { coordinator, physician, clinic } = team;
  const caseId = await openCase(team, { bodySite: 'thigh', planType: 'none', plannedSessions: 1 });
  const id = await issuedAgreement(team, caseId, { sessions: 1 });
  const proofId = await coordinator.attach(caseId, 'signed_estimate');
  await coordinator.move(`/api/self-pay-agreements/${id}/signatures`, patientSignature(team, 2, proofId));
  const startsAt = new Date(Date.now() + 1500).toISOString();
  const sessionId = await coordinator.make(
    `/api/cases/${caseId}/sessions`,
    booking(team, 0, 0, { startsAt, roomId: clinic.otherRoomId }),
  );
  await coordinator.move(`/api/sessions/${sessionId}/check-ins`, { version: 1 });
  const record = {
    version: 2,
    performedOn: today(clinic.timeZone),
    areaCm2: 10,
    device: 'Pen',
    lot: 'L',
    note: 'Done.',
  };
  mustBe(
    204,
    await physician.post(`/api/sessions/${sessionId}/performances`, {
      ...record,
      password: clinic.physician.password,
    }),
  );
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'billing',
    nextStep: 'All sessions are done: close the case',
    agreements: [{ state: 'completed' }],
    clearances: [{ active: false, used: 1 }],
  });
});
