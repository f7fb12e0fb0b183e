import { NextRoutes } from '@stipple/contracts';
import { Denied, appealsOf } from './appeal-story';
import { Stage, mustBe, openStage } from './harness';
import { Team, deniedCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let desk: ReturnType<typeof appealsOf>;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  desk = appealsOf(stage, team);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip'];
let site = 0;
const denied = (denial: object) =>
  deniedCase(
    team,
    { bodySite: sites[site++ % sites.length], duplicateIntended: true },
    { page: '2', ...denial },
  );
const exclusion = { kind: 'benefit_exclusion', code: '96 N383' };
const network = { kind: 'administrative', code: '242' };
const route = async ({ caseId }: Denied) => {
  const read = NextRoutes.parse(mustBe(200, await team.coordinator.get(`/api/cases/${caseId}/next-routes`)));
  return read.decisions[0]?.routes.find(({ kind }) => kind === 'exception');
};
const sending = { version: 2, channel: 'fax', sentAt: new Date().toISOString(), reference: 'FAX-1' };

it('from the network says why nobody in it can do it, and leaves as a file once that is entered', async () => {
  const of = await denied(network);
  expect(await route(of)).toMatchObject({ answer: 'yes' });
  const id = await desk.open(of, 'exception');
  expect((await desk.outline(id)).sections.map(({ key }) => key)).toEqual(['decision', 'network', 'ask']);
  expect(await desk.exported(id)).toContainEqual(
    expect.stringContaining('why no provider of the network can do it'),
  );
  await team.coordinator.make(`/api/challenges/${id}/grounds/network-gaps`, {
    words: 'The plan’s own search names nobody within 200 miles.',
  });
  await desk.write(id);
  expect(await desk.exported(id)).toContain('We ask Test Health Plan to grant an exception');
  await team.coordinator.move(`/api/challenges/${id}/sendings`, {
    ...sending,
    sentAt: new Date().toISOString(),
  });
  expect(await route(of)).toMatchObject({ answer: 'no', why: 'It is already under way.' });
});

it('from an exclusion rests on the plan’s words and argues nothing, so that nobody has to sign it', async () => {
  const of = await denied(exclusion);
  const id = await desk.open(of, 'exception');
  const { challenges } = await team.coordinator.case(of.caseId);
  expect(challenges[0]).toMatchObject({ kind: 'exception', argues: null, clinical: false, fileByOn: null });
  const { entered, sections } = await desk.outline(id);
  expect(entered.grounds.map(({ topic }) => topic)).toEqual(['exclusion', 'reconstructive']);
  expect(sections.map(({ key }) => key)).toEqual(['decision', 'plan', 'origin', 'impairment', 'ask']);
});

it('is asked of nothing that the plan covers', async () => {
  const of = await denied({ code: '50' });
  const id = await desk.open(of, 'exception');
  await desk.write(id);
  expect(await team.coordinator.refused(`/api/challenges/${id}/sendings`, sending)).toEqual([
    'nothing_to_except',
  ]);
  expect(
    await team.coordinator.refused(`/api/cases/${of.caseId}/challenges`, {
      requestId: of.requestId,
      kind: 'exception',
      argues: 'necessity',
    }),
  ).toEqual(['challenge_running', 'ground_of_an_exception']);
});
