import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** An API in a process of its own, that can be killed as the system kills one. */
export interface ApiProcess {
  readonly url: string;
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** Bundles the program of the API, as the build does. Once for all processes of a spec. */
export async function bundleApi(): Promise<string> {
  const { bundle } = (await import(pathToFileURL(join(root, 'tools/bundle.mjs')).href)) as {
    bundle(source: string, name: string): Promise<string>;
  };
  return bundle('apps/api/main.ts', 'api-of-a-spec');
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
