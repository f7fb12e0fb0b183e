import { Stage, openStage } from './harness';
import { Team, booking, caseWithPayer, legal, requestFor, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

/** Walks a case to a request that was sent by fax and that nobody has confirmed yet. */
async function sentRequest(bodySite: string) {
  const { coordinator } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite });
  await coordinator.move(`/api/auth-requests/${requestId}/withdrawals`, {
    version: 4,
    reason: 'Sent to the wrong plan',
  });
  const id = await coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(team));
  await coordinator.move(`/api/auth-requests/${id}/completions`, { version: 1 });
  const sent = { version: 2, channel: 'fax', submittedAt: new Date().toISOString(), reference: 'FAX-1' };
  await coordinator.move(`/api/auth-requests/${id}/submissions`, sent);
  return { caseId, id };
}

it('is corrected as a new request that names the rejected one, and never appealed (rule 8: a rejection is no denial)', async () => {
  const { coordinator } = team;
  const { caseId, id } = await sentRequest('hand');
  await coordinator.move(`/api/auth-requests/${id}/rejections`, {
    version: 3,
    errorCode: '67',
    words: 'Patient not found',
  });
  const rejected = await coordinator.case(caseId);
  expect(rejected).toMatchObject({
    stage: 'preparing',
    nextStep: 'Correct the rejected request and send it again',
    lock: { unlocked: false },
    requests: [
      {
        id,
        state: 'rejected_unreviewed',
        rejection: { code: '67', words: 'Patient not found' },
        denial: null,
      },
      {},
    ],
  });
  expect(legal(rejected.requests[0])).toEqual([]);
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'no_clearance',
  ]);

  const corrected = await coordinator.make(
    `/api/cases/${caseId}/auth-requests`,
    requestFor(team, { supersedesId: id }),
  );
  const { rows } = await stage.db.owner.query(
    'SELECT supersedes_id FROM stipple.auth_request WHERE id = $1',
    [corrected],
  );
  expect(rows).toEqual([{ supersedes_id: id }]);
  await coordinator.move(`/api/auth-requests/${corrected}/completions`, { version: 1 });
  expect(await coordinator.case(caseId)).toMatchObject({ nextStep: 'Submit the request' });
});

it('is not counted among the denials', async () => {
  const { manager } = team;
  const report = await manager.get('/api/reports/metrics?metrics=denial_rate,denials');
  expect(report.body).toMatchObject({
    figures: [
      { part: 0, whole: 0 },
      { part: 0, whole: 0 },
    ],
  });
});

it('corrects only what was rejected without review, of the same case', async () => {
  const { coordinator } = team;
  const { caseId, id } = await sentRequest('wrist');
  expect(
    await coordinator.refused(`/api/cases/${caseId}/auth-requests`, requestFor(team, { supersedesId: id })),
  ).toEqual(['nothing_to_follow']);
  await coordinator.move(`/api/auth-requests/${id}/rejections`, { version: 3, words: 'Not our member' });
  const other = await caseWithPayer(team, { bodySite: 'elbow' });
  const foreign = await coordinator.post(
    `/api/cases/${other.caseId}/auth-requests`,
    requestFor(team, { supersedesId: id }),
  );
  expect(foreign.status).toBe(404);
});

it('is rejected only before the payer has received it', async () => {
  const { coordinator } = team;
  const { requestId } = await caseWithPayer(team, { bodySite: 'knee' });
  expect(
    await coordinator.refused(`/api/auth-requests/${requestId}/rejections`, { version: 4, words: 'Late' }),
  ).toEqual(['wrong_state']);
});

it('asks for a code once only', async () => {
  const { coordinator } = team;
  const { caseId } = await sentRequest('foot');
  const line = { procedureCode: '17999', units: 1 };
  expect(
    await coordinator.refused(
      `/api/cases/${caseId}/auth-requests`,
      requestFor(team, { lines: [line, line] }),
    ),
  ).toEqual(['code_twice']);
});

it('is received by the payer neither before it was sent nor in the future, whatever the offsets', async () => {
  const { coordinator } = team;
  const { caseId, id } = await sentRequest('ankle');
  const path = `/api/auth-requests/${id}/receipts`;
  const [request] = (await coordinator.case(caseId)).requests;
  const sentAt = Temporal.Instant.from(request?.submittedAt ?? '');
  const inTokyo = (instant: Temporal.Instant) => instant.toString({ timeZone: 'Asia/Tokyo' });
  const refused = (receivedAt: string) =>
    coordinator.refused(path, { version: 3, payerReceivedAt: receivedAt });
  expect(await refused(inTokyo(sentAt.subtract({ seconds: 1 })))).toEqual(['received_before_sent']);
  expect(await refused(new Date(Date.now() + 600_000).toISOString())).toEqual(['in_the_future']);
  await coordinator.move(path, { version: 3, payerReceivedAt: inTokyo(sentAt), payerReference: 'PAYER-1' });
  expect(await coordinator.case(caseId)).toMatchObject({
    actsNext: 'payer',
    requests: [{ state: 'received', payerReference: 'PAYER-1' }, {}],
  });
});

it('says so at the submission too, where a portal confirms at once', async () => {
  const { coordinator } = team;
  const { caseId } = await caseWithPayer(team, { bodySite: 'thigh' });
  const [open] = (await coordinator.case(caseId)).requests;
  await coordinator.move(`/api/auth-requests/${open?.id}/withdrawals`, { version: 4, reason: 'Again' });
  const id = await coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(team));
  await coordinator.move(`/api/auth-requests/${id}/completions`, { version: 1 });
  const sent = Temporal.Now.instant().subtract({ minutes: 10 });
  const submission = (received: Temporal.Instant) => ({
    version: 2,
    channel: 'portal',
    submittedAt: sent.toString({ timeZone: 'Asia/Tokyo' }),
    reference: 'P-1',
    payerReceivedAt: received.toString({ timeZone: 'America/New_York' }),
  });
  const path = `/api/auth-requests/${id}/submissions`;
  expect(await coordinator.refused(path, submission(sent.subtract({ minutes: 1 })))).toEqual([
    'received_before_sent',
  ]);
  expect(await coordinator.refused(path, submission(sent.add({ hours: 1 })))).toEqual(['in_the_future']);
  await coordinator.move(path, submission(sent.add({ minutes: 1 })));
});
