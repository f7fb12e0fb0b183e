import { randomUUIDv7 } from 'node:crypto';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { obey } from './orders';
import { filledIn } from './filled-in';
import type { Asked, Trip } from './trip';

/*
 * The floor: nothing but `node:http` and `pg`. It answers `/3` by sending the statements of the third recorded request,
 * named, over as many connections as the API has, and returning their rows. A POST bears what takes the place of the
 * recorded values.
 */
let trips: readonly Trip[] = [];
let session: readonly (readonly [string, string])[] = [];
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['POOL_SIZE']),
  pipeline: true,
} as pg.PoolConfig);
pool.on('error', () => undefined);
// Each new connection is told once what the API tells with every request.
pool.on('connect', (client) => {
  for (const [name, value] of session) void client.query('SELECT set_config($1, $2, false)', [name, value]);
});

const server = createServer((request, response) => {
  void answer(request).then(
    (rows) => {
      const body = Buffer.from(JSON.stringify(rows));
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
        .end(body);
    },
    (error: unknown) =>
      response.writeHead(500).end(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
});

async function answer(request: IncomingMessage): Promise<unknown[]> {
  const trip = trips[Number(request.url?.slice(1))];
  if (trip === undefined) throw new Error(`nothing was recorded for ${request.url}`);
  return replay(request.method === 'GET' ? trip : filledIn(trip, await pairsOf(request), randomUUIDv7));
}

async function replay(trip: Trip): Promise<unknown[]> {
  const client = await pool.connect();
  const rows: unknown[] = [];
  try {
    for (const group of trip) {
      const done = await Promise.allSettled(group.map((asked) => client.query(named(asked))));
      for (const step of done) {
        if (step.status === 'rejected') throw step.reason;
        rows.push(...(step.value as pg.QueryResult).rows);
      }
    }
    return rows;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const names = new Map<string, string>();

/** What has no name and takes values is named too: that is worth more than anything else a server can do. */
function named({ name, text, values }: Asked): pg.QueryConfig {
  if (values === undefined || values.length === 0) return { text };
  let known = name ?? names.get(text);
  if (known === undefined) names.set(text, (known = `floor_${names.size}`));
  return { name: known, text, values: [...values] };
}

async function pairsOf(request: IncomingMessage): Promise<readonly (readonly [string, string])[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as [string, string][];
}

obey((order) => {
  if (order.what === 'trips') {
    ({ trips } = order);
    session = Object.entries(order.session);
  }
  return null;
});
server.listen(0, '127.0.0.1', () =>
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
