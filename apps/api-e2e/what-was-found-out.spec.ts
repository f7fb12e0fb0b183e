import { AppealOutlineView, NextRoutes } from '@stipple/contracts';
import { Stage, mustBe, openStage } from './harness';
import { Team, caseWithPayer, deniedCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip'];
let site = 0;
const somewhere = () => ({ bodySite: sites[site++ % sites.length], duplicateIntended: true });
type Denied = Awaited<ReturnType<typeof deniedCase>>;
const excluded = { kind: 'benefit_exclusion', code: '96 N383', page: '2' };
const deniedAs = (denial: object) => deniedCase(team, somewhere(), denial);
const open = ({ caseId, requestId }: Denied, kind = 'appeal_1') =>
  team.coordinator.make(`/api/cases/${caseId}/challenges`, { requestId, kind });
const outline = async (id: string) =>
  AppealOutlineView.parse(mustBe(200, await team.coordinator.get(`/api/challenges/${id}/outline`)));
const find = ({ requestId }: Denied, topic: string, says: boolean, more: object = {}) =>
  team.coordinator.make(`/api/auth-requests/${requestId}/findings`, {
    topic,
    says,
    words: 'Certificate, page 60',
    ...more,
  });
const routes = async ({ caseId }: Denied) => {
  const read = NextRoutes.parse(mustBe(200, await team.coordinator.get(`/api/cases/${caseId}/next-routes`)));
  return Object.fromEntries((read.decisions[0]?.routes ?? []).map((one) => [one.kind, one]));
};

it('opens and closes the ways that hang on it', async () => {
  const of = await deniedAs(excluded);
  expect((await routes(of))['peer_to_peer']?.answer).toBe('not_known');
  const first = await find(of, 'exclusion_is_judgement', true);
  expect((await routes(of))['peer_to_peer']?.answer).toBe('yes');
  await find(of, 'exclusion_is_judgement', false, { replacesId: first });
  expect((await routes(of))['peer_to_peer']?.answer).toBe('no');
  await find(of, 'second_level', false);
  expect((await routes(of))['appeal_2']).toMatchObject({
    answer: 'no',
    why: expect.stringContaining('one internal level'),
  });
});

it('is asked of exclusions only where it is about exclusions, and of nothing that was not decided against the patient', async () => {
  const of = await deniedAs({ code: '50' });
  const path = `/api/auth-requests/${of.requestId}/findings`;
  const body = { topic: 'exclusion_is_judgement', says: true, words: 'Read' };
  expect(await team.coordinator.refused(path, body)).toEqual(['not_an_exclusion']);
  const waiting = await caseWithPayer(team, somewhere());
  expect(
    await team.coordinator.refused(`/api/auth-requests/${waiting.requestId}/findings`, {
      ...body,
      topic: 'second_level',
    }),
  ).toEqual(['nothing_to_challenge']);
});

it('what an appeal said when it was signed outlasts what is found out later', async () => {
  const of = await deniedAs(excluded);
  const id = await open(of);
  const first = await find(of, 'exclusion_is_judgement', true);
  await team.coordinator.move(`/api/challenges/${id}/wordings`, { version: 1, body: 'It is no looks.' });
  await team.physician.move(`/api/challenges/${id}/signatures`, {
    version: 2,
    password: team.clinic.physician.password,
  });
  await find(of, 'exclusion_is_judgement', false, { replacesId: first });
  expect((await outline(id)).sections.map(({ key }) => key)).toContain('judgement');
  const next = await open(of, 'reconsideration');
  expect((await outline(next)).sections.map(({ key }) => key)).not.toContain('judgement');
});
