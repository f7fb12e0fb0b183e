import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../start/port';

export interface RunningDemo {
  readonly url: string;
  close(): Promise<void>;
}

/** A Stipple of its own with the demo clinic, in a folder that is thrown away, started as anybody starts it. */
export async function startDemo(root: string, cases: number): Promise<RunningDemo> {
  const data = mkdtempSync(join(tmpdir(), 'stipple-measure-'));
  // PostgreSQL may have to run as another user, who must be able to come in.
  chmodSync(data, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'tools/start/build-and-run.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      STIPPLE_DATA: data,
      STIPPLE_DEMO_CASES: String(cases),
      IDLE_MINUTES: '120',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async () => {
    child.kill('SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => {
        if (text.toString().includes('Stipple runs at')) resolve();
      });
      void ended.then(() => reject(new Error('the demo did not start')));
    });
    return { url: `http://127.0.0.1:${port}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
