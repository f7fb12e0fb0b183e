import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const environment = { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' };

/** What the linter says of this text, as if it stood in that file. */
function boundaryErrors(file: string, text: string): string[] {
  const { stdout } = spawnSync(
    bin('eslint'),
    ['--stdin', '--stdin-filename', join(root, file), '--format', 'json'],
    { cwd: root, input: text, encoding: 'utf8', env: environment },
  );
  const [result] = JSON.parse(stdout) as { messages: { ruleId: string; message: string }[] }[];
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === '@nx/enforce-module-boundaries')
    .map(({ message }) => message);
}

beforeAll(() => {
  // The rule reads the graph that Nx has drawn before.
  spawnSync(bin('nx'), ['graph', '--file=dist/project-graph.json'], { cwd: root, env: environment });
}, 120_000);

it.each([
  ['the domain knows nobody', 'libs/domain/bad.ts', `import '@stipple/database';`],
  ['the domain uses no package', 'libs/domain/bad.ts', `import 'pg';`],
  ['the server never meets Angular', 'libs/cases/api/bad.ts', `import '@angular/core';`],
  ['the browser never meets the server', 'libs/cases/ui/bad.ts', `import '@stipple/cases-api';`],
  ['payers come before cases', 'libs/payers/api/bad.ts', `import '@stipple/cases-api';`],
  ['reports know nobody', 'libs/reports/api/bad.ts', `import '@stipple/cases-api';`],
])(
  '%s: a bad import is an error',
  (_rule, file, text) => expect(boundaryErrors(file, text)).not.toEqual([]),
  60_000,
);

it('a good import is none', () => {
  expect(
    boundaryErrors('libs/cases/api/good.ts', `import '@stipple/database';\nimport '@stipple/payers-api';`),
  ).toEqual([]);
}, 60_000);
