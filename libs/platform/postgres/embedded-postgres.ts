import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PostgresHome, findHome } from './postgres-home';

export interface EmbeddedOptions {
  /** Where the data lies. Kept between starts. */
  readonly folder: string;
  /** `durable` keeps every acknowledged write through a crash. `throwaway` is for tests: fast, and gone with the machine. */
  readonly keep: 'durable' | 'throwaway';
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedServer {
  /** URL of a superuser, database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the PostgreSQL that npm installed, on a free port of the loopback interface. A server that is still
 * running on this folder, left by a killed process, is taken over instead.
 *
 * @throws StartProblem with one clear sentence
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = findHome();
  const data = join(options.folder, 'postgres');
  const password = await prepareFolder(home, options.folder, data);
  const running = await runningPort(home, data);
  const port = running ?? (await freePort());
  if (running === null) {
    const settings = {
      max_connections: '200',
      ...(options.keep === 'throwaway' ? throwaway : {}),
      ...options.settings,
    };
    const flags = Object.entries({
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      ...settings,
    })
      .map(([name, value]) => `-c ${name}='${value}'`)
      .join(' ');
    await run(home, 'pg_ctl', [
      'start',
      '--wait',
      '-D',
      data,
      '-l',
      join(options.folder, 'postgres.log'),
      '-o',
      flags,
    ]);
  }
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => void (await run(home, 'pg_ctl', ['stop', '--wait', '--mode=fast', '-D', data])),
  };
}

/** A reason not to start, said in one sentence to the person at the terminal. */
export class StartProblem extends Error {}

async function prepareFolder(home: PostgresHome, folder: string, data: string): Promise<string> {
  const passwordFile = join(folder, 'owner-password');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (home.user) chownSync(folder, home.user.uid, home.user.gid);
  const version = join(data, 'PG_VERSION');
  if (existsSync(version) && existsSync(passwordFile)) {
    const found = readFileSync(version, 'utf8').trim();
    if (found !== home.major) {
      throw new StartProblem(
        `The data in ${data} is of PostgreSQL ${found}, this version brings PostgreSQL ${home.major}. ` +
          'Start the older version once more to export your data, or move the folder away to begin anew.',
      );
    }
    return readFileSync(passwordFile, 'utf8').trim();
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid);
  // C.UTF-8 of the builtin provider sorts the same on every machine, whatever locales it has.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  rmSync(data, { recursive: true, force: true });
  await run(home, 'initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-instructions',
    ...locale,
  ]);
  return password;
}

async function runningPort(home: PostgresHome, data: string): Promise<number | null> {
  const running = await run(home, 'pg_ctl', ['status', '-D', data]).then(
    () => true,
    () => false,
  );
  if (!running) return null;
  // The fourth line of postmaster.pid is the port it listens on.
  const port = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);
  return Number.isInteger(port) ? port : null;
}

function run(home: PostgresHome, program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(home.bin, program), args, {
      ...home.user,
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    // Not “close”: the server that pg_ctl leaves behind keeps the pipe open.
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new StartProblem(`PostgreSQL’s ${program} failed: ${said.trim() || `exit code ${code}`}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
