import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Figure, spread } from './figures';

/** Fetched by npm when it is needed: it weighs as much as all our own tools together, and no test needs it. */
const lighthouse = 'lighthouse@13.5.0';

interface Report {
  readonly categories: Readonly<Record<'performance' | 'accessibility', { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly numericValue?: number; readonly score: number | null }>
  >;
}

export interface Visit {
  readonly url: string;
  /** The signed-in session, as the browser would send it. */
  readonly cookie: string;
  readonly chrome: string;
  /** The scores are medians of so many runs. */
  readonly rounds: number;
}

/** Lighthouse as on a phone: a slow network and a processor 4 times slower, by its own simulation. */
export function runLighthouse(page: string, visit: Visit): readonly Figure[] {
  const { rounds } = visit;
  const folder = mkdtempSync(join(tmpdir(), 'stipple-lighthouse-'));
  try {
    const reports = Array.from({ length: rounds }, (_, round) => once(visit, join(folder, `${round}.json`)));
    const median = (read: (report: Report) => number) => spread(reports.map(read)).median;
    const audit = (name: string) => (report: Report) => report.audits[name]?.numericValue ?? NaN;
    const of = `median of ${rounds}`;
    return [
      {
        what: `${page}: performance, mobile`,
        value: median((report) => 100 * (report.categories.performance.score ?? 0)),
        unit: 'points',
        of: `${of}; LCP ${Math.round(median(audit('largest-contentful-paint')))} ms, TBT ${Math.round(median(audit('total-blocking-time')))} ms, CLS ${median(audit('cumulative-layout-shift')).toFixed(3)}`,
        least: 95,
      },
      {
        what: `${page}: accessibility`,
        value: median((report) => 100 * (report.categories.accessibility.score ?? 0)),
        unit: 'points',
        of,
        least: 100,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function once({ url, cookie, chrome }: Visit, file: string): Report {
  const words = ['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', url];
  const options = [
    '--only-categories=performance,accessibility',
    `--chrome-flags=--headless --no-sandbox --disable-gpu`,
    // From a file, so that no session stands in the list of processes.
    `--extra-headers=${headersFile(file, cookie)}`,
    '--output=json',
    `--output-path=${file}`,
    '--quiet',
    '--no-enable-error-reporting',
  ];
  const { status, stderr } = spawnSync('npm', [...words, ...options], {
    encoding: 'utf8',
    env: { ...process.env, CHROME_PATH: chrome },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`Lighthouse did not finish: ${stderr.slice(-1500)}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function headersFile(beside: string, cookie: string): string {
  const file = `${beside}.headers.json`;
  writeFileSync(file, JSON.stringify({ Cookie: cookie }), { mode: 0o600 });
  return file;
}
