import { CaseView, ClearedList, QueuePage, Week } from '@stipple/contracts';
import { Stage, mustBe, openStage } from './harness';
import { Team, at, authorizedCase, booking, caseWithPayer, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

it('refuses to schedule too early, in one sentence that names both ways to unlock', async () => {
  const caseId = await openCase(team);
  const answer = await team.coordinator.post(`/api/cases/${caseId}/sessions`, booking(team, 1, 9));
  expect(answer.status).toBe(409);
  expect(answer.problem.refusals.map((refusal) => refusal.code)).toContain('no_clearance');
  expect(answer.problem.detail).toMatch(
    /Two ways to unlock: record the payer’s authorization .* or the patient’s signed self-pay agreement/,
  );
  expect((await team.coordinator.case(caseId)).sessions).toEqual([]);
});

it('walks from the first call to a performed session, and says at every step who acts next', async () => {
  const { coordinator, physician, clinic } = team;
  const { caseId } = await authorizedCase(team, { duplicateIntended: true });
  const authorized = await coordinator.case(caseId);
  expect(CaseView.parse(authorized)).toBeTruthy();
  expect(authorized).toMatchObject({
    stage: 'authorized',
    actsNext: 'coordinator',
    lock: { unlocked: true, by: 'authorization' },
  });

  const inAMinute = new Date(Date.now() + 1500).toISOString();
  const session = mustBe(
    201,
    await coordinator.post<{ id: string }>(
      `/api/cases/${caseId}/sessions`,
      booking(team, 0, 0, { startsAt: inAMinute }),
    ),
  );
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'in_treatment',
    clearances: [{ units: 3, held: 1, used: 0 }],
  });
  mustBe(204, await coordinator.post(`/api/sessions/${session.id}/check-ins`, { version: 1 }));
  expect(await coordinator.case(caseId)).toMatchObject({
    actsNext: 'physician',
    nextStep: 'Record the treatment of the checked-in patient',
  });
  const record = {
    version: 2,
    performedOn: today(clinic.timeZone),
    areaCm2: 24.5,
    device: 'Pen',
    lot: 'L-1',
    note: 'Done.',
    password: clinic.physician.password,
  };
  mustBe(204, await physician.post(`/api/sessions/${session.id}/performances`, record));
  const treated = await coordinator.case(caseId);
  expect(treated).toMatchObject({
    clearances: [{ held: 0, used: 1 }],
    sessions: [{ state: 'performed', record: { areaCm2: 24.5, signedBy: 'Dr. Pat Physician' } }],
  });
});

it('lists the case in the queue and the session in the week', async () => {
  const queue = mustBe(200, await team.coordinator.get<QueuePage>('/api/cases?sort=number&direction=down'));
  expect(QueuePage.parse(queue).rows.length).toBe(2);
  const week = mustBe(200, await team.coordinator.get<Week>('/api/schedule'));
  expect(Week.parse(week).sessions).toHaveLength(1);
  const cleared = ClearedList.parse(mustBe(200, await team.coordinator.get('/api/schedule/cleared')));
  expect(cleared).toMatchObject({ total: 1, rows: [{ units: 3, unitsLeft: 2 }] });
});

it('blocks the bookings of a revoked authorization in the same transaction and raises a task', async () => {
  const { coordinator, clinic } = team;
  const { caseId, authorizationId } = await authorizedCase(team, { bodySite: 'wrist' });
  const session = mustBe(
    201,
    await coordinator.post<{ id: string }>(`/api/cases/${caseId}/sessions`, booking(team, 5, 9)),
  );
  mustBe(
    204,
    await coordinator.post(`/api/authorizations/${authorizationId}/revocations`, {
      version: 1,
      reason: 'Recorded for the wrong patient',
    }),
  );
  const view = await coordinator.case(caseId);
  expect(view.sessions[0]).toMatchObject({ id: session.id, state: 'blocked' });
  expect(view.tasks[0]).toMatchObject({ kind: 'rebook_blocked', state: 'open' });
  expect(view.lock.unlocked).toBe(false);
  const move = await coordinator.post(`/api/sessions/${session.id}/restorations`, { version: 2 });
  expect(move.problem.refusals[0]?.code).toBe('clearance_gone');
  expect(at(clinic.timeZone, 5, 9)).toBeTruthy();
});

it('blocks only what a shortened window no longer covers', async () => {
  const { coordinator, clinic } = team;
  const { caseId, authorizationId } = await authorizedCase(team, { bodySite: 'elbow' });
  mustBe(201, await coordinator.post(`/api/cases/${caseId}/sessions`, booking(team, 10, 9)));
  mustBe(201, await coordinator.post(`/api/cases/${caseId}/sessions`, booking(team, 60, 9)));
  const proofId = await coordinator.attach(caseId, 'payer_notice', 'Corrected approval');
  const shorter = {
    version: 1,
    effectiveOn: today(clinic.timeZone),
    expiresOn: today(clinic.timeZone, 30),
    lines: [{ procedureCode: '17999', units: 2 }],
    reason: 'Payer shortened it',
    proofId,
  };
  mustBe(204, await coordinator.post(`/api/authorizations/${authorizationId}/amendments`, shorter));
  const view = await coordinator.case(caseId);
  expect(view.sessions.map((session) => session.state).sort()).toEqual(['blocked', 'scheduled']);
  expect(view.clearances[0]).toMatchObject({ units: 2, held: 1, closesOn: today(clinic.timeZone, 30) });
  expect(view.authorizations[0]?.earlierTerms).toHaveLength(1);
});

it('keeps a pended request locked', async () => {
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'knee' });
  mustBe(
    204,
    await team.coordinator.post(`/api/auth-requests/${requestId}/pends`, {
      version: 4,
      words: 'In medical review',
    }),
  );
  const answer = await team.coordinator.post(`/api/cases/${caseId}/sessions`, booking(team, 1, 14));
  expect(answer.problem.refusals[0]?.code).toBe('no_clearance');
});
