import 'reflect-metadata';
import { join } from 'node:path';
import { Config, RunningApi, startApi } from '@stipple/api';
import { StartProblem } from '@stipple/postgres';
import { addJob } from '@stipple/jobs';
import pg from 'pg';
import { demoPeople, seedDemo } from '../corpus/seed-demo';
import { claimFolder, dataFolder, releaseFolder } from './data-folder';
import { openDatabase } from './open-database';
import { portIsFree } from './port';

/** Starts everything in this process: database, migrations, demo clinic the first time, API and dashboard. */
export async function start(root: string): Promise<void> {
  const undo: (() => Promise<void> | void)[] = [];
  const { stop, isStopping } = stopper(undo);
  try {
    const port = portOf(process.env['PORT']);
    const host = process.env['HOST'] ?? '127.0.0.1';
    if (!(await portIsFree(port, host)))
      throw new StartProblem(
        `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
      );
    const data = dataFolder(root);
    claimFolder(data);
    undo.push(() => releaseFolder(data));
    const opening = openDatabase(process.env['DATABASE_URL'], data);
    // Ctrl+C in the middle of it waits for it: a server half started would be left behind.
    undo.push(() => opening.then((opened) => opened.close()).catch(() => undefined));
    const database = await opening;
    const files = join(data, 'files');
    const wantsDemo = database.isEmpty && process.env['STIPPLE_DEMO'] !== 'no';
    if (wantsDemo) await fillDemo(database.ownerUrl, files);
    const api = await startApi(
      Config.from({
        SECURE_COOKIES: 'no',
        LOG_LEVEL: 'warn',
        FILES_FOLDER: files,
        DASHBOARD_FOLDER: join(root, 'dist/site/files'),
        ...process.env,
        PORT: String(port),
        HOST: host,
        DATABASE_URL: database.applicationUrl,
      }),
    );
    undo.push(() => api.close());
    announce(api, database.hasDemo || wantsDemo);
  } catch (error) {
    // Whoever stops it while it works knows why the work came to nothing.
    if (!isStopping()) console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    await stop(1);
  }
}

interface Stopper {
  stop(code: number): Promise<void>;
  isStopping(): boolean;
}

function stopper(undo: (() => Promise<void> | void)[]): Stopper {
  let stopping: Promise<void> | null = null;
  const stop = async (code: number) => {
    stopping ??= (async () => {
      for (const step of undo.reverse())
        await Promise.resolve(step()).catch((error: unknown) => console.error(error));
    })();
    await stopping;
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      console.log('\nStopping…');
      void stop(0);
    });
  }
  return { stop, isStopping: () => stopping !== null };
}

async function fillDemo(ownerUrl: string, files: string): Promise<void> {
  const cases = Number(process.env['STIPPLE_DEMO_CASES'] ?? 10_000);
  console.log(
    `Making the demo clinic with ${cases.toLocaleString('en-US')} invented cases (once, under a minute)…`,
  );
  await seedDemo(ownerUrl, files, { cases, onProgress: showProgress });
  if (process.stdout.isTTY) process.stdout.write('\n');
  await watchSoon(ownerUrl);
}

/** What comes up by itself is there when somebody first looks, and not five minutes later. */
async function watchSoon(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await addJob(client, { name: 'watching', payload: {}, key: 'watching' });
  } finally {
    await client.end();
  }
}

function showProgress(done: number, of: number, what: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r  ${Math.round((100 * done) / of)}% ${what}`.padEnd(60));
}

function announce(api: RunningApi, hasDemo: boolean): void {
  console.log(`\nStipple runs at ${api.url}`);
  if (hasDemo) {
    console.log('\nSign in to the demo clinic as');
    for (const { role, email, password } of demoPeople)
      console.log(`  ${role.padEnd(22)} ${email.padEnd(34)} ${password}`);
  }
  console.log('\nCtrl+C stops it. The data stays.');
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 4200);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StartProblem(`PORT is “${text}”; it must be a number from 1 to 65535.`);
}
