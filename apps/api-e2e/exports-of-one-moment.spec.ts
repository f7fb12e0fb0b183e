import { readXlsx } from 'hucre/xlsx';
import { deniedCase, download, exportsAre } from './export-story';
import { type Stage, openStage } from './harness';
import { type Team, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  await deniedCase(stage, team, { bodySite: 'hand', code: '50', days: 1 });
}, 60_000);
afterAll(() => stage.close());

it('a whole report is of the moment in which it was begun, whatever is recorded while it is made', async () => {
  const blocker = await stage.db.owner.connect();
  try {
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE stipple.reported_request IN ACCESS EXCLUSIVE MODE');
    const file = download(team.manager, stage, '/api/reports/metrics/export?format=xlsx');
    // It has begun, and waits to read its first figure.
    await exportsAre(stage, ['Lock']);
    await blocker.query(`UPDATE stipple.reported_request SET reason = '16', decided_on = decided_on - 1000`);
    await blocker.query('COMMIT');
    const sheets = new Map((await readXlsx(await file)).sheets.map(({ name, rows }) => [name, rows]));
    expect(sheets.get('Figures')?.[1]?.slice(3, 5)).toEqual([1, 1]);
    for (const name of ['By month', 'By payer', 'By reason', 'By physician', 'By coordinator', 'By code'])
      expect([name, sheets.get(name)?.[1]?.slice(1, 3)]).toEqual([name, [1, 1]]);
  } finally {
    blocker.release();
  }
});
