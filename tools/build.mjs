#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundle, root } from './bundle.mjs';
import { writePages } from './dashboard-pages.mjs';

/** The programs of the server side that run without the sources, as in a container. */
const programs = {
  api: 'apps/api/main.ts',
  migrate: 'tools/migrate.ts',
  seed: 'tools/seed.ts',
  'verify-audit': 'tools/verify-audit.ts',
};

/** Builds the dashboard, if anything in it has changed since, and packs its files once for all requests. */
export function buildDashboard() {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/nx'),
    ['build', 'dashboard', '--output-style=stream-without-prefixes'],
    {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false', NO_COLOR: '1' },
      shell: process.platform === 'win32',
      encoding: 'utf8',
    },
  );
  if (status !== 0)
    throw new Error(`${stdout}\n${stderr}\nThe dashboard could not be built; the reason stands above.`);
  const folder = join(root, 'dist/dashboard/browser');
  inlineStyles(folder);
  for (const name of readdirSync(folder)) if (/\.(js|css|svg|html)$/.test(name)) compress(join(folder, name));
  writePages();
}

/** Puts the few styles that every page has into the page itself: the first paint waits for nothing else. */
function inlineStyles(folder) {
  const index = join(folder, 'index.html');
  const page = readFileSync(index, 'utf8').replace(
    /<link rel="stylesheet" href="([^"]+)"[^>]*>/g,
    (_link, name) => `<style>${readFileSync(join(folder, name), 'utf8')}</style>`,
  );
  writeFileSync(index, page);
}

/** Brotli at its best, once at build time: a third of the size on the wire and no work per request. */
function compress(file) {
  const packed = `${file}.br`;
  if (existsSync(packed) && statSync(packed).mtimeMs >= statSync(file).mtimeMs) return;
  const text = readFileSync(file);
  writeFileSync(
    packed,
    brotliCompressSync(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    buildDashboard();
    for (const [name, source] of Object.entries(programs)) await bundle(source, name);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
