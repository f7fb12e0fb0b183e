import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from './manifest';
import { oneByOne, writeGroup } from './write-group';

/** The command itself, with its threads, as somebody types it. */
const folder = mkdtempSync(join(tmpdir(), 'stipple-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const typed = (...args: string[]): ChildProcess =>
  spawn(process.execPath, ['tools/run.mjs', 'tools/corpus.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const ended = async (command: ChildProcess): Promise<{ code: number; said: string }> => {
  let said = '';
  for (const stream of [command.stdout, command.stderr]) stream?.on('data', (text) => (said += String(text)));
  const [code] = (await once(command, 'close')) as [number];
  return { code, said };
};

it('makes in threads what one thread makes, and says its hash', async () => {
  const out = join(folder, 'by-threads');
  const { code, said } = await ended(
    typed('--cases', '75', '--seed', '4', '--clinics', '3', '--threads', '2', '--out', out),
  );
  expect([code, said]).toEqual([0, expect.stringContaining('75 cases of 3 clinics, seed 4')]);
  const here = await writeGroup({
    ...{ cases: 75, seed: 4, clinics: 3 },
    out: join(folder, 'here'),
    tellers: oneByOne,
  });
  expect(readManifest(out)).toEqual(here);
  expect(said).toContain(`SHA-256 ${here.sha256}`);
}, 120_000);

it('leaves nothing behind when it is stopped', async () => {
  const within = join(folder, 'stopped');
  const command = typed('--cases', '5000', '--seed', '1', '--out', join(within, 'group'));
  const end = ended(command);
  while (!existsSync(within) || readdirSync(within).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(readdirSync(within)).toEqual([expect.stringMatching(/^group\.unfinished-/)]);
  command.kill('SIGINT');
  expect(await end).toEqual({ code: 130, said: expect.stringContaining('What had been written is removed') });
  expect(readdirSync(within)).toEqual([]);
}, 120_000);

it('refuses with a sentence, not with a stack', async () => {
  const { code, said } = await ended(typed('--cases', 'many', '--seed', '1'));
  expect([code, said.trim()]).toEqual([
    1,
    '--cases is “many”; it must be a whole number from 1 to 1,000,000.',
  ]);
}, 60_000);
