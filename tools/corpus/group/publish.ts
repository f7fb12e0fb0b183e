import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { measureBias } from '../bias/measure-bias';
import { type Manifest, corpusFormat } from './manifest';
import { type Tellers, writeGroup } from './write-group';

/** What leaving something open comes to, in points of the share of denials: see docs/corpus.md. */
const Points = z.object({ truth: z.number(), crude: z.number(), within: z.number(), compared: z.number() });

const Published = z.object({
  format: z.number(),
  groups: z.array(
    z.object({ cases: z.number(), seed: z.number(), sha256: z.string(), completeness: Points }),
  ),
});

const fileIn = (root: string) => join(root, 'tools/corpus/group/published.json');

export const readPublished = (root: string) =>
  Published.parse(JSON.parse(readFileSync(fileIn(root), 'utf8')));

/**
 * Makes the published groups again and writes their hashes down, in `published.json` and in `docs/corpus.md`: whoever
 * changes what is told publishes anew, and the change shows.
 *
 * @param root the clone
 */
export async function publish(root: string, tellers: Tellers): Promise<void> {
  const published = readPublished(root);
  const docs = join(root, 'docs/corpus.md');
  let page = readFileSync(docs, 'utf8');
  const groups = [];
  for (const { cases, seed, sha256: before } of published.groups) {
    const folder = mkdtempSync(join(tmpdir(), 'stipple-published-'));
    const group = join(folder, 'group');
    const manifest = await writeGroup({ cases, seed, out: group, tellers });
    const { sha256 } = manifest;
    const completeness = pointsOf(group, manifest);
    rmSync(folder, { recursive: true });
    console.log(`${cases} cases, seed ${seed}: ${sha256}${sha256 === before ? '' : ', was another one'}`);
    page = page.replaceAll(before, sha256);
    groups.push({ cases, seed, sha256, completeness });
  }
  writeFileSync(docs, page);
  const text = JSON.stringify({ format: corpusFormat, groups }, null, 2);
  writeFileSync(fileIn(root), `${text}\n`);
}

/** To a tenth of a point. */
export function pointsOf(group: string, { clinics }: Manifest): z.infer<typeof Points> {
  const { association, truth } = measureBias(
    group,
    clinics.map(({ folder }) => folder),
  );
  const { crude, within, compared } = association;
  const points = (share: number | undefined) => Math.round((share ?? 0) * 1000) / 10;
  return {
    truth: points(truth),
    crude: points(crude?.difference),
    within: points(within?.difference),
    compared,
  };
}
