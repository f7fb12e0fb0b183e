import { parseArgs } from 'node:util';
import { startTestServer } from '@stipple/testing/server';
import { writeRows } from './in-a-process';

/*
 * `node_modules/.bin/node tools/run.mjs tools/exports/measure-exports.ts --rows 1000000`: how much memory a file of so many
 * rows takes, in each format, each in a process of its own.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    formats: { type: 'string', default: 'csv,xlsx,pdf' },
  },
});
const server = await startTestServer();
try {
  for (const format of values.formats.split(',')) {
    const { rows, bytes, megabytes, seconds } = await writeRows({
      url: server.url,
      rows: Number(values.rows),
      format,
    });
    console.log(
      `${format}: ${rows} rows, ${Math.round(bytes / 1_048_576)} MB in ${seconds} s; at most ${megabytes} MB of memory`,
    );
  }
} finally {
  await server.stop();
}
