import { Stage, openStage } from './harness';
import { Team, approval, booking, caseWithPayer, legal, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const answered = async (kind: string, more: object, bodySite: string) => {
  const { caseId, requestId } = await caseWithPayer(
    team,
    { bodySite },
    { lines: [{ procedureCode: '17999', units: 6 }] },
  );
  const proofId = await team.coordinator.attach(caseId, 'payer_notice');
  const path = `/api/auth-requests/${requestId}/${kind}`;
  return { caseId, path, body: approval(team, proofId, 4, more) };
};
const three = { lines: [{ procedureCode: '17999', units: 3 }] };
const six = { lines: [{ procedureCode: '17999', units: 6 }] };

it('shows a partial approval beside what was asked and stays locked until both have acknowledged (rule 7: differences are shown and acknowledged)', async () => {
  const { coordinator, physician } = team;
  const { caseId, path, body } = await answered('partial-approvals', three, 'hand');
  const id = await coordinator.make(path, body);
  const before = await coordinator.case(caseId);
  expect(before).toMatchObject({
    stage: 'with_payer',
    actsNext: 'coordinator',
    nextStep: 'Acknowledge how the approval differs (AUTH-1)',
    lock: { unlocked: false },
    requests: [{ state: 'partial', stateWords: 'partly approved' }],
    authorizations: [
      {
        state: 'awaiting_acknowledgement',
        basis: 'partial',
        differences: [{ procedureCode: '17999', asked: 6, granted: 3 }],
        assentsOpen: ['coordinator', 'physician'],
      },
    ],
    clearances: [{ active: false, units: 3 }],
  });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'assent_open',
  ]);

  await coordinator.move(`/api/authorizations/${id}/acknowledgements`, { version: 1 });
  expect(await coordinator.case(caseId)).toMatchObject({ actsNext: 'physician', lock: { unlocked: false } });
  expect(await coordinator.refused(`/api/authorizations/${id}/acknowledgements`, { version: 2 })).toEqual([
    'assent_given',
  ]);
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 1, 9))).toEqual([
    'assent_open',
  ]);

  await physician.move(`/api/authorizations/${id}/acknowledgements`, { version: 2 });
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'authorized',
    lock: { unlocked: true },
    authorizations: [
      {
        state: 'in_force',
        differences: [{ asked: 6, granted: 3 }],
        assents: [
          { as: 'coordinator', by: 'Billie Coordinator' },
          { as: 'physician', by: 'Dr. Pat Physician' },
        ],
      },
    ],
  });
  await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 1, 9));
});

it('takes the physician’s acknowledgement first just as well', async () => {
  const { coordinator, physician } = team;
  const { caseId, path, body } = await answered('partial-approvals', three, 'wrist');
  const id = await coordinator.make(path, body);
  await physician.move(`/api/authorizations/${id}/acknowledgements`, { version: 1 });
  expect((await physician.case(caseId)).lock.unlocked).toBe(false);
  await coordinator.move(`/api/authorizations/${id}/acknowledgements`, { version: 2 });
  expect((await physician.case(caseId)).lock.unlocked).toBe(true);
});

it('records a shorter window as a modified approval, with the window that was asked beside it', async () => {
  const { coordinator, physician, clinic } = team;
  const { caseId, path, body } = await answered(
    'modified-approvals',
    { ...six, expiresOn: today(clinic.timeZone, 30) },
    'elbow',
  );
  const id = await coordinator.make(path, body);
  expect(await coordinator.case(caseId)).toMatchObject({
    requests: [{ state: 'modified', stateWords: 'approved with changes' }],
    authorizations: [
      {
        differences: [],
        expiresOn: today(clinic.timeZone, 30),
        askedWindow: { fromOn: today(clinic.timeZone), toOn: today(clinic.timeZone, 90) },
      },
    ],
  });
  expect(legal((await physician.case(caseId)).authorizations[0])).toEqual(['acknowledge']);
  await physician.move(`/api/authorizations/${id}/acknowledgements`, { version: 1 });
  await coordinator.move(`/api/authorizations/${id}/acknowledgements`, { version: 2 });
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 31, 9))).toEqual([
    'outside_window',
  ]);
});

it('never lets less pass for a full approval, nor all of it for less', async () => {
  const { coordinator, clinic } = team;
  const full = await answered('approvals', three, 'knee');
  expect(await coordinator.refused(full.path, full.body)).toEqual(['approval_is_partial']);
  const shorter = { ...full.body, ...six, effectiveOn: today(clinic.timeZone, 1) };
  expect(await coordinator.refused(full.path, shorter)).toEqual(['approval_is_modified']);
  const partial = full.path.replace('approvals', 'partial-approvals');
  expect(await coordinator.refused(partial, { ...full.body, ...six })).toEqual(['approval_is_full']);
  expect((await coordinator.case(full.caseId)).authorizations).toEqual([]);
});

it('takes no approval without its proof, its number, its dates, units, codes and clinician (rule 3: an approval carries all its fields)', async () => {
  const { coordinator, clinic } = team;
  const { caseId, path, body } = await answered('approvals', six, 'foot');
  for (const field of [
    'number',
    'decidedOn',
    'effectiveOn',
    'expiresOn',
    'lines',
    'clinicianIds',
    'placeOfService',
    'channel',
    'proofId',
    'verified',
  ]) {
    const answer = await coordinator.post(path, { ...body, [field]: undefined });
    expect([answer.status, answer.problem.refusals.map((refusal) => refusal.field)]).toEqual([400, [field]]);
  }
  expect((await coordinator.post(path, { ...body, verified: false })).problem.refusals[0]?.sentence).toBe(
    'verified must be compared with the proof first.',
  );
  const elsewhere = await answered('approvals', six, 'ankle');
  expect(await coordinator.refused(path, { ...body, proofId: elsewhere.body.proofId })).toEqual([
    'proof_unknown',
  ]);
  expect(await coordinator.refused(path, { ...body, decidedOn: today(clinic.timeZone, 1) })).toEqual([
    'in_the_future',
  ]);
  expect((await coordinator.case(caseId)).clearances).toEqual([]);
});

it('lets revoked stay revoked: a change of mind is a new record', async () => {
  const { coordinator } = team;
  const { path, body } = await answered('partial-approvals', three, 'thigh');
  const id = await coordinator.make(path, body);
  await coordinator.move(`/api/authorizations/${id}/revocations`, {
    version: 1,
    reason: 'Entered by mistake',
  });
  expect(await coordinator.refused(`/api/authorizations/${id}/acknowledgements`, { version: 2 })).toEqual([
    'wrong_state',
  ]);
  expect(await coordinator.refused(path, { ...body, version: 5 })).toEqual(['wrong_state']);
});
