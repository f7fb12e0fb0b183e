import { pathToFileURL } from 'node:url';
import { bundle } from '../bundle.mjs';

/** Jest loads its global set-up with plain Node, hence the bundle. */
export default async function start() {
  const file = await bundle('libs/platform/testing/test-server.ts', 'test-server');
  const { startTestServer } = await import(pathToFileURL(file).href);
  const server = await startTestServer();
  process.env.STIPPLE_TEST_SERVER = server.url;
  globalThis.stippleTestServer = server;
}
