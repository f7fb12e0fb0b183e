import pg from 'pg';
import { DataSource } from 'typeorm';
import { applicationRole, asApplication } from './application-role';
import { installJobQueue } from './job-queue';
import { released } from './released';

/** Owns the schema; nobody signs in as it. */
const owner = 'stipple_owner';

/**
 * Brings a database up to date and lets the application role in with this password. The URL's user must be
 * allowed to create roles the first time.
 *
 * @returns the URL for the API: the same database as the application role
 */
export async function migrate(ownerUrl: string, applicationPassword: string): Promise<string> {
  await bringUpToDate(ownerUrl, applicationPassword);
  return asApplication(ownerUrl, applicationPassword);
}

/** The same beside an API that is running: its password stays what it is. */
export function migrateBeside(ownerUrl: string): Promise<void> {
  return bringUpToDate(ownerUrl, null);
}

async function bringUpToDate(ownerUrl: string, applicationPassword: string | null): Promise<void> {
  await prepareRoles(ownerUrl, applicationPassword);
  await installJobQueue(ownerUrl, owner, applicationRole);
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: 'stipple',
    extra: { options: `-c role=${owner} -c search_path=stipple,public` },
    migrations: [...released],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

async function prepareRoles(ownerUrl: string, applicationPassword: string | null): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const found = await client.query<{ name: string }>('SELECT current_database() AS name');
    const database = client.escapeIdentifier(found.rows[0]?.name ?? '');
    // Two starts at the same moment must not both create the roles.
    await client.query('SELECT pg_advisory_lock(795392)');
    await client.query(createUnlessKnown(owner, 'NOLOGIN'));
    await client.query(createUnlessKnown(applicationRole, 'LOGIN'));
    if (applicationPassword !== null)
      await client.query(
        `ALTER ROLE ${applicationRole} LOGIN PASSWORD ${client.escapeLiteral(applicationPassword)}`,
      );
    await client.query(`GRANT ${owner} TO CURRENT_USER`);
    await client.query(`GRANT CREATE, CONNECT ON DATABASE ${database} TO ${owner}`);
    await client.query(`REVOKE TEMPORARY, CONNECT ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${applicationRole}`);
    await client.query(`CREATE SCHEMA IF NOT EXISTS stipple AUTHORIZATION ${owner}`);
    await client.query(`GRANT USAGE ON SCHEMA stipple TO ${applicationRole}`);
  } finally {
    await client.end();
  }
}

function createUnlessKnown(role: string, login: 'LOGIN' | 'NOLOGIN'): string {
  return `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} ${login}; END IF;
  END $$`;
}
