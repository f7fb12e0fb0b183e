import { randomUUID } from 'node:crypto';
import { Notices } from '@stipple/contracts';
import { type TestClinic, makeClinic } from '@stipple/testing';
import { Browser, Stage, mustBe, openStage } from './harness';
import { Team, signInTeam, today } from './story';
import { answerEveryOther, manyAsked, toldNotices, watched } from './watch-story';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

/** So many cases whose payer waits for an answer since yesterday: a task of each for the coordinator, one for the manager. */
async function withLateAnswers(count: number): Promise<Team> {
  const clinic = await makeClinic(stage.db.owner, 'Scar Clinic');
  await late(clinic, count);
  const team = await signInTeam(stage, clinic);
  await toldNotices(team.coordinator, ({ total }) => total === count);
  return team;
}

async function late(clinic: TestClinic, count: number): Promise<void> {
  await manyAsked(stage.db.owner, clinic, { count, respondByOn: today(clinic.timeZone, -1) });
  await watched(stage.db.owner, clinic);
}

const of = async (browser: Browser, query = '') =>
  Notices.parse(mustBe(200, await browser.get(`/api/notices${query}`)));
const read = (browser: Browser, taskIds: readonly string[], isRead = true) =>
  browser.move('/api/notices/readings', { taskIds, isRead });
const markAll = (browser: Browser, upTo: string | null, marking: string = randomUUID()) =>
  browser.move('/api/notices/marks', { upTo, marking });
const inShort = ({ total, unread, items }: Notices) => ({
  total,
  unread,
  read: items.map(({ isRead }) => isRead),
});

it('tells each role its own, the newest first: what happened, and what to do by when', async () => {
  const team = await withLateAnswers(2);
  const notices = await of(team.coordinator);
  expect(inShort(notices)).toEqual({ total: 2, unread: 2, read: [false, false] });
  expect(notices.items[0]).toMatchObject({
    kind: 'answer_payer',
    title: 'The payer waits for an answer',
    about: expect.stringMatching(/^The payer’s question must be answered by/),
    severity: 'late',
  });
  const [first, second] = notices.items;
  expect(Number(first?.caseNumber)).toBeGreaterThan(Number(second?.caseNumber));
  expect((await of(team.manager)).items[0]).toMatchObject({ kind: 'answer_late', severity: 'now' });
  expect(inShort(await of(team.physician))).toEqual({ total: 0, unread: 0, read: [] });
});

it('is read one by one, and unread again, by each for themselves', async () => {
  const team = await withLateAnswers(2);
  const [, older] = (await of(team.coordinator)).items;
  const taskIds = [older?.taskId ?? ''];
  await read(team.coordinator, taskIds);
  await read(team.coordinator, taskIds);
  expect(inShort(await of(team.coordinator))).toEqual({ total: 2, unread: 1, read: [false, true] });
  expect((await of(team.manager)).unread).toBe(2);
  await read(team.coordinator, taskIds, false);
  expect((await of(team.coordinator)).unread).toBe(2);
});

it('is marked as read all at once, which can be taken back: what was read before stays read', async () => {
  const team = await withLateAnswers(3);
  const { items, upTo } = await of(team.coordinator);
  await read(team.coordinator, [items[2]?.taskId ?? '']);
  const marking = randomUUID();
  await markAll(team.coordinator, upTo, marking);
  expect((await of(team.coordinator)).unread).toBe(0);
  await team.manager.move('/api/notices/mark-ends', { marking });
  expect((await of(team.coordinator)).unread).toBe(0);
  await team.coordinator.move('/api/notices/mark-ends', { marking });
  expect(inShort(await of(team.coordinator))).toMatchObject({ unread: 2, read: [false, false, true] });
});

it('keeps unread what came after somebody looked', async () => {
  const team = await withLateAnswers(1);
  const { upTo, items } = await of(team.coordinator);
  const open = await stage.db.owner.query(
    `UPDATE stipple.auth_request SET respond_by_on = respond_by_on - 1 WHERE clinic_id = $1`,
    [team.clinic.id],
  );
  expect(open.rowCount).toBe(1);
  // Another day is another task.
  await watched(stage.db.owner, team.clinic);
  await markAll(team.coordinator, upTo);
  const known = items.map(({ taskId }) => taskId);
  const notices = await toldNotices(
    team.coordinator,
    (told) => told.total === 1 && !told.items.some(({ taskId }) => known.includes(taskId)),
  );
  expect(inShort(notices)).toEqual({ total: 1, unread: 1, read: [false] });
});

it('lists fifty, more on request, and counts them all; all at once means those that are not listed too', async () => {
  const team = await withLateAnswers(60);
  const notices = await of(team.coordinator);
  expect([notices.items.length, notices.total, notices.unread]).toEqual([50, 60, 60]);
  expect((await of(team.coordinator, '?most=100')).items).toHaveLength(60);
  await markAll(team.coordinator, notices.upTo);
  expect((await of(team.coordinator)).unread).toBe(0);
});

it('no longer tells what is no longer so', async () => {
  const team = await withLateAnswers(2);
  await answerEveryOther(stage.db.owner, team.clinic);
  await watched(stage.db.owner, team.clinic);
  expect(inShort(await of(team.manager))).toEqual({ total: 1, unread: 1, read: [false] });
});

it('lets nobody mark what is another role’s or another clinic’s, and tells them nothing of it', async () => {
  const [team, elsewhere] = [await withLateAnswers(1), await withLateAnswers(1)];
  const [theirs] = (await of(elsewhere.coordinator)).items;
  const [managers] = (await of(team.manager)).items;
  await read(team.coordinator, [theirs?.taskId ?? '', managers?.taskId ?? '', randomUUID()]);
  const { rowCount } = await stage.db.owner.query('SELECT FROM stipple.notice_read WHERE staff_id = $1', [
    team.clinic.coordinator.id,
  ]);
  expect(rowCount).toBe(0);
  expect((await of(elsewhere.coordinator)).unread).toBe(1);
});

it.each([
  ['no place', { upTo: 'now', marking: randomUUID() }, 'upTo'],
  ['no name to take it back by', { upTo: '731-12' }, 'marking'],
])('refuses a mark with %s', async (_what, body, field) => {
  const coordinator = await stage.as(stage.clinic.coordinator);
  const answer = await coordinator.post('/api/notices/marks', body);
  expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([400, field]);
});
