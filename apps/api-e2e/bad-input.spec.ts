import { randomUUID } from 'node:crypto';
import { Sent, bodies } from './bodies';
import { Answer, Browser, Stage, openStage } from './harness';
import { signInTeam } from './story';
import { whatIsStored } from './what-is-stored';
import { World, makeWorld } from './world';

let stage: Stage;
let world: World;
const browsers = new Map<string, Browser>();
beforeAll(async () => {
  stage = await openStage();
  const team = await signInTeam(stage);
  world = await makeWorld(team);
  for (const role of ['coordinator', 'physician', 'manager', 'administrator'] as const)
    browsers.set(role, team[role]);
  before = await contents();
});
afterAll(() => stage.close());

const routes = Object.entries(bodies);

function pathOf(route: string, { about }: Sent): string {
  const path = route.replace(/^POST /, '');
  return about === null ? path : path.replace(':id', world[about]);
}

function send(route: string, sent: Sent, body: string, type = 'application/json'): Promise<Answer> {
  const browser = browsers.get(sent.by);
  if (browser === undefined) throw new Error(`nobody is ${sent.by}`);
  const headers = { 'content-type': type, 'idempotency-key': randomUUID() };
  return browser.send('POST', pathOf(route, sent), body, headers);
}

/** What every request leaves, also one that is refused. */
const trail = ['audit_entry', 'audit_head', 'idempotency_record', 'sign_in', 'unknown_address_try'];
const contents = () => whatIsStored(stage.db.owner, trail);
let before: string;
afterEach(async () => expect(await contents()).toBe(before));

const isClear = ({ status, problem }: Answer) =>
  status >= 400 && status < 500 && typeof problem.title === 'string' && problem.refusals.length > 0;

it.each(routes)('%s names the field that is of the wrong kind', async (route, sent) => {
  const example = sent.example(world) as Record<string, unknown>;
  for (const field of Object.keys(example)) {
    for (const wrong of [{ wrong: 1 }, 1e308, '\u0000', '\ud800', [[]]]) {
      if (typeof example[field] === 'number' && wrong === 1e308) continue;
      // Any text may be a password; a wrong one is a refusal.
      if (field === 'password' && typeof wrong === 'string') continue;
      const answer = await send(route, sent, JSON.stringify({ ...example, [field]: wrong }));
      const named = answer.problem.refusals?.some((refusal) => refusal.field?.split('.')[0] === field);
      expect([field, JSON.stringify(wrong), answer.status, isClear(answer), named]).toEqual([
        field,
        JSON.stringify(wrong),
        400,
        true,
        true,
      ]);
    }
  }
});

it.each(routes)(
  '%s takes no field that it does not know, and no body of another form',
  async (route, sent) => {
    const example = sent.example(world);
    const unknown = await send(route, sent, JSON.stringify({ ...example, clinicId: randomUUID() }));
    expect([unknown.status, unknown.problem.refusals[0]?.field]).toEqual([400, 'clinicId']);
    for (const body of ['{', '[]', 'null', '"text"', '1', JSON.stringify([example])]) {
      const answer = await send(route, sent, body);
      expect([body, isClear(answer)]).toEqual([body, true]);
    }
    const form = await send(route, sent, 'a=b', 'application/x-www-form-urlencoded');
    expect([400, 415]).toContain(form.status);
  },
);

it('answers ten megabytes of name with a clear no', async () => {
  const [route, sent] = routes.find(([path]) => path === 'POST /api/rooms') ?? [];
  if (route === undefined || sent === undefined) throw new Error('rooms can be added');
  const answer = await send(route, sent, JSON.stringify({ name: 'x'.repeat(10_000_000) }));
  expect([answer.status, isClear(answer)]).toEqual([413, true]);
});

it.each([
  '/api/cases?sort=nothing',
  '/api/cases?after=%00',
  '/api/cases?stage=unknown',
  '/api/cases?payerId=1',
  '/api/cases?surprise=1',
  '/api/cases/not-an-id',
  '/api/cases/%00',
  '/api/schedule?week=2026-02-30',
  '/api/schedule?week=next',
  '/api/reports/standing/aging?payerId=1',
  '/api/reports/standing/aging?from=2026-01-01',
  '/api/reports/standing/authorizations?within=31',
  '/api/reports/standing/authorizations?within=',
  '/api/reports/standing/authorizations?within=7&within=14',
  '/api/reports/standing/workload?coordinatorId=%27%3B--',
  '/api/reports/standing/rows',
  '/api/reports/standing/rows?list=minutes_worked',
  '/api/reports/standing/rows?list=waiting_requests&part=overdue',
  '/api/reports/standing/rows?list=open_cases&part=%27%20OR%201=1',
  '/api/reports/standing/rows?list=open_cases&after=%00',
  '/api/reports/standing/rows?list=open_cases&after=OTk5OTk5OTk5OTkgMDE5MGEwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw',
  '/api/reports/standing/export?list=open_cases&format=doc',
  '/api/reports/metrics?from=2026-13-01',
  '/api/reports/metrics/denials/cases?month=2026',
  '/api/reports/metrics?mode=both',
  '/api/reports/metrics?metrics=denial_rate,luck',
  '/api/reports/metrics?metrics=',
  '/api/reports/metrics?from=2026-02-01&to=2026-01-01',
  '/api/reports/metrics?from=2016-01-01&to=2026-01-01',
  '/api/reports/metrics?from=2199-01-01',
  '/api/reports/metrics?payerId=1',
  '/api/reports/metrics?physicianId=%27%3B--',
  '/api/reports/metrics?month=2026-13',
  '/api/reports/metrics?codes=17999%27%29%3B%20DROP%20TABLE%20x',
  '/api/reports/metrics?planType=%27%20OR%201=1',
  '/api/reports/metrics?surprise=1',
  '/api/reports/metrics/completeness?from=2026-02-01&to=2026-01-01',
  '/api/reports/metrics/completeness?completeness=met',
  '/api/reports/metrics/no_such_rate/cases',
  '/api/reports/metrics/denials/groups',
  '/api/reports/metrics/denials/groups?by=weather',
  '/api/reports/metrics/denials/groups?by=payer&across=payer',
  '/api/reports/metrics/denials/groups?by=level',
  '/api/reports/metrics/first_pass_rate/groups?by=reason',
  '/api/reports/metrics/denials/cases?side=left',
  '/api/reports/metrics/denials/cases?after=%00',
  '/api/reports/metrics/denials/cases?after=MjAyNi0wMi0zMCBvbmU',
  '/api/submissions?channel=pigeon',
  '/api/submissions?from=2026-13-01',
  '/api/submissions?after=%00',
  '/api/submissions/export?person=somebody',
])('%s is a question that nobody can answer', async (path) => {
  const answer = await (browsers.get('coordinator') as Browser).get(path);
  expect([answer.status, isClear(answer)]).toEqual([400, true]);
});

it('takes any text to search for', async () => {
  const coordinator = browsers.get('coordinator') as Browser;
  for (const text of ['%', '_', '\\', `'; DROP TABLE x`, '\u0000', 'é', 'x'.repeat(81), '%E0%A4%A'])
    for (const path of ['/api/cases', '/api/patients']) {
      const { status } = await coordinator.get(path, { 'stipple-search': encodeURIComponent(text) });
      expect([text, path, status < 500]).toEqual([text, path, true]);
    }
  expect((await coordinator.get('/api/cases', { 'stipple-search': '%E0%A4%A' })).status).toBeLessThan(500);
});
