#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, root } from './bundle.mjs';
import { siteFolder, writeSite } from './dashboard/site.mjs';

/** The programs of the server side that run without the sources, as in a container. */
const programs = {
  api: 'apps/api/main.ts',
  migrate: 'tools/migrate.ts',
  seed: 'tools/seed.ts',
  'verify-audit': 'tools/verify-audit.ts',
};

/**
 * Compiles the dashboard, if anything in it has changed since, and makes the site of it.
 *
 * @returns the folder to serve
 */
export async function buildDashboard() {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/nx'),
    ['build', 'dashboard', '--output-style=stream-without-prefixes'],
    {
      cwd: root,
      // What the compiler would join, `dashboard/chunks.mjs` joins as it is to be run.
      env: { ...process.env, NX_DAEMON: 'false', NO_COLOR: '1', NG_BUILD_OPTIMIZE_CHUNKS: 'false' },
      shell: process.platform === 'win32',
      encoding: 'utf8',
    },
  );
  if (status !== 0)
    throw new Error(`${stdout}\n${stderr}\nThe dashboard could not be built; the reason stands above.`);
  await writeSite();
  return siteFolder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildDashboard();
    for (const [name, source] of Object.entries(programs)) await bundle(source, name);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
