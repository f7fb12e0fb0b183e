import { randomBytes } from 'node:crypto';
import { applicationRole, asApplication } from '@stipple/migrations/application-role';
import pg from 'pg';

export const template = 'stipple_template';
export const applicationPassword = 'application-of-the-tests';

/** A database of one's own, migrated and empty. */
export interface TestDatabase {
  /** Superuser: to prepare what no application role may, and to look behind row-level security. */
  readonly owner: pg.Pool;
  /** The application role, as the API is. */
  readonly application: pg.Pool;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  close(): Promise<void>;
}

/**
 * Clones the migrated template. Takes some tens of milliseconds, so every spec file has its own.
 *
 * The files are copied as they lie: to write every page through the log, as is the default, takes five times as long.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = process.env['STIPPLE_TEST_SERVER'];
  if (server === undefined) throw new Error('the test server is not running; start the specs through jest');
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await onServer(
    server,
    `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`,
    // A clone has the template's contents, not its rights.
    `REVOKE TEMPORARY, CONNECT ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${applicationRole}`,
  );
  const ownerUrl = server.replace(/postgres$/, name);
  const applicationUrl = asApplication(ownerUrl, applicationPassword);
  // To a table that nobody has analysed PostgreSQL allows ten pages, so that a question about all tables would be read
  // by several processes: to start them takes fifty times as long as to read what is there.
  const owner = new pg.Pool({
    connectionString: ownerUrl,
    max: 4,
    options: '-c max_parallel_workers_per_gather=0',
  });
  const application = new pg.Pool({ connectionString: applicationUrl, max: 70 });
  // The database is dropped under connections that are still on their way out.
  for (const pool of [owner, application]) pool.on('error', () => undefined);
  return {
    owner,
    application,
    ownerUrl,
    applicationUrl,
    close: async () => {
      await Promise.all([owner.end(), application.end()]);
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}
