import { ClearedList } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { Team, authorizedCase, booking, openCase, signInTeam, today } from './story';

const sites = ['hand', 'wrist', 'elbow', 'shoulder', 'knee', 'ankle', 'foot'];

let stage: Stage;
let team: Team;
/** In the order in which they were authorized. */
const cleared: string[] = [];
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  for (const side of ['left', 'right'])
    for (const bodySite of sites)
      cleared.push((await authorizedCase(team, { bodySite, side, diagnoses: ['L90.5'] })).caseId);
}, 120_000);
afterAll(() => stage.close());

const list = async (query = '') =>
  ClearedList.parse(mustBe(200, await team.coordinator.get(`/api/schedule/cleared${query}`)));

it('lists the first dozen of all who may be booked, and says how many there are', async () => {
  const { rows, total } = await list();
  expect(total).toBe(14);
  expect(rows.map(({ caseId }) => caseId)).toEqual(cleared.slice(0, 12));
  expect(rows[0]).toMatchObject({ procedureCode: '17999', units: 3, unitsLeft: 3, source: 'authorization' });
});

it('lists the cases that are asked for, those only that have units left', async () => {
  const open = await openCase(team, { bodySite: 'scalp', side: 'midline' });
  const { rows, total } = await list(`?cases=${[cleared[13], open, cleared[12]].join(',')}`);
  expect(rows.map(({ caseId }) => caseId).sort()).toEqual([cleared[12], cleared[13]].sort());
  expect(total).toBe(2);
});

it('counts what is booked at once, and leaves out what has no unit left', async () => {
  const [caseId = ''] = cleared;
  for (const days of [10, 20, 30]) {
    await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, days, 9));
    const { rows } = await list(`?cases=${caseId}`);
    const left = 3 - days / 10;
    expect(rows.map(({ unitsLeft, lastSessionOn }) => ({ unitsLeft, lastSessionOn }))).toEqual(
      left > 0 ? [{ unitsLeft: left, lastSessionOn: today(team.clinic.timeZone, days) }] : [],
    );
  }
  expect((await list()).total).toBe(13);
});

it('knows nothing of another clinic', async () => {
  const others = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  const asked = await others.coordinator.get<ClearedList>(`/api/schedule/cleared?cases=${cleared.join(',')}`);
  expect(mustBe(200, asked)).toEqual({ rows: [], total: 0 });
});

const tooMany = Array.from({ length: 51 }, () => '0190a000-0000-7000-8000-000000000000').join(',');
it.each([
  ['what is no id', '?cases=all'],
  ['more than fifty', `?cases=${tooMany}`],
  ['what nobody asks', '?from=1'],
])('says what is wrong: %s', async (_what, query) => {
  const { status, problem } = await team.coordinator.get(`/api/schedule/cleared${query}`);
  expect(status).toBe(400);
  expect(problem.refusals.length).toBeGreaterThan(0);
});
