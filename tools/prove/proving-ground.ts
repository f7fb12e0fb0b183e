import { migrate } from '@stipple/migrations';
import pg from 'pg';
import { Bench, prepareBench } from './bench';
import { prepareGround } from './ground';
import { installOracle, takeNote } from './oracle/oracle';

/** A fresh database with two clinics, one of them furnished for attacks, and an oracle watching. */
export interface ProvingGround {
  readonly bench: Bench;
  readonly owner: pg.Pool;
  readonly applicationUrl: string;
  close(): Promise<void>;
}

const password = 'only-of-this-proof';

/** @param serverUrl a superuser on a server of the proof's own: its application role gets a password of its own */
export async function openProvingGround(serverUrl: string, name: string): Promise<ProvingGround> {
  await withServer(serverUrl, `CREATE DATABASE ${name}`);
  const ownerUrl = serverUrl.replace(/[^/]*$/, name);
  const applicationUrl = await migrate(ownerUrl, password);
  return { ...(await prepare(ownerUrl, applicationUrl)), applicationUrl };
}

/** Over a database that is migrated already. */
export async function prepare(
  ownerUrl: string,
  applicationUrl: string,
): Promise<Omit<ProvingGround, 'applicationUrl'>> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  owner.on('error', () => undefined);
  const application = new pg.Pool({ connectionString: applicationUrl, max: 2 });
  const home = await prepareGround(owner, 'Home');
  const foreign = await prepareGround(owner, 'Foreign');
  const bench = await prepareBench(owner, application, [home, foreign]);
  await application.end();
  await installOracle(owner);
  await takeNote(owner);
  return { bench, owner, close: () => owner.end() };
}

async function withServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
