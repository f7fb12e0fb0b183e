import { SavedViews } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { Browser, Stage, mustBe, openStage } from './harness';
import { Team, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());
beforeEach(() => stage.db.owner.query('DELETE FROM stipple.saved_view'));

const views = async (browser: Browser) =>
  SavedViews.parse(mustBe(200, await browser.get('/api/saved-views')));

it('keeps a person’s own views in the order in which they were saved, for them alone', async () => {
  const first = await team.coordinator.make('/api/saved-views', {
    name: 'Late',
    query: 'view=mine&sort=touch',
  });
  const second = await team.coordinator.make('/api/saved-views', {
    name: 'Aetna',
    query: 'stage=adverse,billing&owner=me',
  });
  expect(await views(team.coordinator)).toEqual([
    { id: first, name: 'Late', query: 'view=mine&sort=touch' },
    { id: second, name: 'Aetna', query: 'stage=adverse,billing&owner=me' },
  ]);
  expect(await views(team.manager)).toEqual([]);
});

it('renames, changes and removes them', async () => {
  const id = await team.coordinator.make('/api/saved-views', { name: 'Late', query: 'view=mine' });
  await team.coordinator.move(`/api/saved-views/${id}/changes`, { name: 'late', query: 'view=denied' });
  expect(await views(team.coordinator)).toEqual([{ id, name: 'late', query: 'view=denied' }]);
  await team.coordinator.move(`/api/saved-views/${id}/removals`, {});
  expect(await views(team.coordinator)).toEqual([]);
});

it('has no two of one name for one person, however they are written, also at the same moment', async () => {
  const [manager, coordinator] = [team.manager, team.coordinator];
  await manager.make('/api/saved-views', { name: 'Late', query: '' });
  const tries = await Promise.all(
    ['Late', 'late', 'LATE', ' Late '].map((name) =>
      coordinator.post('/api/saved-views', { name, query: '' }),
    ),
  );
  expect(tries.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect(tries.find(({ status }) => status === 409)?.problem.refusals[0]).toMatchObject({
    code: 'name_taken',
    field: 'name',
  });
});

it('holds at most thirty, also when the last two are saved at once', async () => {
  const save = (number: number) =>
    team.coordinator.post('/api/saved-views', { name: `View ${number}`, query: '' });
  for (let number = 1; number < 30; number++) mustBe(201, await save(number));
  const answers = await Promise.all([save(30), save(31)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await team.coordinator.refused('/api/saved-views', { name: 'One more', query: '' })).toEqual([
    'too_many_views',
  ]);
});

it.each(['search=Doe', 'q=Doe', 'sort=nothing', 'view=secret', 'after=abc', 'stage=', 'x'.repeat(2001)])(
  'keeps no query but one of the queue, and never a search text: %s',
  async (query) => {
    const answer = await team.coordinator.post('/api/saved-views', { name: 'Bad', query });
    const fine = query === 'stage=';
    expect([answer.status, answer.problem.refusals?.[0]?.field]).toEqual(
      fine ? [201, undefined] : [400, 'query'],
    );
  },
);

it('lets nobody change or remove another person’s view, of this clinic or another', async () => {
  const other = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  const id = await team.coordinator.make('/api/saved-views', { name: 'Mine', query: '' });
  for (const browser of [team.manager, other.coordinator]) {
    const body = { name: 'Theirs', query: '' };
    expect((await browser.post(`/api/saved-views/${id}/changes`, body)).status).toBe(404);
    expect((await browser.post(`/api/saved-views/${id}/removals`, {})).status).toBe(404);
  }
  expect(await views(team.coordinator)).toEqual([{ id, name: 'Mine', query: '' }]);
});
