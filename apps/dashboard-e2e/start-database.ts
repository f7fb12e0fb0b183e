import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');

/** Once for all tests: the built dashboard, the bundled stage, and one PostgreSQL with the migrated template. */
export default async function start(): Promise<() => Promise<void>> {
  buildDashboard();
  const { bundle } = (await import(pathToFileURL(join(root, 'tools/bundle.mjs')).href)) as {
    bundle(source: string, name: string): Promise<string>;
  };
  await bundle('apps/dashboard-e2e/stage-server.ts', 'stage-server');
  const file = await bundle('libs/platform/testing/test-server.ts', 'test-server');
  const { startTestServer } = (await import(pathToFileURL(file).href)) as {
    startTestServer(): Promise<{ url: string; stop(): Promise<void> }>;
  };
  const server = await startTestServer();
  process.env['STIPPLE_TEST_SERVER'] = server.url;
  return () => server.stop();
}

/** STIPPLE_DASHBOARD names one that is built already. */
function buildDashboard(): void {
  if (process.env['STIPPLE_DASHBOARD']) return;
  process.env['STIPPLE_DASHBOARD'] = join(root, 'dist/dashboard/browser');
  const built = spawnSync(join(root, 'node_modules/.bin/nx'), ['build', 'dashboard'], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', NO_COLOR: '1' },
    encoding: 'utf8',
  });
  if (built.status !== 0)
    throw new Error(`the dashboard could not be built:\n${built.stdout}${built.stderr}`);
}
