import { Stage, mustBe, openStage } from './harness';
import { Team, approval, caseWithPayer, deniedCase, markReady, requestFor, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip'];
let site = 0;
const denied = () =>
  deniedCase(
    team,
    { bodySite: sites[site++ % sites.length], duplicateIntended: true },
    { code: '11', kind: 'administrative' },
  );
const anew = ({ caseId, requestId }: { caseId: string; requestId: string }) =>
  team.coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(team, { supersedesId: requestId }));

it('the draft says which request it follows, and the timeline tells it', async () => {
  const of = await denied();
  const id = await anew(of);
  const { requests, timeline } = await team.coordinator.case(of.caseId);
  expect(requests.map((one) => [one.id, one.state, one.supersedesId])).toEqual([
    [id, 'draft', of.requestId],
    [of.requestId, 'denied', null],
  ]);
  const drafted = timeline.find((entry) => entry.subjectId === id);
  expect(drafted?.data).toMatchObject({ supersedesId: of.requestId });
});

it('the first stays denied, in the case and in the report, whatever becomes of the second', async () => {
  const reported = async () =>
    mustBe(200, await team.manager.get<{ total: number }>('/api/reports/metrics/denials/cases')).total;
  const of = await denied();
  const before = await reported();
  const { coordinator } = team;
  const id = await anew(of);
  await markReady(team, of.caseId, id);
  const now = new Date().toISOString();
  const sending = { version: 2, channel: 'portal', submittedAt: now, reference: 'P-2', payerReceivedAt: now };
  await coordinator.move(`/api/auth-requests/${id}/submissions`, sending);
  const proofId = await coordinator.attach(of.caseId, 'payer_notice');
  await coordinator.make(`/api/auth-requests/${id}/approvals`, approval(team, proofId, 4));
  const { requests } = await coordinator.case(of.caseId);
  expect(requests.map(({ state }) => state)).toEqual(['approved', 'denied']);
  expect(await reported()).toBe(before);
});

it('asking anew stops no clock of the old decision: the last day to appeal stays', async () => {
  const of = await denied();
  const windows = async () => (await team.coordinator.case(of.caseId)).clocks.map(({ clock }) => clock);
  expect(await windows()).toContain('appeal_1_filing');
  await anew(of);
  expect(await windows()).toContain('appeal_1_filing');
});

it('follows nothing that is still with the payer', async () => {
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'shoulder', duplicateIntended: true });
  expect(
    await team.coordinator.refused(
      `/api/cases/${caseId}/auth-requests`,
      requestFor(team, { supersedesId: requestId }),
    ),
  ).toEqual(['nothing_to_follow']);
});
