import { randomUUID } from 'node:crypto';
import { BulkMoves, BulkResult, BulkResults, QueueRow } from '@stipple/contracts';
import { makeClinic, makeManyCases } from '@stipple/testing';
import { Browser, Stage, mustBe, openStage } from './harness';
import { walkQueue } from './queue-story';
import { Team, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  await makeManyCases(stage.db.owner, stage.clinic, { count: 60 });
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const bulk = async (browser: Browser, body: BulkMoves, key: string = randomUUID()): Promise<BulkResult[]> =>
  BulkResults.parse(mustBe(200, await browser.post('/api/queue/bulk-moves', body, key))).results;
const touches = (rows: readonly QueueRow[], days: number): BulkMoves => ({
  move: 'plan_touch',
  items: rows.map(({ id, version }) => ({
    caseId: id,
    version,
    nextTouchOn: today(team.clinic.timeZone, days),
  })),
});
const undoOf = (move: BulkMoves['move'], results: readonly BulkResult[]): BulkMoves => ({
  move,
  items: results.flatMap(({ undo }) => (undo ? [undo] : [])),
});
const eventsOf = async (move: string) => {
  const { rows } = await stage.db.owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM stipple.case_event WHERE move = $1',
    [move],
  );
  return rows[0]?.n ?? 0;
};

it('does what it can and says of the others why: 41 done, 3 refused', async () => {
  const { coordinator, manager } = team;
  const rows = (await walkQueue(coordinator, 'sort=number')).slice(0, 43);
  const [closed, moved] = rows;
  if (!closed || !moved) throw new Error('there are cases');
  await manager.move(`/api/cases/${closed.id}/closures`, { version: closed.version, reason: 'transferred' });
  await manager.move(`/api/cases/${moved.id}/assignments`, { version: moved.version, ownerId: null });
  const body = touches([{ ...closed, version: closed.version + 1 }, ...rows.slice(1)], 12);
  const missing = { caseId: randomUUID(), version: 1, nextTouchOn: today(team.clinic.timeZone, 12) };
  const results = await bulk(coordinator, { ...body, items: [...body.items, missing] });
  expect(results.map(({ caseId }) => caseId)).toEqual([...rows.map(({ id }) => id), missing.caseId]);
  expect(results.filter(({ done }) => done)).toHaveLength(41);
  const refused = results.filter(({ done }) => !done);
  expect(refused).toMatchObject([
    { number: closed.number, undo: null, refusals: [{ sentence: expect.stringMatching(/closed/i) }] },
    {
      number: moved.number,
      undo: null,
      refusals: [{ code: 'stale', sentence: expect.stringMatching(/Max Manager/) }],
    },
    { number: null, undo: null, refusals: [{ code: 'not_found' }] },
  ]);
  const after = await walkQueue(coordinator, 'sort=number');
  for (const { id } of rows.slice(2))
    expect(after.find((row) => row.id === id)?.nextTouchOn).toBe(today(team.clinic.timeZone, 12));
});

it('is undone by the same move with what it answered: each case is exactly as before', async () => {
  const { coordinator } = team;
  const before = (await walkQueue(coordinator, 'sort=number')).slice(-12);
  const planned = await bulk(coordinator, touches(before, 25));
  await bulk(coordinator, undoOf('plan_touch', planned));
  const assigned = await bulk(coordinator, {
    move: 'assign',
    items: before.map(({ id, version }) => ({
      caseId: id,
      version: version + 2,
      ownerId: team.clinic.manager.id,
    })),
  });
  expect(assigned.every(({ done }) => done)).toBe(true);
  const undone = await bulk(coordinator, undoOf('assign', assigned));
  expect(undone.every(({ done }) => done)).toBe(true);
  const after = (await walkQueue(coordinator, 'sort=number')).slice(-12);
  const kept = ({ id, nextTouchOn, ownerId }: QueueRow) => [id, nextTouchOn, ownerId];
  expect(after.map(kept)).toEqual(before.map(kept));
  expect(before.some(({ ownerId }) => ownerId === null)).toBe(true);
});

it('acts once, however often it is sent under one key, and answers alike', async () => {
  const { coordinator } = team;
  const rows = (await walkQueue(coordinator, 'sort=number')).slice(-20);
  const [body, key] = [touches(rows, 33), randomUUID()];
  const before = await eventsOf('plan_touch');
  const answers = await Promise.all([1, 2, 3].map(() => bulk(coordinator, body, key)));
  answers.push(await bulk(coordinator, body, key));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.every(({ done }) => done)).toBe(true);
  expect((await eventsOf('plan_touch')) - before).toBe(20);
  const other = await coordinator.post('/api/queue/bulk-moves', touches(rows, 34), key);
  expect([other.status, other.problem.code]).toEqual([422, 'idempotency_key_reused']);
  expect((await eventsOf('plan_touch')) - before).toBe(20);
});

it('tells of another clinic’s case what it tells of one that is not there, and of its people too', async () => {
  const other = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  const theirs = await openCase(other);
  const [ours] = await walkQueue(team.coordinator, 'sort=number');
  const day = today(team.clinic.timeZone, 4);
  const items = [theirs, randomUUID()].map((caseId) => ({ caseId, version: 1, nextTouchOn: day }));
  const [first, second] = await bulk(team.coordinator, { move: 'plan_touch', items });
  expect({ ...first, caseId: '' }).toEqual({ ...second, caseId: '' });
  expect(await other.coordinator.case(theirs)).toMatchObject({ version: 1 });
  const person = { caseId: ours?.id ?? '', version: ours?.version ?? 1, ownerId: other.clinic.manager.id };
  expect(await bulk(team.coordinator, { move: 'assign', items: [person] })).toMatchObject([
    { done: false, refusals: [{ code: 'not_found' }] },
  ]);
});

it('lets a physician plan touches but not assign, as one case at a time', async () => {
  const [row] = await walkQueue(team.physician, 'sort=number&direction=down');
  if (!row) throw new Error('there are cases');
  const assign = { move: 'assign', items: [{ caseId: row.id, version: row.version, ownerId: null }] };
  expect((await team.physician.post('/api/queue/bulk-moves', assign)).status).toBe(403);
  expect(await bulk(team.physician, touches([row], 3))).toMatchObject([{ done: true, number: row.number }]);
});

it.each([
  ['no case', { move: 'assign', items: [] }, 'items'],
  ['an unknown move', { move: 'close', items: [] }, 'move'],
  ['a day to an assignment', { nextTouchOn: '2026-12-01', ownerId: null }, 'items.0.nextTouchOn'],
  ['no owner', {}, 'items.0.ownerId'],
])('refuses a request with %s', async (_, body, field) => {
  const item = { caseId: team.clinic.patientId, version: 1, ...body };
  const sent = 'items' in body ? body : { move: 'assign', items: [item] };
  const answer = await team.coordinator.post('/api/queue/bulk-moves', sent);
  expect([answer.status, answer.problem.refusals.map((one) => one.field)]).toEqual([
    400,
    expect.arrayContaining([field]),
  ]);
});

it('refuses a request that names a case twice, or more than 200', async () => {
  const item = (caseId: string) => ({ caseId, version: 1, ownerId: null });
  for (const items of [
    [item(team.clinic.id), item(team.clinic.id)],
    Array.from({ length: 201 }, () => item(randomUUID())),
  ])
    expect((await team.coordinator.post('/api/queue/bulk-moves', { move: 'assign', items })).status).toBe(
      400,
    );
});
