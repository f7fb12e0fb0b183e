import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { StartProblem } from '@stipple/postgres';
import { inThreads, tellForOthers } from './corpus/group/tell-in-threads';
import { writeGroup } from './corpus/group/write-group';
import { dataFolder } from './start/data-folder';

/*
 * `npm run corpus -- --cases N --seed S`: a group of invented clinics with their whole histories as CSV files, the same
 * on every machine, with the answers that are expected of them beside it. See docs/corpus.md.
 */
const usage = 'npm run corpus -- --cases N --seed S [--out FOLDER] [--clinics C] [--threads T]';

if (isMainThread) await main();
else tellForOthers();

async function main(): Promise<void> {
  let unfinished = '';
  const stop = () => {
    rmSync(unfinished, { recursive: true, force: true });
    console.error('\nStopped. What had been written is removed.');
    process.exit(130);
  };
  try {
    const { cases, seed, clinics, threads, out } = options();
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    const manifest = await writeGroup({
      ...{ cases, seed, out },
      ...(clinics === undefined ? {} : { clinics }),
      tellers: inThreads(new URL(import.meta.url), threads),
      onBegin: (folder) => {
        unfinished = folder;
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
      },
      onProgress: progressShown(cases, seconds),
    });
    const clinicsWords = manifest.clinics.length === 1 ? 'one clinic' : `${manifest.clinics.length} clinics`;
    console.log(
      `\n${cases.toLocaleString('en-US')} cases of ${clinicsWords}, seed ${seed}, in ${seconds().toFixed(1)} s: ${out}`,
    );
    console.log(`SHA-256 ${manifest.sha256}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** In place on a terminal; in a log a line now and then. */
function progressShown(of: number, seconds: () => number): (more: number) => void {
  let [done, shownAt] = [0, -Infinity];
  return (more) => {
    done += more;
    const text = `${Math.floor((100 * done) / of)}% ${done.toLocaleString('en-US')} cases, ${Math.round(seconds())} s`;
    if (process.stdout.isTTY) process.stdout.write(`\r  ${text}`.padEnd(60));
    else if (seconds() - shownAt >= 10) {
      shownAt = seconds();
      console.log(`  ${text}`);
    }
  };
}

function options() {
  const values = parse();
  const cases = whole('cases', values.cases, [1, 1_000_000]);
  const seed = whole('seed', values.seed, [0, 1_000_000_000]);
  const some = (name: 'clinics' | 'threads', most: number) =>
    values[name] === undefined ? undefined : whole(name, values[name], [1, most]);
  const out = values.out ?? join(dataFolder(process.cwd()), 'corpus', `${cases}-cases-seed-${seed}`);
  return { cases, seed, clinics: some('clinics', 1000), threads: some('threads', 256), out: resolve(out) };
}

function whole(name: string, text: string | undefined, [least, most]: readonly [number, number]): number {
  if (text === undefined) throw new StartProblem(`--${name} is missing.\n${usage}`);
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new StartProblem(
    `--${name} is “${text}”; it must be a whole number from ${least.toLocaleString('en-US')} to ${most.toLocaleString('en-US')}.`,
  );
}

function parse() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ options: { cases: text, seed: text, out: text, clinics: text, threads: text } })
      .values;
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
