import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BenchOptions, benchOptions } from './options';
import { type Measured, rowNames } from './rows/measured';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

describe('a bench of a very small clinic, a fraction of a second each', () => {
  let folder: string;
  let said: string;
  let rows: readonly Measured[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stipple-bench-'));
    // PostgreSQL may have to run as another user, who must be able to come in.
    chmodSync(folder, 0o755);
    const json = join(folder, 'figures.jsonl');
    const small = ['--cases', '400', '--rounds', '1', '--seconds', '0.2', '--json', json];
    const { stdout } = await run(process.execPath, ['tools/run.mjs', 'tools/bench/bench.ts', ...small], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', STIPPLE_DATA: folder },
    });
    said = stdout;
    rows = readFileSync(json, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Measured);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('measures every row of the table, each with samples and at a speed', () => {
    expect(rows.map(({ row }) => row)).toEqual(rowNames);
    for (const { row, samples, p50, p95, p99, perSecond, cpuMs, cases } of rows) {
      expect([row, cases, samples > 0, p50 > 0, perSecond > 0, cpuMs > 0]).toEqual([
        ...[row, 400, true, true, true, true],
      ]);
      expect([row, p50 <= p95 && p95 <= p99]).toEqual([row, true]);
    }
  });

  it('has a floor where the same SQL can be sent without the API, and says so where it cannot', () => {
    for (const { row, floors, note } of rows)
      expect([row, floors.length > 0 || note !== null]).toEqual([row, true]);
    const withFloor = rows.filter(({ floors }) => floors.length > 0).map(({ row }) => row);
    expect(withFloor).toEqual([
      'queue',
      'case',
      'search',
      'change',
      'booking',
      'figures',
      'figures-counted',
      'groups',
    ]);
    for (const { floors } of rows)
      for (const { ratio, cpuRatio } of floors) expect([ratio > 0, cpuRatio > 0]).toEqual([true, true]);
  });

  it('has compared the floor’s answers with those of the API, row by row', () => {
    for (const { row, agrees } of rows) expect([row, agrees === null || agrees > 0]).toEqual([row, true]);
    expect(rows.find(({ row }) => row === 'queue')?.agrees).toBeGreaterThan(50);
  });

  it('prints every row and every goal', () => {
    for (const { what } of rows) expect(said).toContain(what);
    const goals = rows.flatMap((row) => row.goals).length;
    expect(said.match(/(✓ met|✗ not met): /g)).toHaveLength(goals);
    expect(said).toMatch(new RegExp(`${rows.length} rows, ${goals} goals, \\d+ not met`));
  });
});

it('measures 10,000 cases where nobody says otherwise, and three sizes for growth', () => {
  const { sizes, rows, rounds }: BenchOptions = benchOptions([]);
  expect([sizes, rows, rounds]).toEqual([[10_000], rowNames, 3]);
  expect(benchOptions(['--growth', '--only', 'case,queue'])).toMatchObject({
    sizes: [10_000, 100_000, 1_000_000],
    rows: ['queue', 'case'],
  });
});

it.each([
  [
    ['--cases', 'many'],
    '--cases says “many”; it must be a number from 100 to 2,000,000, or several with commas.',
  ],
  [
    ['--cases', '99'],
    '--cases says “99”; it must be a number from 100 to 2,000,000, or several with commas.',
  ],
  [['--only', 'queue,cake'], '--only names “cake”; the rows are queue, '],
  [['--rounds', '0'], '--rounds is “0”; it must be 1 or more.'],
  [['--seconds', '0'], '--seconds is “0”; it must be a number of seconds up to 600.'],
  [['--growth', '--cases', '500'], '--growth chooses the sizes itself; leave --cases out.'],
])('refuses %j in a sentence', (args, sentence) => {
  expect(() => benchOptions(args)).toThrow(sentence);
});
