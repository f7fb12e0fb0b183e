import type { FullConfig } from '@playwright/test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');

/** Once for all tests: the built dashboard, and what the APIs of the tests stand on. */
export default async function start({ workers }: FullConfig): Promise<() => Promise<void>> {
  // STIPPLE_DASHBOARD names one that is built already.
  if (!process.env['STIPPLE_DASHBOARD']) {
    const { buildDashboard } = (await tool('build')) as { buildDashboard(): Promise<string> };
    process.env['STIPPLE_DASHBOARD'] = await buildDashboard();
  }
  const { startTestGround } = (await tool('test-ground')) as {
    startTestGround(workers: number): Promise<() => Promise<void>>;
  };
  return startTestGround(workers);
}

function tool(name: string): Promise<unknown> {
  return import(pathToFileURL(join(root, `tools/${name}.mjs`)).href);
}
