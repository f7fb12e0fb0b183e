#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';

/* `npm run check`: everything that can be said without running the program. Every check runs, also after one failed. */
const bin = (name) => join(root, 'node_modules/.bin', name);
const tsc = (project) => [bin('tsc'), ['-p', project]];
const checks = [
  // The lint rule reads the project graph that Nx draws before.
  [
    'lint',
    [bin('nx'), ['graph', '--file=dist/project-graph.json']],
    [bin('eslint'), ['.', '--max-warnings=0']],
  ],
  ['types of the server', tsc('tsconfig.server.json')],
  // Angular's compiler also checks the templates.
  ...(existsSync(join(root, 'apps/dashboard/tsconfig.json'))
    ? [['types of the dashboard', [bin('ngc'), ['-p', 'apps/dashboard/tsconfig.json', '--noEmit']]]]
    : []),
  ['types of the dashboard’s specs', tsc('apps/dashboard/tsconfig.spec.json')],
  ['types of the browser tests', tsc('apps/dashboard-e2e/tsconfig.json')],
  ['format', [bin('prettier'), ['--check', '--log-level=warn', '.']]],
];

/** Each of them works on one core only, so two run at a time, the longest first. */
const atATime = 2;
let failed = 0;
const waiting = [...checks];
await Promise.all(Array.from({ length: atATime }, worker));
process.exit(failed === 0 ? 0 : 1);

async function worker() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [name, ...commands] = check;
    let said = '';
    let ok = true;
    for (const [command, args] of commands) {
      const { code, output } = await run(command, args);
      ok &&= code === 0;
      // What Nx says of a graph that it could draw is of no use to anybody.
      if (code !== 0 || command !== bin('nx')) said += output;
    }
    console.log(`${said}${ok ? '✓' : '✗'} ${name}`);
    if (!ok) failed += 1;
  }
}

/** What it prints is shown in one piece when it ends. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NX_DAEMON: 'false' },
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
