import { Stage, openStage } from './harness';
import { Team, approval, authorizedCase, booking, markReady, requestFor, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const day = (days: number) => today(team.clinic.timeZone, days);
const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip', 'foot', 'shoulder', 'thigh', 'forearm'];
let site = 0;
type Authorized = Awaited<ReturnType<typeof authorizedCase>>;
const authorized = () =>
  authorizedCase(team, { bodySite: sites[site++ % sites.length], duplicateIntended: true });
const again = ({ authorizationId }: Authorized, purpose: string, more: object = {}) =>
  requestFor(team, { purpose, ofAuthorizationId: authorizationId, fromOn: day(91), toOn: day(180), ...more });

/** Asks and has it received by the payer; its version is then 4. */
async function received(of: Authorized, purpose: string): Promise<string> {
  const { coordinator } = team;
  const id = await coordinator.make(`/api/cases/${of.caseId}/auth-requests`, again(of, purpose));
  await markReady(team, of.caseId, id);
  await coordinator.move(`/api/auth-requests/${id}/submissions`, {
    version: 2,
    channel: 'portal',
    submittedAt: new Date().toISOString(),
    reference: 'PORTAL-2',
  });
  await coordinator.move(`/api/auth-requests/${id}/receipts`, {
    version: 3,
    payerReceivedAt: new Date().toISOString(),
  });
  return id;
}

it('an extension under the same number changes the terms, keeps those before, and leaves the bookings', async () => {
  const of = await authorized();
  const { coordinator } = team;
  await coordinator.make(`/api/cases/${of.caseId}/sessions`, booking(team, 30, 9));
  const id = await received(of, 'extension');
  const proofId = await coordinator.attach(of.caseId, 'payer_notice', 'Extended');
  const path = `/api/auth-requests/${id}/approvals`;
  const total = { effectiveOn: day(0), expiresOn: day(180), lines: [{ procedureCode: '17999', units: 6 }] };
  expect(
    await coordinator.refused(
      path,
      approval(team, proofId, 4, { ...total, lines: [{ procedureCode: '17999', units: 2 }] }),
    ),
  ).toEqual(['approval_is_partial']);
  await coordinator.make(path, approval(team, proofId, 4, { ...total, effectiveOn: day(0) }));
  const view = await coordinator.case(of.caseId);
  expect(view.authorizations).toMatchObject([
    {
      id: of.authorizationId,
      expiresOn: day(180),
      lines: [{ units: 6 }],
      earlierTerms: [{ expiresOn: day(90), lines: [{ units: 3 }] }],
    },
  ]);
  expect(view.requests.map(({ state, purpose }) => [state, purpose])).toEqual([
    ['approved', 'extension'],
    ['approved', 'initial'],
  ]);
  expect(view.sessions).toMatchObject([{ state: 'scheduled' }]);
  await coordinator.make(`/api/cases/${of.caseId}/sessions`, booking(team, 150, 9));
});

it('an extension never takes units or days back', async () => {
  const of = await authorized();
  const id = await received(of, 'extension');
  const proofId = await team.coordinator.attach(of.caseId, 'payer_notice', 'Less');
  const path = `/api/auth-requests/${id}/partial-approvals`;
  const less = { effectiveOn: day(0), expiresOn: day(60), lines: [{ procedureCode: '17999', units: 1 }] };
  expect(await team.coordinator.refused(path, approval(team, proofId, 4, less))).toEqual([
    'less_than_before',
    'ends_before',
  ]);
});

it('a renewal under a number of its own stands beside the one it follows', async () => {
  const of = await authorized();
  const id = await received(of, 'renewal');
  const proofId = await team.coordinator.attach(of.caseId, 'payer_notice', 'Renewed');
  await team.coordinator.make(
    `/api/auth-requests/${id}/approvals`,
    approval(team, proofId, 4, { number: 'AUTH-2', effectiveOn: day(91), expiresOn: day(180) }),
  );
  const { authorizations } = await team.coordinator.case(of.caseId);
  expect(
    authorizations.map(({ number, effectiveOn, expiresOn, state }) => [
      number,
      effectiveOn,
      expiresOn,
      state,
    ]),
  ).toEqual([
    ['AUTH-2', day(91), day(180), 'in_force'],
    ['AUTH-1', day(0), day(90), 'in_force'],
  ]);
  await team.coordinator.make(`/api/cases/${of.caseId}/sessions`, booking(team, 120, 11));
});

it('what has expired is renewed, not extended', async () => {
  const of = await authorized();
  await stage.db.owner.query(
    `SET session_replication_role = replica; UPDATE stipple.payer_authorization SET effective_on = effective_on - 200, expires_on = expires_on - 200 WHERE id = '${of.authorizationId}'; SET session_replication_role = origin`,
  );
  const path = `/api/cases/${of.caseId}/auth-requests`;
  expect(await team.coordinator.refused(path, again(of, 'extension'))).toEqual(['authorization_expired']);
  await team.coordinator.make(path, again(of, 'renewal'));
});

it('is about an authorization in force on this case, and says which', async () => {
  const [of, other] = [await authorized(), await authorized()];
  const path = `/api/cases/${of.caseId}/auth-requests`;
  const unnamed = { ...again(of, 'extension'), ofAuthorizationId: undefined };
  expect(await team.coordinator.refused(path, unnamed)).toEqual(['authorization_unnamed']);
  expect(await team.coordinator.refused(path, again(other, 'extension'))).toEqual([
    'authorization_not_in_force',
  ]);
  expect(await team.coordinator.refused(path, again(of, 'initial'))).toEqual(['purpose_missing']);
  expect(
    await team.coordinator.refused(path, again(of, 'renewal', { fromOn: day(1), toOn: day(80) })),
  ).toEqual(['renewal_ends_before']);
  await team.coordinator.move(`/api/authorizations/${of.authorizationId}/revocations`, {
    version: 1,
    reason: 'Mistake',
  });
  expect(await team.coordinator.refused(path, again(of, 'revision'))).toEqual(['authorization_not_in_force']);
});
