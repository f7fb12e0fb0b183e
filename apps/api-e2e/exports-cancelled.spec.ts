import { setTimeout as pause } from 'node:timers/promises';
import { type Stage, openStage } from './harness';
import { deniedCase } from './export-story';
import { type Team, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  await deniedCase(stage, team, { bodySite: 'hand', days: 1 });
}, 60_000);
afterAll(() => stage.close());

/** What the exports' connections do. */
async function exporting(): Promise<readonly (string | null)[]> {
  const { rows } = await stage.db.owner.query<{ waits: string | null }>(
    `SELECT wait_event_type AS waits FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'stipple-export'`,
  );
  return rows.map(({ waits }) => waits);
}

async function until(state: readonly string[]): Promise<void> {
  const end = Date.now() + 5_000;
  while (JSON.stringify(await exporting()) !== JSON.stringify(state)) {
    if (Date.now() > end) throw new Error(`exports are ${JSON.stringify(await exporting())}`);
    await pause(20);
  }
}

it.each(['csv', 'xlsx', 'pdf'])(
  'a reader who leaves while PostgreSQL works ends its statement: %s',
  async (format) => {
    // A statement that takes as long as this transaction lasts.
    const blocker = await stage.db.owner.connect();
    try {
      await blocker.query('BEGIN');
      await blocker.query('LOCK TABLE stipple.auth_request IN ACCESS EXCLUSIVE MODE');
      const reader = new AbortController();
      const asked = fetch(`${stage.url}/api/reports/metrics/denials/export?format=${format}`, {
        headers: { cookie: team.manager.cookie },
        signal: reader.signal,
      }).catch((error: Error) => error.name);
      await until(['Lock']);
      reader.abort();
      expect(await asked).toBe('AbortError');
      // The lock is still held: nothing but the cancelling has ended it.
      await until([]);
    } finally {
      await blocker.query('ROLLBACK');
      blocker.release();
    }
    const { status } = await team.manager.get(`/api/reports/metrics/denials/export?format=${format}`);
    expect(status).toBe(200);
    await until([]);
  },
);
