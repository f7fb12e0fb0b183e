#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Runs one of our programs, `node tools/with-packages.mjs <program> …`, on whatever Node a machine has: installs what
 * is missing, which includes the Node that the rest needs, and hands over to that.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isWindows = process.platform === 'win32';
const node = join(root, 'node_modules/.bin', isWindows ? 'node.cmd' : 'node');
/** npm writes its own copy of the lock file last; one that is older than ours, or missing, means: not (all) installed. */
const copy = join(root, 'node_modules/.package-lock.json');
const isInstalled =
  existsSync(node) &&
  existsSync(copy) &&
  statSync(copy).mtimeMs + 10_000 >= statSync(join(root, 'package-lock.json')).mtimeMs;

if (!isInstalled) {
  console.log('Installing packages (the first time this takes a minute or two)…');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: isWindows,
  });
  if (status !== 0) {
    console.error('The packages could not be installed; npm says why above.');
    process.exit(1);
  }
}

const [program, ...args] = process.argv.slice(2);
const child = spawn(node, [join(root, program), ...args], { cwd: root, stdio: 'inherit', shell: isWindows });
// Ctrl+C reaches the child by itself; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
