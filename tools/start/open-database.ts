import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrate, migrateBeside } from '@stipple/migrations';
import { StartProblem, startEmbeddedPostgres } from '@stipple/postgres';
import pg from 'pg';

export interface OpenDatabase {
  readonly ownerUrl: string;
  /** No clinic yet. */
  readonly isEmpty: boolean;
  readonly hasDemo: boolean;
  close(): Promise<void>;
}

const name = 'stipple';

export interface DatabaseForApi extends OpenDatabase {
  readonly applicationUrl: string;
}

/**
 * Opens the clinic's own PostgreSQL where DATABASE_URL names one, else the embedded one, and brings it up to date.
 * The URL's user must be allowed to create roles; the API itself gets the application role with a password of this
 * start.
 */
export async function openDatabase(databaseUrl: string | undefined, data: string): Promise<DatabaseForApi> {
  const opened = await openAs(databaseUrl, data, (url) =>
    migrate(url, randomBytes(24).toString('base64url')),
  );
  return { ...opened, applicationUrl: opened.result };
}

/** The same for a program beside the API: the application role keeps its password. */
export function openBeside(databaseUrl: string | undefined, data: string): Promise<OpenDatabase> {
  return openAs(databaseUrl, data, migrateBeside);
}

async function openAs<T>(
  databaseUrl: string | undefined,
  data: string,
  bringUpToDate: (ownerUrl: string) => Promise<T>,
): Promise<OpenDatabase & { readonly result: T }> {
  if (databaseUrl !== undefined && !isAddress(databaseUrl))
    throw new StartProblem(
      'DATABASE_URL is not an address of a database, such as postgresql://user@host:5432/stipple.',
    );
  const server = databaseUrl
    ? null
    : await startEmbeddedPostgres({ folder: join(data, 'database'), keep: 'durable' });
  const close = async () => void (await server?.stop());
  try {
    const ownerUrl = databaseUrl ?? (await ownDatabase(server?.url ?? ''));
    await tryReach(ownerUrl);
    const result = await bringUpToDate(ownerUrl);
    return { ownerUrl, result, ...(await whatIsThere(ownerUrl)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const isAddress = (text: string) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);

async function ownDatabase(serverUrl: string): Promise<string> {
  await withClient(serverUrl, async (client) => {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  });
  return serverUrl.replace(/postgres$/, name);
}

async function tryReach(url: string): Promise<void> {
  try {
    const version = await withClient(url, async (client) =>
      Number(
        (await client.query<{ v: string }>("SELECT current_setting('server_version_num') AS v")).rows[0]?.v ??
          0,
      ),
    );
    if (version < 180_000)
      throw new StartProblem(
        `The database is PostgreSQL ${Math.floor(version / 10_000)}; Stipple needs PostgreSQL 18 or newer.`,
      );
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    const { host } = new URL(url);
    const reason =
      error instanceof AggregateError
        ? (error.errors[0] as Error).message
        : error instanceof Error
          ? error.message
          : String(error);
    throw new StartProblem(`The database at ${host} cannot be reached: ${reason}. Check DATABASE_URL.`, {
      cause: error,
    });
  }
}

function whatIsThere(url: string): Promise<{ isEmpty: boolean; hasDemo: boolean }> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ clinics: number; demo: boolean | null }>(
      'SELECT count(*)::int AS clinics, bool_or(is_demo) AS demo FROM stipple.clinic',
    );
    return { isEmpty: rows[0]?.clinics === 0, hasDemo: rows[0]?.demo === true };
  });
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 8000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
