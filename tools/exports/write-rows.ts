import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Statement, inSnapshotOf } from '@stipple/database';
import { type Cell, type Column, type TableFormat, tableFormats } from '@stipple/files';
import pg from 'pg';

/*
 * `write-rows <url> <rows> <format> <reader>`: makes one file of so many rows in a process of its own, as the API does, from a
 * cursor of PostgreSQL to bytes, and says how much memory that took. A `slow` reader waits before each of its first pieces.
 */
const [url = '', rows = '0', format = 'csv', reader = 'quick'] = process.argv.slice(2);
const count = Number(rows);

const columns: readonly Column[] = [
  { heading: 'Case', kind: 'number', width: 9 },
  { heading: 'Patient', kind: 'text', width: 24 },
  { heading: 'Payer', kind: 'text', width: 24 },
  { heading: 'Day', kind: 'day', width: 12 },
  { heading: 'Reason', kind: 'text', width: 40 },
  { heading: 'Physician', kind: 'text', width: 20 },
  { heading: 'Stage now', kind: 'text', width: 16 },
  { heading: 'US dollars', kind: 'cents', width: 12 },
];
const scope: Statement = { name: 'nobody', text: 'SELECT 1', values: [] };
const statement: Statement = {
  name: 'rows',
  text: /* sql */ `SELECT json_build_array(n, 'Family ' || n || ', Given', 'Payer ' || n % 40, '2026-01-01'::date + n % 300, '197 Authorization or notification absent',
    'Dr. ' || n % 12, 'Denied', n * 7) AS cells FROM generate_series(1, $1::int) n`,
  values: [count],
};

const pool = new pg.Pool({ connectionString: url, max: 2 });
const tally = { read: 0, bytes: 0, most: 0 };
async function* cells(found: AsyncIterable<{ readonly cells: readonly Cell[] }>) {
  for await (const row of found) {
    tally.read += 1;
    yield row.cells;
  }
}
const began = performance.now();
const pieces = inSnapshotOf<string | Uint8Array>(pool, scope, (snapshot) =>
  tableFormats[format as TableFormat].write({
    title: 'Rows',
    clinic: 'Nowhere',
    isDemo: false,
    about: [],
    tables: [{ name: 'Rows', columns, count, rows: cells(snapshot.rows(statement)) }],
  }),
);
let readBeforeWaiting = 0;
let taken = 0;
for await (const piece of pieces) {
  tally.bytes += piece.length;
  if (reader !== 'slow' || taken++ >= 20) continue;
  const before = tally.read;
  await pause(50);
  readBeforeWaiting = Math.max(readBeforeWaiting, tally.read - before);
}
await pool.end();
console.log(
  JSON.stringify({
    format,
    rows: tally.read,
    bytes: tally.bytes,
    megabytes: mostMegabytes(),
    seconds: Math.round((performance.now() - began) / 1000),
    readWhileWaiting: readBeforeWaiting,
  }),
);

/**
 * Of this process at its highest. On Linux the usage that a process is told of begins with what its parent held when it was
 * started, which for a test is more than all of this; the kernel's own mark begins anew with each program.
 */
function mostMegabytes(): number {
  if (process.platform !== 'linux') return Math.round(process.resourceUsage().maxRSS / 1024);
  const mark = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
  return Math.round(Number(mark?.[1]) / 1024);
}
