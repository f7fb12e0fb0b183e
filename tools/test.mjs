#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';

/*
 * `npm test` runs everything and ends with one line that sums all runners: `N passed, N failed`.
 * `npm test -- <path>` runs the specs of that path only, with Jest.
 */
const results = join(root, 'dist/test-results');
const only = process.argv.slice(2);
let runs = 0;
const bin = (name) => join(root, 'node_modules/.bin', name);
/** These say “within a second”: beside another one they say nothing. */
const alone = ['api-e2e/live-events.spec', 'api-e2e/presence.spec'];
const total = { passed: 0, failed: 0, skipped: 0 };

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

if (only.length > 0) {
  process.exit(jest(only));
}

step('checks', () => run('npm', ['run', '--silent', 'check']));
jest(['--maxWorkers=2', '--testPathIgnorePatterns', '/node_modules/', ...alone]);
jest(alone);
if (existsSync(join(root, 'apps/dashboard-e2e/playwright.config.ts'))) browser();

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);

/** A runner that only says yes or no counts as one test. */
function step(name, work) {
  console.log(`\n── ${name}`);
  const ok = work() === 0;
  total[ok ? 'passed' : 'failed'] += 1;
}

function jest(args) {
  console.log('\n── jest');
  const file = join(results, `jest-${++runs}.json`);
  const options = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
  const code = run(bin('node'), [bin('jest'), '--json', `--outputFile=${file}`, ...args], {
    NODE_OPTIONS: options.trim(),
  });
  if (!existsSync(file)) return count(0, 1, 0, code);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A suite that could not even be loaded holds no tests, and is a failure all the same.
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  return count(
    report.numPassedTests,
    report.numFailedTests + unloaded,
    report.numPendingTests + report.numTodoTests,
    code,
  );
}

function browser() {
  console.log('\n── browser');
  const file = join(results, 'browser.json');
  const config = join(root, 'apps/dashboard-e2e/playwright.config.ts');
  const code = run(bin('node'), [bin('playwright'), 'test', '--config', config], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  if (!existsSync(file)) return count(0, 1, 0, code);
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  if (stats.flaky > 0)
    console.log(`\n${stats.flaky} passed only at the second try; they are named above as flaky.`);
  return count(stats.expected + stats.flaky, stats.unexpected + errors.length, stats.skipped, code);
}

function count(passed, failed, skipped, code) {
  total.passed += passed;
  // A runner that failed without naming a test failed all the same.
  total.failed += failed === 0 && code !== 0 ? 1 : failed;
  total.skipped += skipped;
  return code;
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}
