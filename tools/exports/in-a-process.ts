import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Bundled in a process of its own: the bundler's memory is not to be measured with the file's. */
async function program(): Promise<string> {
  const said = `import { bundle } from './tools/bundle.mjs'; console.log(await bundle('tools/exports/write-rows.ts', 'write-rows'));`;
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', said], { env });
  return stdout.trim();
}

export interface Written {
  readonly rows: number;
  readonly bytes: number;
  /** Of the whole process, at its highest. */
  readonly megabytes: number;
  readonly seconds: number;
  /** The most rows that were read while the reader waited. */
  readonly readWhileWaiting: number;
}

/** Writes a file of so many rows in a process of its own, of which the memory can be told. */
export async function writeRows({
  url,
  rows,
  format,
  reader = 'quick',
}: {
  readonly url: string;
  readonly rows: number;
  readonly format: string;
  readonly reader?: 'quick' | 'slow';
}): Promise<Written> {
  const args = [await program(), url, String(rows), format, reader];
  // As the API’s own process is bounded in a container of that size: what is garbage need not wait for gigabytes of it.
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=128' };
  const { stdout } = await run(process.execPath, args, { env });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Written;
}
