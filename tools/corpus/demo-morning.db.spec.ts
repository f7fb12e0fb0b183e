import { QueueCounts, QueuePage, WaitingList, Week } from '@stipple/contracts';
import { queueViews } from '@stipple/domain';
import { Browser, Stage, mustBe, openStage } from '../../apps/api-e2e/harness';
import { DemoPerson, demoPassword, staff } from './people';
import { seedDemo } from './seed-demo';

/** The demo clinic as its people find it when they come in, on whatever day this runs. */
let stage: Stage;
let robin: Browser;
let hart: Browser;
let page: QueuePage;
beforeAll(async () => {
  stage = await openStage();
  await seedDemo(stage.db.ownerUrl, stage.files, { cases: 800 });
  const signIn = ({ name, email }: DemoPerson) =>
    Browser.signIn(stage.url, { id: '', name, email, password: demoPassword });
  [robin, hart] = [await signIn(staff.robin), await signIn(staff.hart)];
  page = QueuePage.parse(mustBe(200, await robin.get('/api/cases')));
}, 120_000);
afterAll(() => stage.close());

/** How often each value occurs, the most frequent first. */
const tally = (values: readonly (string | null)[]) =>
  [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }));
const waiting = async () => WaitingList.parse(mustBe(200, await hart.get('/api/waiting?mine=yes')));

it('begins the queue with a page of many stages, steps, payers and owners', () => {
  const { rows } = page;
  expect(tally(rows.map((row) => row.stage)).length).toBeGreaterThanOrEqual(7);
  expect(tally(rows.map((row) => row.payerName)).length).toBeGreaterThanOrEqual(5);
  expect(tally(rows.map((row) => row.ownerName)).length).toBe(3);
  const steps = tally(rows.map((row) => row.nextStep));
  expect(steps.length).toBeGreaterThanOrEqual(9);
  expect(Math.max(...steps.map(({ count }) => count))).toBeLessThan(rows.length / 3);
});

it('has some work that is overdue, and more that is not', () => {
  const { rows, today } = page;
  const overdue = rows.filter((row) => row.why.includes(' was promised for ') || row.why.includes(' late'));
  expect(overdue.length).toBeGreaterThanOrEqual(5);
  expect(overdue.length).toBeLessThanOrEqual(25);
  expect(rows.some((row) => row.dueOn !== null && row.dueOn > today)).toBe(true);
});

it('has something in every tab of the queue', async () => {
  const { views } = QueueCounts.parse(mustBe(200, await robin.get('/api/queue/counts')));
  expect(queueViews.filter((view) => views[view].count < 3)).toEqual([]);
});

it('argues with denials, in writing and in a call, each by a certain day', async () => {
  const appeals = QueuePage.parse(mustBe(200, await robin.get('/api/cases?view=appeals')));
  expect(appeals.rows.length).toBeGreaterThanOrEqual(5);
  expect(appeals.rows.every((row) => row.dueFor === 'deadline' && row.dueOn !== null)).toBe(true);
  const kinds = await stage.db.owner.query<{ kind: string }>(
    `SELECT DISTINCT kind FROM stipple.challenge WHERE state IN ('open', 'drafted') ORDER BY kind`,
  );
  expect(kinds.rows.map(({ kind }) => kind)).toEqual(['appeal_1', 'peer_to_peer']);
});

it('keeps a physician busy for a morning: letters, screenings, one call with a reviewer', async () => {
  const { items } = await waiting();
  expect(items.length).toBeGreaterThanOrEqual(8);
  expect(items.length).toBeLessThanOrEqual(14);
  const of = (kind: string) => items.filter((item) => item.kind === kind).length;
  expect(of('letter')).toBeGreaterThanOrEqual(2);
  expect(of('screening')).toBeGreaterThanOrEqual(2);
  expect(of('peer_to_peer')).toBe(1);
});

it('has letters that were sent back, and one of them waits again, revised', async () => {
  const { items } = await waiting();
  const { rows } = await stage.db.owner.query<{ id: string; state: string }>(
    `SELECT l.id, l.state FROM stipple.letter l WHERE EXISTS (SELECT FROM stipple.case_event e
       WHERE (e.clinic_id, e.subject_id) = (l.clinic_id, l.id) AND e.move = 'ask_changes')`,
  );
  expect(rows.some(({ state }) => state === 'draft')).toBe(true);
  const again = rows.filter(({ state }) => state === 'ready').map(({ id }) => id);
  expect(items.filter(({ subjectId }) => again.includes(subjectId))).toHaveLength(1);
});

it('has sessions in this week and the next, and some that somebody must act on', async () => {
  const next = Temporal.PlainDate.from(page.today).add({ days: 7 }).toString();
  for (const week of [page.today, next]) {
    const { sessions, blocked } = Week.parse(mustBe(200, await robin.get(`/api/schedule?week=${week}`)));
    expect(sessions.length).toBeGreaterThanOrEqual(5);
    expect(blocked.length).toBeGreaterThan(0);
  }
});

it('has notes in both lanes on a part of the cases, a corrected one among them, and drafts', async () => {
  const { rows } = await stage.db.owner.query<Record<string, number>>(
    `SELECT (SELECT count(DISTINCT case_id)::int FROM stipple.billing_note) AS billing,
            (SELECT count(DISTINCT case_id)::int FROM stipple.clinical_note) AS clinical,
            (SELECT count(*)::int FROM stipple.billing_note WHERE corrects_id IS NOT NULL) AS corrected,
            (SELECT count(DISTINCT author_id)::int FROM stipple.draft) AS drafting`,
  );
  const [{ billing = 0, clinical = 0, corrected = 0, drafting = 0 } = {}] = rows;
  expect([billing, clinical].every((cases) => cases > 40 && cases < 400)).toBe(true);
  expect(corrected).toBeGreaterThan(0);
  expect(drafting).toBeGreaterThan(1);
});
