import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { type CorpusWish, corpusOptions } from './corpus/group/corpus-options';
import { publish } from './corpus/group/publish';
import { inThreads, tellForOthers } from './corpus/group/tell-in-threads';
import { writeGroup } from './corpus/group/write-group';
import { dataFolder } from './start/data-folder';

/*
 * `npm run corpus -- --cases N --seed S`: a group of invented clinics with their whole histories as CSV files, the same
 * on every machine, with the answers that are expected of them beside it. `--publish` writes down the hashes of those that
 * are published, after a change of what is told. See docs/corpus.md.
 */
if (isMainThread) await main();
else tellForOthers();

async function main(): Promise<void> {
  try {
    const wish = corpusOptions(process.argv.slice(2));
    if (wish === 'publish') await publish(process.cwd(), inThreads(new URL(import.meta.url)));
    else await make(wish);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function make({ cases, seed, clinics, threads, out }: CorpusWish): Promise<void> {
  const folder = resolve(out ?? join(dataFolder(process.cwd()), 'corpus', `${cases}-cases-seed-${seed}`));
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const manifest = await writeGroup({
    ...{ cases, seed, out: folder },
    ...(clinics === undefined ? {} : { clinics }),
    tellers: inThreads(new URL(import.meta.url), threads),
    onBegin: clearAwayWhenStopped,
    onProgress: progressShown(cases, seconds),
  });
  const count = manifest.clinics.length === 1 ? 'one clinic' : `${manifest.clinics.length} clinics`;
  console.log(
    `\n${cases.toLocaleString('en-US')} cases of ${count}, seed ${seed}, in ${seconds().toFixed(1)} s: ${folder}`,
  );
  console.log(`SHA-256 ${manifest.sha256}`);
}

function clearAwayWhenStopped(unfinished: string): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      // Threads may be beginning a file this very moment: then once more.
      rmSync(unfinished, { recursive: true, force: true, maxRetries: 5 });
      console.error('\nStopped. What had been written is removed.');
      process.exit(130);
    });
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
