import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '@stipple/postgres';
import { type Manifest, manifestName, manifestOf, sumsName, sumsOf } from './manifest';
import { type GroupWish, type PlannedClinic, momentOf, planGroup } from './plan-group';
import type { FileEntry } from './summed-file';
import { type ToldClinic, tellClinic } from './tell-clinic';

/** Tells all clinics into a folder, in whatever order; `onProgress` hears of cases that are done. */
export type Tellers = (
  folder: string,
  planned: readonly PlannedClinic[],
  onProgress: (cases: number) => void,
) => Promise<readonly ToldClinic[]>;

/** One after the other, in this thread. */
export const oneByOne: Tellers = async (folder, planned, onProgress) =>
  planned.map((one) => tellClinic(folder, one, onProgress));

interface Options extends GroupWish {
  readonly out: string;
  readonly tellers: Tellers;
  readonly onProgress?: (cases: number) => void;
  /** Hears the name of the folder that is written until all is there, for whoever has to clear it away. */
  readonly onBegin?: (unfinished: string) => void;
}

/**
 * Makes a group of clinics as files. They are written under another name, which the folder keeps until the last of them
 * is whole: what was cut off never looks like a corpus.
 */
export async function writeGroup(options: Options): Promise<Manifest> {
  const { out, tellers, onProgress = () => undefined, onBegin = () => undefined, cases, seed } = options;
  const planned = planGroup(options);
  if (existsSync(out))
    throw new StartProblem(
      `${out} is there already. Nothing was written; remove it, or name another folder with --out.`,
    );
  mkdirSync(dirname(out), { recursive: true });
  const unfinished = mkdtempSync(join(dirname(out), `${basename(out)}.unfinished-`));
  onBegin(unfinished);
  try {
    const told = await tellers(unfinished, planned, onProgress);
    const inOrder = [...told].sort((one, other) => one.number - other.number);
    const sums = sumsOf([...inOrder.flatMap(({ files }) => files), ...pictures(unfinished)]);
    const manifest = manifestOf({ cases, seed, moment: momentOf(seed) }, inOrder, sums);
    writeFileSync(join(unfinished, sumsName), sums);
    writeFileSync(join(unfinished, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(unfinished, out);
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function pictures(folder: string): FileEntry[] {
  return readdirSync(join(folder, 'files')).map((name) => {
    const content = readFileSync(join(folder, 'files', name));
    return {
      path: `files/${name}`,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
  });
}
