import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');

/** Once for all tests: the built dashboard, the bundled stage, and one PostgreSQL with the migrated template. */
export default async function start(): Promise<() => Promise<void>> {
  const { bundle } = (await tool('bundle')) as { bundle(source: string, name: string): Promise<string> };
  // STIPPLE_DASHBOARD names one that is built already.
  if (!process.env['STIPPLE_DASHBOARD']) {
    const { buildDashboard } = (await tool('build')) as { buildDashboard(): Promise<string> };
    process.env['STIPPLE_DASHBOARD'] = await buildDashboard();
  }
  await bundle('apps/dashboard-e2e/stage-server.ts', 'stage-server');
  const file = await bundle('libs/platform/testing/test-server.ts', 'test-server');
  const { startTestServer } = (await import(pathToFileURL(file).href)) as {
    startTestServer(): Promise<{ url: string; stop(): Promise<void> }>;
  };
  const server = await startTestServer();
  process.env['STIPPLE_TEST_SERVER'] = server.url;
  return () => server.stop();
}

function tool(name: string): Promise<unknown> {
  return import(pathToFileURL(join(root, `tools/${name}.mjs`)).href);
}
