import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StartProblem, borrowedUser, reaches, rootFolder, runningAsRoot } from '@stipple/postgres';

/**
 * Where this clone keeps its database and files: `.data` inside it. Root runs PostgreSQL as another user, and where
 * that user may not look into the clone, the data lies in root's own folder under a name made from the clone's path.
 */
export function dataFolder(root: string): string {
  const chosen = process.env['STIPPLE_DATA'];
  if (chosen) return reachable(resolve(chosen));
  if (!runningAsRoot() || reaches(borrowedUser(), root)) return join(root, '.data');
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join(rootFolder, `${basename(root)}-${mark}`);
}

function reachable(folder: string): string {
  if (!runningAsRoot()) return folder;
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  if (reaches(borrowedUser(), there)) return folder;
  throw new StartProblem(
    `STIPPLE_DATA is ${folder}. PostgreSQL does not run as root, and the user that runs it instead may not enter ${there}. Choose a folder that everybody may enter.`,
  );
}

/** Two of us on one folder would stop each other's database. */
export function claimFolder(data: string): void {
  mkdirSync(data, { recursive: true });
  const file = join(data, 'running.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'));
    if (isRunning(pid))
      throw new StartProblem(
        `Stipple already runs on this data folder (process ${pid}). Stop that one first: ${data}`,
      );
  }
  writeFileSync(file, String(process.pid));
}

export function releaseFolder(data: string): void {
  rmSync(join(data, 'running.pid'), { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
