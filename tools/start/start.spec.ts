import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEmbeddedPostgres } from '@stipple/postgres';
import { freePort as anyFreePort } from './port';

const root = join(import.meta.dirname, '../..');
/** As `npm start` does. */
const building = [join(root, 'tools/start/build-and-run.mjs')];
/** What that has built, run again: to ask a dozen times whether anything has changed takes minutes. */
const built = [
  '--input-type=module',
  '--eval',
  `const { start } = await import(${JSON.stringify(pathToFileURL(join(root, 'dist/start.mjs')).href)});
   await start(${JSON.stringify(root)}).catch((error) => { console.error(error.message); process.exit(1); });`,
];
const patience = 240_000;

const folders: string[] = [];
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children.filter(isAlive)) await stopped(child, 'SIGINT');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  said(): string;
}

function npmStart(environment: Readonly<Record<string, string>>, program = built): Run {
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', STIPPLE_DEMO_CASES: '60', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text };
}

/** Waits until it has printed this; fails with what it did print when it ends first. */
async function until(run: Run, words: string): Promise<void> {
  const gone = isAlive(run.child) ? once(run.child, 'exit') : Promise.resolve();
  while (!run.said().includes(words)) {
    if (!isAlive(run.child)) throw new Error(`ended before “${words}”:\n${run.said()}`);
    await Promise.race([once(run.child.stdout!, 'data'), gone]);
  }
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill(signal);
  return ((await exit) as [number | null])[0];
}

async function ended({ child }: Run): Promise<number | null> {
  if (isAlive(child)) await once(child, 'exit');
  return child.exitCode;
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stipple-start-'));
  // Root runs PostgreSQL as another user, who has to get there.
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

const freePort = async () => String(await anyFreePort());

/** The port of the database server that runs on this data folder; 0 when there is none. */
function databaseOf(data: string): number {
  const file = join(data, 'database/postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[3]) : 0;
}

/** Whether a server still listens there. A dead process that nobody has collected yet is no server. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function signIn(url: string, said: string): Promise<string> {
  const [, email, password] = /coordinator\s+(\S+)\s+(\S+)/.exec(said) ?? [];
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status).toBeLessThan(300);
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

async function firstCase(url: string, cookie: string): Promise<string> {
  const answer = await fetch(`${url}/api/cases`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return JSON.stringify(((await answer.json()) as { rows: { id: string }[] }).rows.map(({ id }) => id));
}

describe('npm start', () => {
  it(
    'fills a demo clinic, prints how to sign in, stops on Ctrl+C without a process left, and keeps its data',
    async () => {
      const data = newFolder();
      const port = await freePort();
      const environment = { STIPPLE_DATA: data, PORT: port };
      const url = `http://localhost:${port}`;

      const first = npmStart(environment, building);
      await until(first, 'Ctrl+C stops it');
      expect(first.said()).toContain(`Stipple runs at ${url}`);
      expect(await (await fetch(url)).text()).toContain('<st-root');
      const cases = await firstCase(url, await signIn(url, first.said()));
      expect(cases).not.toBe('[]');
      const database = databaseOf(data);
      expect(await listens(database)).toBe(true);
      expect(await stopped(first.child, 'SIGINT')).toBe(0);
      expect(await listens(database)).toBe(false);

      const second = npmStart(environment);
      await until(second, 'Ctrl+C stops it');
      expect(second.said()).not.toContain('Making the demo clinic');
      expect(await firstCase(url, await signIn(url, second.said()))).toBe(cases);

      // A killed process cannot stop its database; the next start takes that over.
      const left = databaseOf(data);
      await stopped(second.child, 'SIGKILL');
      expect(await listens(left)).toBe(true);
      const third = npmStart(environment);
      await until(third, 'Ctrl+C stops it');
      expect(databaseOf(data)).toBe(left);

      const rival = npmStart({ ...environment, PORT: await freePort() });
      expect(await ended(rival)).toBe(1);
      expect(rival.said()).toContain('Stipple already runs on this data folder');

      expect(await stopped(third.child, 'SIGTERM')).toBe(0);
      expect(await listens(left)).toBe(false);
    },
    patience,
  );

  it(
    'leaves nothing behind when it is stopped while it still fills the clinic',
    async () => {
      const data = newFolder();
      const run = npmStart({ STIPPLE_DATA: data, PORT: await freePort(), STIPPLE_DEMO_CASES: '5000' });
      await until(run, 'Making the demo clinic');
      const database = databaseOf(data);
      await stopped(run.child, 'SIGINT');
      expect(await listens(database)).toBe(false);
    },
    patience,
  );

  it(
    'uses the database of DATABASE_URL, and starts none of its own',
    async () => {
      const server = await startEmbeddedPostgres({ folder: newFolder(), keep: 'throwaway' });
      const data = newFolder();
      const run = npmStart({
        STIPPLE_DATA: data,
        PORT: await freePort(),
        DATABASE_URL: server.url,
        STIPPLE_DEMO: 'no',
      });
      try {
        await until(run, 'Ctrl+C stops it');
        expect(run.said()).not.toContain('Sign in to the demo clinic');
        expect(databaseOf(data)).toBe(0);
        expect(await stopped(run.child, 'SIGINT')).toBe(0);
      } finally {
        await server.stop();
      }
    },
    patience,
  );

  it(
    'says in one sentence why it cannot start',
    async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const { port } = taken.address() as { port: number };
      const ofAnotherVersion = newFolder();
      mkdirSync(join(ofAnotherVersion, 'database/postgres'), { recursive: true });
      writeFileSync(join(ofAnotherVersion, 'database/postgres/PG_VERSION'), '17\n');
      writeFileSync(join(ofAnotherVersion, 'database/owner-password'), 'unused');

      const problems: [Record<string, string>, string][] = [
        [{ PORT: String(port) }, `Port ${port} is taken by another program.`],
        [{ PORT: 'http' }, 'PORT is “http”; it must be a number from 1 to 65535.'],
        [
          { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/stipple' },
          'The database at 127.0.0.1:1 cannot be reached',
        ],
        [{ DATABASE_URL: 'a database' }, 'DATABASE_URL is not an address of a database'],
        [{ STIPPLE_DATA: ofAnotherVersion }, 'is of PostgreSQL 17, this version brings PostgreSQL 18.'],
      ];
      for (const [environment, words] of problems) {
        const run = npmStart({ STIPPLE_DATA: newFolder(), PORT: await freePort(), ...environment });
        expect(await ended(run)).toBe(1);
        expect(run.said()).toContain(words);
        expect(run.said()).not.toMatch(/\n\s+at /);
      }
      taken.close();
    },
    patience,
  );
});
