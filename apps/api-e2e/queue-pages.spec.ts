import { QueuePage } from '@stipple/contracts';
import { type QueueSort, queueSorts } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { addPatient } from './roster-story';
import { Team, benefitCall, newCase, openCase, signInTeam, today } from './story';

const count = 104;
let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const { coordinator, clinic, manager } = team;
  const names = ['Ames', 'ames', 'Ångström', 'O’Neill', 'de la Cruz', 'Zeta'];
  const patients = await Promise.all(names.map((family) => addPatient(stage.db.owner, clinic, { family })));
  for (let begin = 0; begin < count; begin += 8)
    await Promise.all(
      Array.from({ length: Math.min(8, count - begin) }, (_, index) => {
        const number = begin + index;
        const { patientId, coverageId } = patients[number % patients.length] ?? clinic;
        const nextTouchOn = today(clinic.timeZone, number % 7);
        return coordinator.make(
          '/api/cases',
          newCase(team, { patientId, coverageId, nextTouchOn, duplicateIntended: true }),
        );
      }),
    );
  const called = await openCase(team, { bodySite: 'face', side: 'midline' });
  await coordinator.make(`/api/cases/${called}/benefit-calls`, benefitCall());
  await manager.move(`/api/cases/${called}/assignments`, { version: 1, ownerId: clinic.manager.id });
  const closed = await openCase(team, { bodySite: 'neck', side: 'midline' });
  await coordinator.move(`/api/cases/${closed}/closures`, { version: 1, reason: 'no_coverage' });
});
afterAll(() => stage.close());

const page = async (query: string) =>
  QueuePage.parse(mustBe(200, await team.coordinator.get(`/api/cases?${query}`)));
const walk = async (query: string) => {
  const rows: QueuePage['rows'] = [];
  for (let after: string | null = ''; after !== null;) {
    const found: QueuePage = await page(`${query}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    rows.push(...found.rows);
    after = found.next;
  }
  return rows;
};

type Row = QueuePage['rows'][number];
type Place = readonly (string | number)[];
/** What each order compares. No case of this clinic has a deadline. */
const placeOf: Readonly<Record<QueueSort, (row: Row) => Place>> = {
  press: (row) => [row.nextTouchOn ?? '', -(row.moneyCents ?? 0), row.id],
  due: (row) => [row.dueOn ?? ''],
  touch: (row) => [row.nextTouchOn ?? ''],
  money: (row) => [row.moneyCents ?? 0],
  number: (row) => [row.number],
  patient: (row) => [row.patientName.replace(', ', ' ').toLowerCase()],
};
const comparePlaces = (one: Place, other: Place): number => {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? '';
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
};

describe.each(queueSorts)('sorted by %s', (sort) => {
  it('shows every open case once, page by page, in one order, and the same backwards', async () => {
    const up = await walk(`sort=${sort}`);
    expect(up).toHaveLength(count + 1);
    expect(new Set(up.map((row) => row.id)).size).toBe(count + 1);
    const down = await walk(`sort=${sort}&direction=down`);
    expect(down.map((row) => row.id)).toEqual(up.map((row) => row.id).reverse());
    const places = up.map((row) => placeOf[sort](row));
    expect(places).toEqual([...places].sort(comparePlaces));
  });
});

it('begins with what presses most, fifty at a time, and says how many there are', async () => {
  const first = await page('');
  expect(first.rows).toHaveLength(50);
  expect(first.total).toEqual({ count: count + 1, capped: false });
  expect(first.today).toBe(today(team.clinic.timeZone));
  expect(first.rows[0]?.dueOn).toBe(today(team.clinic.timeZone));
});

it('keeps its place though rows before it change', async () => {
  const { coordinator, clinic } = team;
  const first = await page('sort=number');
  await coordinator.move(`/api/cases/${first.rows[0]?.id}/touches`, {
    version: 1,
    nextTouchOn: today(clinic.timeZone, 30),
  });
  const second = await page(`sort=number&after=${first.next}`);
  expect(second.rows[0]?.number).toBe((first.rows.at(-1)?.number ?? 0) + 1);
});

it.each([
  ['stage=screening', 1],
  ['stage=verifying,screening', count + 1],
  ['stage=verifying&stage=screening', count + 1],
  ['stage=', count + 1],
  ['stage=billing', 0],
  ['actsNext=physician', 0],
  ['actsNext=coordinator', count + 1],
  ['owner=me', count],
  ['owner=none', 0],
  ['closed=yes', 1],
  ['closed=no&stage=screening&actsNext=coordinator', 1],
])('filters by %s', async (query, expected) => {
  const found = await page(query);
  expect(found.total.count).toBe(expected);
  expect(found.rows.length).toBe(Math.min(50, expected));
});

it('filters by owner and by payer', async () => {
  const { clinic } = team;
  expect((await page(`owner=${clinic.manager.id}`)).rows).toMatchObject([
    { ownerName: 'Max Manager', stage: 'screening' },
  ]);
  expect((await page(`payerId=${clinic.payerId}`)).total.count).toBe(count + 1);
  expect((await page(`payerId=${clinic.patientId}`)).total.count).toBe(0);
});

it.each([
  'sort=cost',
  'direction=sideways',
  'stage=nowhere',
  'owner=somebody',
  'page=2',
  'after=abc',
  `after=${Buffer.from('["x","y"]').toString('base64url')}`,
  `after=${Buffer.from('[{"a":1},"00000000-0000-0000-0000-000000000000"]').toString('base64url')}`,
  `after=${Buffer.from('["2026-13-01","00000000-0000-0000-0000-000000000000"]').toString('base64url')}`,
  `after=${'A'.repeat(401)}`,
  'stage=%00',
])('answers a bad question with 400: %s', async (query) => {
  const answer = await team.coordinator.get(`/api/cases?${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    400,
    'application/problem+json; charset=utf-8',
  ]);
});
