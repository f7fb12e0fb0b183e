import { randomUUID } from 'node:crypto';
import { Sent, bodies } from './bodies';
import { Answer, Browser, Stage, openStage } from './harness';
import { signInTeam } from './story';
import { World, makeWorld } from './world';

let stage: Stage;
let world: World;
beforeAll(async () => {
  stage = await openStage();
  world = await makeWorld(await signInTeam(stage));
});
afterAll(() => stage.close());

const times = 20;

function pathOf(route: string, sent: Sent): string {
  const path = route.replace(/^POST /, '');
  return sent.about === null ? path : path.replace(':id', world[sent.about]);
}

/** Events of this very move: each effect of a request leaves one. */
async function effects({ move }: Sent): Promise<number> {
  if (move === undefined) return 0;
  const { rows } = await stage.db.owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM stipple.case_event WHERE subject || '.' || move = $1`,
    [move],
  );
  return rows[0]?.n ?? 0;
}

/** What was answered, without what names the single request, and whatever the order of its keys. */
const answered = ({ status, body }: Answer) => `${status} ${JSON.stringify(sorted(body))}`;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'requestId');
  return Object.fromEntries(
    entries.sort(([one], [other]) => one.localeCompare(other)).map(([name, part]) => [name, sorted(part)]),
  );
}

it.each(Object.entries(bodies))(
  '%s, sent twenty times at once under one key, acts once and answers alike (T8)',
  async (route, sent) => {
    // Signed in anew each time: one of the requests ends everybody's sign-ins.
    const browser = await Browser.signIn(stage.url, stage.clinic[sent.by]);
    const [path, body, key] = [pathOf(route, sent), sent.example(world), randomUUID()];
    const before = await effects(sent);
    const answers = await Promise.all(Array.from({ length: times }, () => browser.post(path, body, key)));
    const said = new Set(answers.map(answered));
    // Whoever waits too long for its twin may be told to try again; the others agree.
    expect([...said].filter((one) => !one.startsWith('503'))).toHaveLength(1);
    expect((await effects(sent)) - before).toBeLessThanOrEqual(1);
    const again = await Browser.signIn(stage.url, stage.clinic[sent.by]);
    const late = await again.post(path, body, key);
    const [first = ''] = said;
    if (late.status < 300 && first.startsWith('2')) expect(answered(late)).toBe(first);
    expect(late.status).toBeLessThan(500);
  },
  30_000,
);

it('takes no other request under a key that is taken', async () => {
  const browser = await Browser.signIn(stage.url, stage.clinic.coordinator);
  const key = randomUUID();
  expect((await browser.post('/api/rooms', { name: 'First' }, key)).status).toBe(201);
  const other = await browser.post('/api/rooms', { name: 'Second' }, key);
  expect([other.status, other.problem.code]).toEqual([422, 'idempotency_key_reused']);
});

it('asks for a key with every change, and for a sound one', async () => {
  const browser = await Browser.signIn(stage.url, stage.clinic.coordinator);
  for (const key of ['', 'short', 'with spaces in it', 'x'.repeat(101)]) {
    const answer = await browser.post('/api/rooms', { name: 'None' }, key);
    expect([key, answer.status]).toEqual([key, 400]);
  }
});
