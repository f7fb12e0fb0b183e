import { Stage, openStage } from './harness';
import { Team, approval, booking, caseWithPayer, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const question = (more: object = {}) => ({
  version: 4,
  items: ['Photographs with a scale', 'Range of motion'],
  respondByOn: today(team.clinic.timeZone, 10),
  ...more,
});

it('shows what the payer wants until when, and pends again once answered', async () => {
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'hand' });
  const path = `/api/auth-requests/${requestId}`;
  await coordinator.move(`${path}/information-requests`, question());
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'with_payer',
    actsNext: 'coordinator',
    dueOn: today(clinic.timeZone, 10),
    requests: [{ state: 'information_requested', informationItems: question().items }],
    tasks: [
      { kind: 'answer_payer', about: 'The payer asks for 2 items.', dueOn: today(clinic.timeZone, 10) },
    ],
  });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'no_clearance',
  ]);

  const answer = { version: 5, sentAt: new Date().toISOString(), reference: 'FAX-2', note: 'Both enclosed' };
  const ahead = { ...answer, sentAt: new Date(Date.now() + 3_600_000).toISOString() };
  expect(await coordinator.refused(`${path}/information-answers`, ahead)).toEqual(['in_the_future']);
  // A time on the wall is no point in time: without its offset nobody could say which of two it was.
  const onTheWall = await coordinator.post(`${path}/information-answers`, {
    ...answer,
    sentAt: '2026-11-01T01:30',
  });
  expect(onTheWall.status).toBe(400);
  expect(new Set(onTheWall.problem.refusals.map(({ field }) => field))).toEqual(new Set(['sentAt']));
  await coordinator.move(`${path}/information-answers`, answer);
  expect(await coordinator.case(caseId)).toMatchObject({
    actsNext: 'payer',
    requests: [{ state: 'pended', respondByOn: null }],
    tasks: [{ state: 'done' }],
    timeline: expect.arrayContaining([
      expect.objectContaining({ words: 'Answer sent to the payer', by: 'Billie Coordinator' }),
    ]),
  });
});

it('sets no day to answer by that has passed', async () => {
  const { requestId } = await caseWithPayer(team, { bodySite: 'wrist' });
  const late = question({ respondByOn: today(team.clinic.timeZone, -1) });
  expect(
    await team.coordinator.refused(`/api/auth-requests/${requestId}/information-requests`, late),
  ).toEqual(['in_the_past']);
});

it('calls a payer that answers “contact payer”, records the outcome, and so ends the task (rule 6: contact payer never unlocks)', async () => {
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'elbow' });
  const path = `/api/auth-requests/${requestId}`;
  await coordinator.move(`${path}/call-referrals`, { version: 4, words: 'Call the medical director' });
  expect(await coordinator.case(caseId)).toMatchObject({
    nextStep: 'Call the payer',
    requests: [{ state: 'contact_payer', payerWords: 'Call the medical director' }],
    tasks: [{ kind: 'call_payer', state: 'open', dueOn: today(clinic.timeZone, 1) }],
  });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'no_clearance',
  ]);
  await coordinator.move(`${path}/pends`, { version: 5, words: 'In review with the director' });
  expect(await coordinator.case(caseId)).toMatchObject({
    actsNext: 'payer',
    tasks: [{ kind: 'call_payer', state: 'done' }],
  });
  const proofId = await coordinator.attach(caseId, 'payer_notice');
  await coordinator.make(`${path}/approvals`, approval(team, proofId, 6));
  expect((await coordinator.case(caseId)).lock.unlocked).toBe(true);
});

it.each([
  ['withdrawals', { reason: 'Patient moved away' }, 'withdrawn'],
  ['cancellations', { who: 'payer', reason: 'Duplicate on their side' }, 'cancelled'],
] as const)(
  'ends by %s with its reason, its tasks done, and never moves again',
  async (route, body, state) => {
    const { coordinator } = team;
    const { caseId, requestId } = await caseWithPayer(team, {
      bodySite: route === 'withdrawals' ? 'knee' : 'foot',
    });
    const path = `/api/auth-requests/${requestId}`;
    await coordinator.move(`${path}/information-requests`, question());
    await coordinator.move(`${path}/${route}`, { version: 5, ...body });
    expect(await coordinator.case(caseId)).toMatchObject({
      stage: 'preparing',
      requests: [{ state, endReason: body.reason }],
      tasks: [{ kind: 'answer_payer', state: 'done' }],
    });
    expect(await coordinator.refused(`${path}/pends`, { version: 6, words: 'x' })).toEqual(['wrong_state']);
    expect(await coordinator.refused(`${path}/withdrawals`, { version: 6, reason: 'x' })).toEqual([
      'wrong_state',
    ]);
  },
);

it('moves the day of the next look where the form names one', async () => {
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'ankle' });
  const day = today(clinic.timeZone);
  const denial = { version: 4, words: 'No', kind: 'clinical', decisionOn: day, noticeReceivedOn: day };
  await coordinator.move(`/api/auth-requests/${requestId}/denials`, {
    ...denial,
    nextTouchOn: today(clinic.timeZone, 21),
  });
  expect(await coordinator.case(caseId)).toMatchObject({
    nextTouchOn: today(clinic.timeZone, 21),
    // Due is the last day to appeal, which stands as soon as the denial does.
    dueOn: today(clinic.timeZone, 180),
  });
});
