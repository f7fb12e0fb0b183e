import { type Stage, openStage } from './harness';
import { deniedCase, exportsAre } from './export-story';
import { type Team, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  await deniedCase(stage, team, { bodySite: 'hand', days: 1 });
}, 60_000);
afterAll(() => stage.close());

const files = ['denials/export', 'export', 'time-and-money/export'].flatMap((path) =>
  ['csv', 'xlsx', 'pdf'].map((format) => `/api/reports/metrics/${path}?format=${format}`),
);

it.each(files)('a reader who leaves while PostgreSQL works ends its statement: %s', async (path) => {
  // A statement that takes as long as this transaction lasts.
  const blocker = await stage.db.owner.connect();
  try {
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE stipple.reported_request IN ACCESS EXCLUSIVE MODE');
    const reader = new AbortController();
    const asked = fetch(`${stage.url}${path}`, {
      headers: { cookie: team.manager.cookie },
      signal: reader.signal,
    }).catch((error: Error) => error.name);
    await exportsAre(stage, ['Lock']);
    reader.abort();
    expect(await asked).toBe('AbortError');
    // The lock is still held: nothing but the cancelling has ended it.
    await exportsAre(stage, []);
  } finally {
    await blocker.query('ROLLBACK');
    blocker.release();
  }
  const { status } = await team.manager.get(path);
  expect(status).toBe(200);
  await exportsAre(stage, []);
});
