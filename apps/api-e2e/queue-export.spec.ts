import { makeManyCases } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { walkQueue } from './queue-story';
import { addPatient } from './roster-story';
import { Team, openCase, signInTeam } from './story';

const count = 1234;
let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  await makeManyCases(stage.db.owner, stage.clinic, { count });
  team = await signInTeam(stage);
}, 30_000);
afterAll(() => stage.close());

const exported = async (query: string, headers: Record<string, string> = {}) => {
  const answer = await team.coordinator.get<string>(`/api/cases/export?${query}`, headers);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  return mustBe(200, answer).replace('\uFEFF', '').trimEnd().split('\r\n');
};

it('holds every row of the view in its order, however many, and says what it holds', async () => {
  const lines = await exported('');
  expect(lines[0]).toBe('"Queue: all open, sorted by what presses most"');
  expect(lines[1]).toMatch(/^As of,\d{4}-\d\d-\d\d \d\d:\d\d \(.+\)$/);
  expect(lines[2]).toBe('Rows,"all of the view, none left out"');
  expect(lines[3]).toMatch(/^Case,Patient,/);
  expect(lines.at(-1)).toBe(`${count} rows`);
  const shown = (await walkQueue(team.coordinator, '')).map((row) => String(row.number));
  expect(lines.slice(4, -1).map((line) => line.split(',')[0])).toEqual(shown);
});

it('prints the filters in words', async () => {
  const query = `view=denied&owner=me&actsNext=coordinator,payer&payerId=${team.clinic.payerId}&sort=money&direction=down`;
  const [first] = await exported(query);
  expect(first).toBe(
    '"Queue: Denied: decide, acts next Coordinator or Payer, owner Billie Coordinator, payer Test Health Plan, sorted by money at risk, turned round"',
  );
});

it('never lets a cell run as a formula, and finds what the search finds', async () => {
  const family = '=HYPERLINK("http://x","y")';
  const patient = await addPatient(stage.db.owner, team.clinic, { family });
  await openCase(team, patient);
  const lines = await exported('', { 'stipple-search': encodeURIComponent('=HYPER') });
  expect(lines).toHaveLength(6);
  expect(lines[0]).toContain('search “=HYPER”');
  expect(lines[4]).toContain(`"'=HYPERLINK(""http://x"",""y""), Test"`);
});

it('is entered in the audit trail', async () => {
  await exported('view=book');
  const { rows } = await stage.db.owner.query(
    `SELECT 1 FROM stipple.audit_entry WHERE action = 'queue.export'`,
  );
  expect(rows.length).toBeGreaterThan(0);
});

it('refuses a question nobody can answer, before the first line', async () => {
  expect((await team.coordinator.get('/api/cases/export?view=nothing')).status).toBe(400);
});
