import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '@stipple/postgres';
import { z } from 'zod';
import { tableNames } from '../rows';
import type { FileEntry } from './summed-file';
import type { ToldClinic } from './tell-clinic';

/** Goes up with every change of what the files of a corpus look like or say. The published hashes belong to it. */
export const corpusFormat = 1;

export const manifestName = 'manifest.json';
export const sumsName = 'SHA256SUMS';

const Manifest = z.object({
  format: z.number(),
  cases: z.number(),
  seed: z.number(),
  moment: z.string(),
  clinics: z.array(z.object({ folder: z.string(), id: z.string(), name: z.string(), cases: z.number() })),
  rows: z.record(z.string(), z.number()),
  /** Over `SHA256SUMS`, and so over every other file. */
  sha256: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

/** One line for each file, as `sha256sum --check` reads them. */
export const sumsOf = (files: readonly FileEntry[]) =>
  [...files]
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join('');

export function manifestOf(
  { cases, seed, moment }: { cases: number; seed: number; moment: string },
  clinics: readonly ToldClinic[],
  sums: string,
): Manifest {
  const rowsOf = (table: (typeof tableNames)[number]) =>
    clinics.reduce((sum, { rows }) => sum + rows[table], 0);
  return {
    format: corpusFormat,
    cases,
    seed,
    moment,
    clinics: clinics.map(({ folder, id, name, cases: count }) => ({ folder, id, name, cases: count })),
    rows: Object.fromEntries(tableNames.map((table) => [table, rowsOf(table)])),
    sha256: createHash('sha256').update(sums).digest('hex'),
  };
}

/** @throws StartProblem where the folder holds no whole corpus, or one that this version cannot read */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(folder, manifestName), 'utf8');
  } catch {
    throw new StartProblem(`${folder} holds no corpus: it has no ${manifestName}.`);
  }
  const read = Manifest.safeParse(jsonOf(text));
  if (!read.success) throw new StartProblem(`The ${manifestName} in ${folder} is not one of a corpus.`);
  if (read.data.format !== corpusFormat)
    throw new StartProblem(
      `The corpus in ${folder} has format ${read.data.format}; this version reads format ${corpusFormat}.`,
    );
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
