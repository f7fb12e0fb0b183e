import 'reflect-metadata';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Config, RunningApi, startApi } from '@stipple/api';

/*
 * Starts and ends APIs for one spec after the other: `POST /` with the settings, `DELETE /<port>`. To import the API
 * anew for each spec, and run it cold, would take longer than most specs.
 */
const apis = new Map<string, RunningApi>();
const server = createServer((request, response) => {
  const work = async () => {
    if (request.method === 'POST') {
      const api = await startApi(
        Config.from(JSON.parse(await text(request)) as Readonly<Record<string, string>>),
      );
      apis.set(new URL(api.url).port, api);
      return { url: api.url, routes: api.routes };
    }
    const port = request.url?.slice(1) ?? '';
    await apis.get(port)?.close();
    apis.delete(port);
    return {};
  };
  void work().then(
    (done) => response.end(JSON.stringify(done)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(0, '127.0.0.1');
await once(server, 'listening');
process.once('disconnect', () => process.exit());
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
