import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@stipple/migrations';
import { startEmbeddedPostgres } from '@stipple/postgres';
import pg from 'pg';
import { applicationPassword, template } from './test-database';

/** Starts one PostgreSQL for a whole test run and prepares the template that every spec's database is cloned from. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'stipple-test-'));
  const server = await startEmbeddedPostgres({
    folder,
    keep: 'throwaway',
    settings: {
      max_connections: '300',
      // Nobody takes a copy of this server, so the log need not hold enough for one.
      wal_level: 'minimal',
      max_wal_senders: '0',
      // Every API opens a dozen connections, and to prove a password takes as long as its hash is made slow.
      scram_iterations: '1',
    },
  });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  await migrate(server.url.replace(/postgres$/, template), applicationPassword);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
