import { Neighbours, QueueCounts, QueueRow, QueueRows } from '@stipple/contracts';
import { QueueView, queueSorts, queueViews } from '@stipple/domain';
import { makeClinic, makeManyCases } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { walkQueue } from './queue-story';
import { Team, openCase, signInTeam, today } from './story';

const count = 140;
let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  await makeManyCases(stage.db.owner, stage.clinic, { count });
  await makeManyCases(stage.db.owner, await makeClinic(stage.db.owner, 'Elsewhere'), { count: 20 });
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const me = (row: QueueRow) => row.ownerId === team.clinic.coordinator.id;
/** What a coordinator expects to see in each view, as far as a row shows it. */
const belongs: Readonly<Record<QueueView, (row: QueueRow) => boolean>> = {
  mine: (row) => me(row) && row.actsNext === 'coordinator',
  unassigned: (row) => row.ownerId === null,
  with_payer: (row) => row.actsNext === 'payer',
  physician: (row) => row.actsNext === 'physician',
  denied: (row) => row.stage === 'adverse' && row.actsNext === 'coordinator',
  appeals: (row) => /^Appeal must be filed|deadline on/.test(row.why),
  book: (row) => ['authorized', 'self_pay_ready'].includes(row.stage),
  self_pay: (row) => row.stage.startsWith('self_pay'),
  all: () => true,
};

describe.each(queueViews)('the view “%s”', (view) => {
  it('holds exactly what belongs to it, and its count says so', async () => {
    const all = await walkQueue(team.coordinator, '');
    const expected = all.filter(belongs[view]).map((row) => row.id);
    expect(expected.length).toBeGreaterThan(0);
    const rows = await walkQueue(team.coordinator, `view=${view}`);
    expect(rows.map((row) => row.id)).toEqual(expected);
    const counts = QueueCounts.parse(mustBe(200, await team.coordinator.get('/api/queue/counts')));
    const now = today(team.clinic.timeZone);
    const due = rows.filter((row) => row.dueOn !== null && row.dueOn <= now).length;
    expect(counts.views[view]).toEqual({ count: expected.length, capped: false, due });
  });

  it('can be narrowed down and sorted like the whole queue', async () => {
    const narrowed = await walkQueue(
      team.coordinator,
      `view=${view}&actsNext=coordinator&owner=me&sort=money`,
    );
    const expected = (await walkQueue(team.coordinator, 'sort=money')).filter(
      (row) => belongs[view](row) && row.actsNext === 'coordinator' && me(row),
    );
    expect(narrowed.map((row) => row.id)).toEqual(expected.map((row) => row.id));
  });
});

it('“My next” is the physician’s own patients for a physician, and the manager’s own cases for a manager', async () => {
  const physicians = await walkQueue(team.physician, 'view=mine');
  expect(physicians.length).toBeGreaterThan(0);
  expect(physicians.every((row) => row.actsNext === 'physician')).toBe(true);
  expect(await walkQueue(team.manager, 'view=mine')).toEqual([]);
  await stage.db.owner.query(
    `UPDATE stipple.treatment_case SET owner_id = $2 WHERE clinic_id = $1 AND acts_next = 'manager'`,
    [team.clinic.id, team.clinic.manager.id],
  );
  const managers = await walkQueue(team.manager, 'view=mine');
  expect(managers.length).toBeGreaterThan(0);
  expect(managers.every((row) => row.ownerName === 'Max Manager')).toBe(true);
});

it('counts only what the filters leave', async () => {
  const of = async (query: string) =>
    QueueCounts.parse(mustBe(200, await team.coordinator.get(`/api/queue/counts?${query}`))).views;
  expect((await of('owner=none')).all.count).toBe((await of('')).unassigned.count);
  expect((await of(`payerId=${team.clinic.patientId}`)).all).toEqual({ count: 0, capped: false, due: 0 });
});

it('says why a row is where it is, and what is at risk', async () => {
  const rows = await walkQueue(team.coordinator, '');
  expect(rows.find((row) => row.moneyCents !== null)?.why).toMatch(/, \$[\d,]+ at risk$/);
  for (const row of rows) expect(row.why).toMatch(/^(Appeal must be filed by|Next touch) /);
});

it('gives rows on screen again, and says whether they still belong there', async () => {
  const { coordinator, clinic } = team;
  const [first, second] = await walkQueue(coordinator, 'view=unassigned');
  if (!first || !second) throw new Error('there are unassigned cases');
  const path = `/api/queue/rows?view=unassigned&ids=${first.id},${second.id},${clinic.patientId}`;
  await coordinator.post(`/api/cases/${first.id}/assignments`, {
    version: first.version,
    ownerId: clinic.manager.id,
  });
  const { rows } = QueueRows.parse(mustBe(200, await coordinator.get(path)));
  expect(rows.map(({ id, inView }) => [id, inView]).sort()).toEqual(
    [
      [first.id, false],
      [second.id, true],
    ].sort(),
  );
  expect(rows.find(({ id }) => id === first.id)).toMatchObject({
    version: first.version + 1,
    ownerName: 'Max Manager',
  });
  const found = await coordinator.get(path, { 'stipple-search': String(second.number) });
  expect(QueueRows.parse(mustBe(200, found)).rows.find(({ id }) => id === second.id)).toMatchObject({
    inView: true,
    foundBy: 'case number',
  });
});

describe.each(queueSorts)('beside a case, sorted by %s', (sort) => {
  it.each(['up', 'down'])('stand its neighbours, %s', async (direction) => {
    const query = `view=with_payer&sort=${sort}&direction=${direction}`;
    const ids = (await walkQueue(team.coordinator, query)).map((row) => row.id);
    for (const at of [0, 1, Math.floor(ids.length / 2), ids.length - 1]) {
      const answer = await team.coordinator.get(`/api/cases/${ids[at]}/neighbours?${query}`);
      expect(Neighbours.parse(mustBe(200, answer))).toEqual({
        previous: ids[at - 1] ?? null,
        next: ids[at + 1] ?? null,
        position: { at: at + 1, of: ids.length, capped: false },
      });
    }
  });
});

it('finds the neighbours of a case that has left the view, from where it stood', async () => {
  const { coordinator } = team;
  const rows = await walkQueue(coordinator, 'view=unassigned&sort=number');
  const [before, gone, after] = rows;
  if (!before || !gone || !after) throw new Error('there are unassigned cases');
  const owner = { version: gone.version, ownerId: team.clinic.manager.id };
  await coordinator.move(`/api/cases/${gone.id}/assignments`, owner);
  const path = `/api/cases/${gone.id}/neighbours?view=unassigned&sort=number`;
  const expected = { previous: before.id, next: after.id, position: null };
  expect(mustBe(200, await coordinator.get(path))).toEqual(expected);
});

it('takes an owner away again', async () => {
  const id = await openCase(team, { bodySite: 'knee' });
  await team.coordinator.move(`/api/cases/${id}/assignments`, { version: 1, ownerId: null });
  expect(await team.coordinator.case(id)).toMatchObject({ owner: null, version: 2 });
});

it('a denial that somebody argues with leaves “Denied: decide” for “Appeals due”', async () => {
  const [denied] = await walkQueue(team.coordinator, 'view=denied');
  await stage.db.owner.query(
    `UPDATE stipple.treatment_case SET file_by_on = $2, deadline_on = $2, deadline_what = 'Appeal must be filed' WHERE id = $1`,
    [denied?.id, today(team.clinic.timeZone, 30)],
  );
  const idsOf = async (view: QueueView) =>
    (await walkQueue(team.coordinator, `view=${view}`)).map(({ id }) => id);
  expect(await idsOf('denied')).not.toContain(denied?.id);
  expect(await idsOf('appeals')).toContain(denied?.id);
});
