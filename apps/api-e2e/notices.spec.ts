import { Notices } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { Browser, Stage, mustBe, openStage } from './harness';
import { Team, signInTeam, today } from './story';
import { answerEveryOther, manyAsked, watched } from './watch-story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  // Two cases whose payer waits for an answer since yesterday: two tasks for the coordinator, two for the manager.
  const respondByOn = today(team.clinic.timeZone, -1);
  await manyAsked(stage.db.owner, team.clinic, { count: 2, respondByOn });
  await watched(stage.db.owner, team.clinic);
});
afterAll(() => stage.close());

const of = async (browser: Browser) => Notices.parse(mustBe(200, await browser.get('/api/notices')));
const see = (browser: Browser, upTo: string | null) => browser.move('/api/notices/marks', { upTo });
const inShort = ({ fresh, items }: Notices) => ({ fresh, listed: items.map(({ isNew }) => isNew) });

it('tells each role its own, the newest first, until somebody has looked', async () => {
  const notices = await of(team.coordinator);
  expect(inShort(notices)).toEqual({ fresh: 2, listed: [true, true] });
  expect(notices.items[0]?.about).toMatch(/^The payer’s question must be answered by/);
  expect((await of(team.manager)).items[0]?.about).toMatch(/is not\.$/);
  expect(inShort(await of(team.physician))).toEqual({ fresh: 0, listed: [] });

  await see(team.coordinator, notices.upTo);
  expect(inShort(await of(team.coordinator))).toEqual({ fresh: 0, listed: [false, false] });
  expect((await of(team.manager)).fresh).toBe(2);
});

it('never takes the mark back, whatever an older tab says', async () => {
  await see(team.coordinator, '1-1');
  expect((await of(team.coordinator)).fresh).toBe(0);
});

it('no longer tells what is no longer so', async () => {
  await answerEveryOther(stage.db.owner, team.clinic);
  await watched(stage.db.owner, team.clinic);
  expect(inShort(await of(team.manager))).toEqual({ fresh: 1, listed: [true] });
});

it('keeps a mark per person, and tells nothing of another clinic', async () => {
  const other = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  expect(await of(other.coordinator)).toEqual({ items: [], fresh: 0, upTo: null });
});
