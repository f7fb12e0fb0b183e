import { demoMark } from '@stipple/domain';
import { makeClinic, pdfText } from '@stipple/testing';
import { Browser, Stage, mustBe, openStage } from './harness';
import { beginImport } from './roster-story';
import { Team, authorizedCase, booking, signInTeam } from './story';

let stage: Stage;
let demo: Team;
let real: Team;
beforeAll(async () => {
  stage = await openStage();
  const clinic = await makeClinic(stage.db.owner, 'Demo');
  await stage.db.owner.query('UPDATE stipple.clinic SET is_demo = true WHERE id = $1', [clinic.id]);
  [demo, real] = await Promise.all([signInTeam(stage, clinic), signInTeam(stage)]);
  for (const team of [demo, real]) {
    const { caseId } = await authorizedCase(team);
    await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 1, 9));
  }
}, 60_000);
afterAll(() => stage.close());

const text = async (browser: Browser, path: string) => mustBe(200, await browser.get<string>(path));

it.each([
  '/api/cases/export',
  '/api/submissions/export',
  '/api/reports/metrics/denials/export',
  '/api/reports/metrics/time-and-money/export',
  '/api/reports/clock-breaches/export',
  '/api/schedule/at-risk/export',
])('a CSV file of a demo begins by saying so: %s', async (path) => {
  expect(await text(demo.manager, path)).toMatch(new RegExp(`^\uFEFF?${demoMark}\r\n`));
  expect(await text(real.manager, path)).not.toMatch(/demo/i);
});

it('so does the file of an import’s problems', async () => {
  for (const { coordinator } of [demo, real]) {
    const id = await beginImport(coordinator);
    const file = await text(coordinator, `/api/roster-imports/${id}/problems/export`);
    expect(file.includes(demoMark)).toBe(coordinator === demo.coordinator);
  }
});

it('every entry of a demo’s calendar says so, for calendars mix', async () => {
  const file = await text(demo.physician, '/api/schedule/calendar.ics');
  expect(file).toMatch(/X-WR-CALNAME:Demo: /);
  expect(file.match(/SUMMARY:/g)).toHaveLength(1);
  expect(file.match(/SUMMARY:Demo: /g)).toHaveLength(1);
  expect(await text(real.physician, '/api/schedule/calendar.ics')).not.toMatch(/demo/i);
});

it('the day sheet of a demo says so on paper', async () => {
  const sheet = async ({ coordinator }: Team) => {
    const response = await fetch(`${stage.url}/api/schedule/day-sheet`, {
      headers: { cookie: coordinator.cookie },
    });
    return pdfText(Buffer.from(await response.arrayBuffer()));
  };
  expect(await sheet(demo)).toContain(demoMark);
  expect(await sheet(real)).not.toContain(demoMark);
});
