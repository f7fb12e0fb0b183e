import { get } from 'node:http';
import type { Child } from '../servers/child';
import type { Ground } from './ground';
import { type Measured, atLeast, timesOf } from './measured';
import type { Figure } from '../../measure/figures';

/** Open and closed cases are asked for apart. */
const paths = ['/api/cases/export?closed=no', '/api/cases/export?closed=yes'];

/** Every case of the clinic in two files, and how much memory the API holds meanwhile. */
export async function wholeExport(ground: Ground): Promise<Measured> {
  const headers = await ground.as('dana');
  const runs = { latencies: [] as number[], perSecond: [] as number[], rows: 0, peak: 0 };
  // What other rows have left in the memory of the API is not of the export.
  const api = await ground.startApi();
  const before = await api.tell<'usage'>({ what: 'usage' });
  for (let round = 0; round < ground.course.rounds; round++) {
    const began = performance.now();
    runs.rows = 0;
    for (const path of paths) {
      const { rows, peak } = await download(api, path, headers);
      runs.rows += rows;
      runs.peak = Math.max(runs.peak, peak);
    }
    const took = performance.now() - began;
    runs.latencies.push(took);
    runs.perSecond.push(runs.rows / (took / 1000));
  }
  const after = await api.tell<'usage'>({ what: 'usage' });
  await api.stop();
  const times = timesOf({
    latencies: runs.latencies.sort((one, other) => one - other),
    perSecond: runs.perSecond,
    cpuMs: (after.cpuMs - before.cpuMs) / ground.course.rounds,
  });
  const memory = runs.peak / 1024 / 1024;
  return {
    row: 'export',
    what: `export of ${runs.rows.toLocaleString('en-US')} rows as CSV; “a second” is rows`,
    ...{ cases: ground.cases, atOnce: 1, ...times, floors: [], agrees: null },
    goals: [
      ...(ground.cases > 10_000 ? [atLeast('rows a second', times.perSecond, 20_000)] : []),
      { what: 'most memory of the API, in MB', value: memory, unit: '', most: 256 } satisfies Figure,
    ],
    note: `No floor: it is one cursor either way. The API held ${Math.round(before.rss / 1024 / 1024)} MB before it began.`,
  };
}

async function download(api: Child, path: string, headers: Readonly<Record<string, string>>) {
  let [lines, peak, isOver] = [0, 0, false];
  const watching = (async () => {
    while (!isOver) {
      const { rss } = await api.tell<'usage'>({ what: 'usage' });
      peak = Math.max(peak, rss);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const last = await new Promise<string>((resolve, reject) => {
    const asked = get(`${api.url}${path}`, { headers }, (answer) => {
      let tail = '';
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
        tail = (tail + text).slice(-80);
      });
      answer.on('end', () => resolve(tail));
      answer.on('error', reject);
    });
    asked.on('error', reject);
  });
  isOver = true;
  await watching;
  // Its last line says how many there are; a file without it was cut off.
  const rows = Number(/(\d+) rows\s*$/.exec(last)?.[1]);
  if (!(rows > 0 && lines >= rows)) throw new Error(`the export ended with “${last}”`);
  return { rows, peak };
}
