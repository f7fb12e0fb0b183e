#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { bundle, root } from './bundle.mjs';

/*
 * `npm run dev`: the API on 4200, restarted when its sources change, and Angular's development server on 4300, which
 * reloads by itself and passes /api on.
 */
const bin = (name) => join(root, 'node_modules/.bin', name);
const dashboard = spawn(bin('nx'), ['serve', 'dashboard'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, NX_DAEMON: 'false' },
  // A group of its own: it starts others, and all of them have to go with it.
  detached: process.platform !== 'win32',
});
let api = null;
let due = null;

await restart();
for (const folder of ['apps/api', 'libs', 'migrations', 'tools/start'])
  watch(join(root, folder), { recursive: true }, (_event, name) => changed(name ?? ''));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

/** Saving several files at once is one restart. The dashboard's own sources are not ours to watch. */
function changed(name) {
  if (!name.endsWith('.ts') || name.endsWith('.spec.ts') || /(^|\/)ui\//.test(name)) return;
  clearTimeout(due);
  due = setTimeout(restart, 150);
}

async function restart() {
  try {
    const file = await bundle('tools/start/start.ts', 'start');
    if (api) await ended(api, 'SIGTERM');
    const run = `import(${JSON.stringify(file)}).then(({ start }) => start(${JSON.stringify(root)}))`;
    api = spawn(bin('node'), ['--enable-source-maps', '--input-type=module', '-e', run], {
      cwd: root,
      stdio: 'inherit',
    });
  } catch (error) {
    console.error(error.message);
  }
}

function ended(child, signal) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', resolve);
    child.kill(signal);
  });
}

async function stop() {
  if (process.platform === 'win32') dashboard.kill();
  else process.kill(-dashboard.pid, 'SIGKILL');
  await (api && ended(api, 'SIGTERM'));
  process.exit(0);
}
