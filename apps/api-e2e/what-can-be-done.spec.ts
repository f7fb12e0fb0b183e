import { NextRoutes } from '@stipple/contracts';
import { routeKinds } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { Team, approval, caseWithPayer, deniedCase, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip', 'foot', 'shoulder', 'thigh', 'forearm'];
let site = 0;
const somewhere = (more: object = {}) => ({
  bodySite: sites[site++ % sites.length],
  duplicateIntended: true,
  ...more,
});
const day = (days = 0) => today(team.clinic.timeZone, days);

const read = async (caseId: string) =>
  NextRoutes.parse(mustBe(200, await team.coordinator.get(`/api/cases/${caseId}/next-routes`)));
const newest = async (caseId: string) => {
  const [decision] = (await read(caseId)).decisions;
  if (decision === undefined) throw new Error('nothing was decided against the patient');
  return decision;
};
const answers = ({ routes }: NextRoutes['decisions'][number]) =>
  Object.fromEntries(routes.map(({ kind, answer }) => [kind, answer]));
const routeOf = ({ routes }: NextRoutes['decisions'][number], kind: string) =>
  routes.find((one) => one.kind === kind);

it('says nothing while nothing was decided against the patient', async () => {
  const caseId = await openCase(team, somewhere());
  expect(await read(caseId)).toEqual({ caseId, decisions: [] });
});

it('answers all nine routes of a clinical denial, the call first, and the appeal with its last day and rule', async () => {
  const { caseId, requestId } = await deniedCase(team, somewhere(), { code: 'CO-50' });
  const decision = await newest(caseId);
  expect(decision).toMatchObject({ requestId, denialClass: 'clinical', first: { kind: 'peer_to_peer' } });
  expect(decision.routes.map(({ kind }) => kind)).toEqual(routeKinds);
  expect(answers(decision)).toMatchObject({
    correct_and_resubmit: 'no',
    new_request: 'yes',
    appeal_1: 'yes',
    appeal_2: 'not_known',
    external_review: 'no',
    exception: 'no',
    self_pay: 'yes',
  });
  // ERISA leaves 180 days from the notice, also to a plan that an employer insures.
  expect(routeOf(decision, 'appeal_1')).toMatchObject({
    lastDay: day(180),
    rule: expect.stringContaining('180'),
    late: false,
  });
  expect(routeOf(decision, 'external_review')).toMatchObject({ why: expect.stringContaining('final') });
});

it('marks a way as too late and does not recommend it any more', async () => {
  const long = { decisionOn: day(-300), noticeReceivedOn: day(-300) };
  const { caseId, requestId } = await caseWithPayer(team, somewhere());
  // The payer had it long ago.
  await stage.db.owner.query(
    `UPDATE stipple.auth_request SET submitted_at = $2, payer_received_at = $2 WHERE id = $1`,
    [requestId, `${day(-320)}T12:00:00Z`],
  );
  const denial = { version: 4, words: 'It is investigational.', code: '55', kind: 'clinical', ...long };
  await team.coordinator.move(`/api/auth-requests/${requestId}/denials`, denial);
  const decision = await newest(caseId);
  expect(routeOf(decision, 'appeal_1')).toMatchObject({ answer: 'yes', late: true, lastDay: day(-120) });
  expect(decision.first.kind).not.toBe('appeal_1');
});

it('sends what was only missing back to the payer, and never into a call', async () => {
  const { caseId } = await deniedCase(team, somewhere(), { code: '252 N929', kind: 'administrative' });
  const decision = await newest(caseId);
  expect(decision.first.kind).toBe('correct_and_resubmit');
  expect(answers(decision)).toMatchObject({ peer_to_peer: 'no', external_review: 'no' });
});

it('follows what was argued already, and goes back to the first ways when that is withdrawn', async () => {
  const { caseId, requestId } = await deniedCase(team, somewhere(), { code: '50' });
  const id = await team.coordinator.make(`/api/cases/${caseId}/challenges`, { requestId, kind: 'appeal_1' });
  expect(routeOf(await newest(caseId), 'appeal_1')).toMatchObject({
    answer: 'no',
    why: 'It is already under way.',
  });
  await team.coordinator.move(`/api/challenges/${id}/withdrawals`, { version: 1, reason: 'Mistaken' });
  expect(routeOf(await newest(caseId), 'appeal_1')).toMatchObject({ answer: 'yes' });
});

it('knows of the patient’s form once it is in the case', async () => {
  const { caseId } = await deniedCase(team, somewhere(), { code: '50' });
  const needs = async () => {
    const route = routeOf(await newest(caseId), 'appeal_1');
    return route?.answer === 'yes' ? route.needs.join() : '';
  };
  expect(await needs()).toContain('not on file');
  await team.coordinator.attach(caseId, 'representative_form');
  expect(await needs()).toContain(': on file');
});

it('guesses no last day where the plan type is not known', async () => {
  const { caseId } = await deniedCase(team, somewhere({ planType: 'unknown' }), { code: '50' });
  const { routes, first } = await newest(caseId);
  expect(first.kind).toBeNull();
  for (const route of routes) expect(route.answer === 'yes' ? route.lastDay : null).toBeNull();
});

it('takes an approval of less than was asked as a judgement of how much is needed', async () => {
  const { coordinator } = team;
  const { caseId, requestId } = await caseWithPayer(team, somewhere());
  const proofId = await coordinator.attach(caseId, 'payer_notice', 'Partial approval');
  const lines = [{ procedureCode: '17999', units: 1 }];
  await coordinator.make(
    `/api/auth-requests/${requestId}/partial-approvals`,
    approval(team, proofId, 4, { number: 'PART-1', lines }),
  );
  expect(await newest(caseId)).toMatchObject({
    requestId,
    denialClass: 'clinical',
    why: expect.stringContaining('Less was granted'),
  });
});

it('is read by manager and physician too, and every reading is in the audit trail', async () => {
  const { caseId } = await deniedCase(team, somewhere());
  for (const person of [team.manager, team.physician])
    mustBe(200, await person.get(`/api/cases/${caseId}/next-routes`));
  const trail = mustBe(200, await team.manager.get<{ action: string }[]>(`/api/audit?caseId=${caseId}`));
  expect(trail.filter(({ action }) => action === 'next_routes.read')).toHaveLength(2);
});
