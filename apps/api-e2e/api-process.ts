import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** An API in a process of its own, that can be killed as the system kills one. */
export interface ApiProcess {
  readonly url: string;
  kill(): Promise<void>;
}

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** Bundles the program of the API, as the build does. In a process of its own: the bundler knows no RegExp of Jest's. */
export async function bundleApi(): Promise<string> {
  const said = `import { bundle } from './tools/bundle.mjs'; console.log(await bundle('apps/api/main.ts', 'api-of-a-spec'));`;
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', said], { cwd: root, env });
  return stdout.trim();
}

export async function startProcess(
  program: string,
  settings: Readonly<Record<string, string>>,
): Promise<ApiProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'silent', ...settings, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (!isAlive(child)) throw new Error(`the API ended: ${said}`);
    await pause(50);
  }
  return {
    url,
    kill: async () => {
      if (!isAlive(child)) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
