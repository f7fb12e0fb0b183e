import { QueuePage, Served } from '@stipple/contracts';
import { makeClinic, makeManyCases } from '@stipple/testing';
import { Browser, Stage, mustBe, openStage } from './harness';
import { walkQueue } from './queue-story';
import { Team, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  await makeManyCases(stage.db.owner, stage.clinic, { count: 40 });
  team = await signInTeam(stage);
});
afterAll(() => stage.close());
beforeEach(() => stage.db.owner.query('DELETE FROM stipple.case_lease'));

const serve = async (browser: Browser, filters: object = {}): Promise<string> => {
  const served = Served.parse(mustBe(200, await browser.post('/api/queue/leases', filters)));
  if (served.caseId === null) throw new Error('nothing was served');
  return served.caseId;
};
const leaseOf = async (caseId: string) =>
  QueuePage.parse(mustBe(200, await team.manager.get('/api/cases'))).rows.find(({ id }) => id === caseId)
    ?.lease;
const pass = (minutes: number) =>
  stage.db.owner.query(
    `UPDATE stipple.case_lease SET until = until - make_interval(mins => $1), given_back_at = given_back_at - make_interval(mins => $1)`,
    [minutes],
  );

it('serves the most pressing case nobody works on, and shows who works on it', async () => {
  const [first, second] = await walkQueue(team.coordinator, '');
  expect(await serve(team.coordinator)).toBe(first?.id);
  expect(await serve(team.manager)).toBe(second?.id);
  expect(await leaseOf(first?.id ?? '')).toMatchObject({ name: 'Billie Coordinator' });
});

it('goes on to the next, gives the one before it back, and does not come back to it at once', async () => {
  const [first, second, third] = await walkQueue(team.coordinator, '');
  expect([await serve(team.coordinator), await serve(team.coordinator)]).toEqual([first?.id, second?.id]);
  expect(await leaseOf(first?.id ?? '')).toBeNull();
  expect(await serve(team.manager)).toBe(first?.id);
  expect(await serve(team.coordinator)).toBe(third?.id);
});

it('comes back to what was passed once an hour has gone by, or something happened', async () => {
  const [first, second] = await walkQueue(team.coordinator, '');
  await serve(team.coordinator);
  await serve(team.coordinator);
  await pass(61);
  expect(await serve(team.coordinator)).toBe(first?.id);
  expect(await serve(team.coordinator)).toBe(second?.id);
  const touch = { version: second?.version, nextTouchOn: second?.nextTouchOn };
  await team.manager.move(`/api/cases/${second?.id}/touches`, touch);
  const expected = (await walkQueue(team.coordinator, '')).filter(({ id }) => id !== first?.id);
  for (const { id } of expected) expect(await serve(team.coordinator)).toBe(id);
});

it('keeps a case while its page gives signs of life, and lets it go two minutes after the last', async () => {
  const id = await serve(team.coordinator);
  await pass(1);
  await team.coordinator.move(`/api/cases/${id}/lease-renewals`, {});
  await pass(1);
  expect(await serve(team.manager)).not.toBe(id);
  await stage.db.owner.query('DELETE FROM stipple.case_lease WHERE staff_id = $1', [team.clinic.manager.id]);
  await pass(1);
  expect(await leaseOf(id)).toBeNull();
  expect(await serve(team.manager)).toBe(id);
  expect(await team.coordinator.refused(`/api/cases/${id}/lease-renewals`, {})).toEqual(['lease_lost']);
});

it('comes back to life after a sleep, when nobody else was served the case', async () => {
  const id = await serve(team.coordinator);
  await pass(30);
  expect(await leaseOf(id)).toBeNull();
  await team.coordinator.move(`/api/cases/${id}/lease-renewals`, {});
  expect(await leaseOf(id)).toMatchObject({ staffId: team.clinic.coordinator.id });
});

it('gives a case back when its page is left, to everybody else at once', async () => {
  const id = await serve(team.coordinator);
  await team.manager.move(`/api/cases/${id}/lease-releases`, {});
  expect(await leaseOf(id)).not.toBeNull();
  await team.coordinator.move(`/api/cases/${id}/lease-releases`, {});
  await team.coordinator.move(`/api/cases/${id}/lease-releases`, {});
  expect(await leaseOf(id)).toBeNull();
  expect(await serve(team.manager)).toBe(id);
});

it('serves within the view and the filters asked for, and says when nothing is left', async () => {
  const denied = await walkQueue(team.coordinator, 'view=denied&owner=me');
  for (const row of denied)
    expect(await serve(team.coordinator, { view: 'denied', owner: 'me' })).toBe(row.id);
  const none = await team.coordinator.post('/api/queue/leases', { view: 'denied', owner: 'me' });
  expect(mustBe(200, none)).toEqual({ caseId: null });
});

it('serves nobody another clinic’s cases, and renews nothing there', async () => {
  const other = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  const filters = { payerId: team.clinic.payerId };
  expect(mustBe(200, await other.coordinator.post('/api/queue/leases', filters))).toEqual({ caseId: null });
  const id = await serve(team.coordinator);
  for (const path of ['lease-renewals', 'lease-releases']) {
    const answer = await other.coordinator.post(`/api/cases/${id}/${path}`, {});
    expect([path, answer.status]).toEqual([path, 404]);
  }
  expect(await leaseOf(id)).not.toBeNull();
});
