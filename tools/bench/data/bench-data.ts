import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, released } from '@stipple/migrations';
import { startEmbeddedPostgres } from '@stipple/postgres';
import pg from 'pg';
import { seedDemo } from '../../corpus/seed-demo';
import { checkData, violations } from './check-data';
import { multiply } from './multiply';

/** As many cases are told at most; what is larger is made of copies. */
const toldAtMost = 5000;

export interface BenchData {
  readonly ownerUrl: string;
  /** As the API signs in. */
  readonly applicationUrl: string;
  readonly files: string;
  /** The day on which it was made: what lies ahead of it has come nearer since. */
  readonly madeOn: string;
  close(): Promise<void>;
}

/**
 * A PostgreSQL with one clinic of so many cases, durable as the product’s own. It is made once for each size and state of
 * the schema, and kept in `folder`.
 *
 * @param say where it is heard how far that is
 */
export async function openBenchData(
  folder: string,
  cases: number,
  say: (words: string) => void,
): Promise<BenchData> {
  const place = join(folder, `${cases}-cases-${released.length}-migrations`);
  const files = join(place, 'files');
  const whole = join(place, 'made-on');
  if (!existsSync(whole)) {
    say(`Making ${cases.toLocaleString('en-US')} cases once, in ${place}`);
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    await makeData(place, cases, say);
    writeFileSync(whole, Temporal.Now.plainDateISO().toString());
  }
  const server = await startEmbeddedPostgres({
    folder: join(place, 'database'),
    keep: 'durable',
    settings: { shared_buffers: '1GB', max_wal_size: '2GB' },
  });
  const ownerUrl = databaseOf(server.url);
  return {
    ownerUrl,
    applicationUrl: await migrate(ownerUrl, randomBytes(24).toString('base64url')),
    files,
    madeOn: readFileSync(whole, 'utf8'),
    close: () => server.stop(),
  };
}

const databaseOf = (serverUrl: string) => serverUrl.replace(/[^/]*$/, 'bench');

/** Without durability, which would only cost time: what is not made to its end is made anew. */
async function makeData(place: string, cases: number, say: (words: string) => void): Promise<void> {
  const times = Math.max(cases < 2 ? 1 : 2, Math.ceil(cases / toldAtMost));
  const server = await startEmbeddedPostgres({
    folder: join(place, 'database'),
    keep: 'throwaway',
    settings: {
      ...{ shared_buffers: '1GB', maintenance_work_mem: '1GB', max_wal_size: '8GB' },
      ...{ wal_level: 'minimal', max_wal_senders: '0', autovacuum: 'off' },
    },
  });
  try {
    await onServer(server.url, (client) => client.query('CREATE DATABASE bench'));
    const ownerUrl = databaseOf(server.url);
    await migrate(ownerUrl, randomBytes(24).toString('base64url'));
    await seedDemo(ownerUrl, join(place, 'files'), {
      cases: Math.ceil(cases / times),
      onProgress: (done, of, what) => say(`  told ${done} of ${of} ${what}`),
    });
    await onServer(ownerUrl, async (client) => {
      const before = await violations(client);
      if (times > 1) await multiply(client, times, (what) => say(`  ${what}`));
      say('  gathering statistics');
      await client.query('VACUUM (ANALYZE)');
      say('  checking it against the law');
      await checkData(client, before);
    });
  } finally {
    await server.stop();
  }
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
