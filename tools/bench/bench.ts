import { rmSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds } from '../measure/figures';
import { dataFolder } from '../start/data-folder';
import { openBenchData } from './data/bench-data';
import { type BenchOptions, benchOptions, usage } from './options';
import { asGrowth, growthGoals } from './report/growth';
import { load, machineInWords, machineOf } from './report/machine';
import { asTable } from './report/table';
import { measureRow } from './rows';
import { openGround } from './rows/ground';
import type { Measured } from './rows/measured';

/*
 * `npm run bench`: how quickly the API answers, row by row of what it has to hold, beside bare `pg` behind `node:http`
 * with the very same SQL. It judges nothing by its exit code: times are of this machine and this moment. docs/bench.md.
 */
const options = readOptions();
try {
  if (options.json !== null) rmSync(options.json, { force: true });
  const all: Measured[] = [];
  for (const cases of options.sizes) all.push(...(await measure(cases)));
  if (options.sizes.length > 1) console.log(`\n${asGrowth(all)}`);
  const goals = [...all.flatMap((row) => row.goals), ...growthGoals(all)];
  const missed = goals.filter((goal) => !holds(goal)).length;
  console.log(`\n${all.length} rows, ${goals.length} goals, ${missed} not met`);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function measure(cases: number): Promise<readonly Measured[]> {
  const data = await openBenchData(join(dataFolder(process.cwd()), 'bench'), cases, say);
  const { rounds, seconds } = options;
  const ground = await openGround(data, cases, { rounds, seconds, warmUp: Math.min(2, seconds) });
  const found: Measured[] = [];
  try {
    const machine = await machineOf(ground.owner);
    console.log(`\n${cases.toLocaleString('en-US')} cases, data of ${data.madeOn}`);
    console.log(`${machineInWords(machine)}; before: ${load()}`);
    for (const row of options.rows) {
      say(`  measuring ${row}`);
      const measured = await measureRow[row](ground);
      found.push(measured);
      if (options.json !== null)
        appendFileSync(options.json, `${JSON.stringify({ ...measured, machine })}\n`);
    }
    console.log(`\n${asTable(found)}\n\nafter: ${load()}`);
    return found;
  } finally {
    await ground.close();
    await data.close();
  }
}

function say(words: string): void {
  console.error(words);
}

function readOptions(): BenchOptions {
  try {
    return benchOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}
