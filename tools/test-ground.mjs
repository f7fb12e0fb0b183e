import { fork } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

/**
 * What specs stand on, whichever runner runs them: one PostgreSQL with the migrated template, and a process for each
 * worker in which it starts its APIs; `apps/api-e2e/api-host.ts` says why. The workers find both in their environment.
 *
 * @returns what ends it all
 */
export async function startTestGround(workers) {
  const [database, host] = await Promise.all([
    bundle('libs/platform/testing/test-server.ts', 'test-server'),
    bundle('apps/api-e2e/api-host.ts', 'api-host'),
  ]);
  const { startTestServer } = await import(pathToFileURL(database).href);
  const server = await startTestServer();
  const hosts = await Promise.all(Array.from({ length: workers }, () => startHost(host)));
  process.env.STIPPLE_TEST_SERVER = server.url;
  process.env.STIPPLE_TEST_HOSTS = hosts.map(({ address }) => address).join(' ');
  return async () => {
    await Promise.all(hosts.map(({ stop }) => stop()));
    await server.stop();
  };
}

async function startHost(program) {
  const child = fork(program, { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
  const exited = once(child, 'exit');
  const [address] = await Promise.race([once(child, 'message'), exited.then(() => [])]);
  if (address === undefined) throw new Error('a host of APIs ended before it began');
  const stop = async () => {
    if (child.connected) child.disconnect();
    await exited;
  };
  return { address, stop };
}
