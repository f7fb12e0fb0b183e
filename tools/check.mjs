#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';

/* `npm run check`: everything that can be said without running the program. Every check runs, also after one failed. */
const bin = (name) => join(root, 'node_modules/.bin', name);
const checks = [
  ['types of the server', bin('tsc'), ['-p', 'tsconfig.server.json']],
  // Angular's compiler also checks the templates.
  ...(existsSync(join(root, 'apps/dashboard/tsconfig.json'))
    ? [['types of the dashboard', bin('ngc'), ['-p', 'apps/dashboard/tsconfig.json', '--noEmit']]]
    : []),
  ['types of the dashboard’s specs', bin('tsc'), ['-p', 'apps/dashboard/tsconfig.spec.json']],
  ['types of the browser tests', bin('tsc'), ['-p', 'apps/dashboard-e2e/tsconfig.json']],
  // The lint rule reads the project graph that Nx has drawn before.
  ['project graph', bin('nx'), ['graph', '--file=dist/project-graph.json']],
  ['lint', bin('eslint'), ['.', '--max-warnings=0']],
  ['format', bin('prettier'), ['--check', '--log-level=warn', '.']],
];

let failed = 0;
for (const [name, command, args] of checks) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', name === 'project graph' ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, NX_DAEMON: 'false' },
    shell: process.platform === 'win32',
  });
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
