import { Neighbours, Served } from '@stipple/contracts';
import { Stage, mustBe, openStage } from './harness';
import { walkQueue } from './queue-story';
import { Team, openCase, signInTeam, today } from './story';

/** What a case presses by, in days from today. */
interface Pressing {
  readonly deadline?: number;
  readonly touch: number;
  readonly money?: number;
}

/** From the top of the queue to its end, as a coordinator would lay them out on the desk. */
const desk: Readonly<Record<string, Pressing>> = {
  'a touch 17 days overdue': { touch: -17 },
  'a deadline that passed yesterday': { deadline: -1, touch: 5 },
  'a touch overdue since yesterday, with a deadline half a year off': { deadline: 180, touch: -1 },
  'a deadline today that is worth money': { deadline: 0, touch: 9, money: 90_000 },
  'a deadline today': { deadline: 0, touch: 3 },
  'a deadline and a touch today, opened later': { deadline: 0, touch: 0 },
  'a touch today that is worth more': { touch: 0, money: 180_000 },
  'a touch today that is worth less': { touch: 0, money: 50_000 },
  'a touch today': { deadline: 7, touch: 0 },
  'a touch tomorrow': { touch: 1 },
  'a deadline in two days': { deadline: 2, touch: 20 },
  'a touch in three weeks, with a deadline half a year off': { deadline: 180, touch: 21 },
};
const names = Object.keys(desk);

let stage: Stage;
let team: Team;
const cases = new Map<string, string>();
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  for (const name of names) {
    const id = await openCase(team, { bodySite: 'hand', duplicateIntended: true });
    cases.set(id, name);
    await press(id, desk[name] ?? { touch: 0 });
  }
});
afterAll(() => stage.close());

async function press(id: string, { deadline, touch, money }: Pressing): Promise<void> {
  const { timeZone } = team.clinic;
  const deadlineOn = deadline === undefined ? null : today(timeZone, deadline);
  await stage.db.owner.query(
    `UPDATE stipple.treatment_case SET next_touch_on = $2, deadline_on = $3, deadline_what = $4, file_by_on = $3, money_cents = $5 WHERE id = $1`,
    [id, today(timeZone, touch), deadlineOn, deadlineOn && 'Appeal must be filed', money ?? null],
  );
}
const named = (id: string | null) => (id === null ? null : cases.get(id));

it('lays the queue out by what comes first, the legal deadline or the promised touch; on one day the deadline, then the money', async () => {
  const rows = await walkQueue(team.coordinator, '');
  expect(rows.map(({ id }) => named(id))).toEqual(names);
  const back = await walkQueue(team.coordinator, 'direction=down');
  expect(back.map(({ id }) => named(id))).toEqual([...names].reverse());
});

it.each([
  ['a touch 17 days overdue', 'a touch overdue since yesterday, with a deadline half a year off'],
  ['a touch overdue since yesterday, with a deadline half a year off', 'a deadline today'],
  ['a deadline today', 'a touch today'],
  ['a deadline today that is worth money', 'a deadline today'],
  ['a touch today that is worth more', 'a touch today that is worth less'],
  ['a touch tomorrow', 'a deadline in two days'],
])('%s stands above %s', async (above, below) => {
  const rows = (await walkQueue(team.coordinator, '')).map(({ id }) => named(id));
  expect(rows.indexOf(above)).toBeLessThan(rows.indexOf(below));
});

it('gives every row the reason that put it there, first in its sentence', async () => {
  for (const { id, why } of await walkQueue(team.coordinator, '')) {
    const { deadline, touch, money } = desk[named(id) ?? ''] ?? { touch: 0 };
    const byDeadline = deadline !== undefined && deadline <= touch;
    expect(why).toMatch(byDeadline ? /^Appeal must be filed by / : /^Next touch /);
    if (deadline !== undefined && !byDeadline) expect(why).toMatch(/, deadline on /);
    if (money !== undefined) expect(why).toMatch(/at risk$/);
  }
});

it('finds the neighbours of a case in the same order', async () => {
  for (const [id, name] of cases) {
    const at = names.indexOf(name);
    const answer = await team.coordinator.get(`/api/cases/${id}/neighbours`);
    const { previous, next } = Neighbours.parse(mustBe(200, answer));
    expect([named(previous), named(next)]).toEqual([names[at - 1] ?? null, names[at + 1] ?? null]);
  }
});

it('serves the next case in the same order', async () => {
  const served: unknown[] = [];
  for (const _ of names) {
    const { caseId } = Served.parse(mustBe(200, await team.coordinator.post('/api/queue/leases', {})));
    served.push(named(caseId));
  }
  expect(served).toEqual(names);
});

it.each([
  ['of the order before this one', ['2026-11-30', '2026-12-04', -5000]],
  ['of another sort', ['2026-11-30']],
  ['with a number for a day', [20_261_130, 0, 0]],
  ['with half a cent', ['2026-11-30', 0, 0.5]],
])('refuses a place %s, with a sentence', async (_, place) => {
  const [id] = [...cases.keys()];
  const cursor = Buffer.from(JSON.stringify([...place, id])).toString('base64url');
  const answer = await team.coordinator.get(`/api/cases?after=${cursor}`);
  expect(mustBe(400, answer)).toMatchObject({
    code: 'cursor_unreadable',
    detail: 'This place in the list is no longer known; start again from the top.',
  });
});
