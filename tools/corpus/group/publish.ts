import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { corpusFormat } from './manifest';
import { type Tellers, writeGroup } from './write-group';

const Published = z.object({
  format: z.number(),
  groups: z.array(z.object({ cases: z.number(), seed: z.number(), sha256: z.string() })),
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
    const { sha256 } = await writeGroup({ cases, seed, out: join(folder, 'group'), tellers });
    rmSync(folder, { recursive: true });
    console.log(`${cases} cases, seed ${seed}: ${sha256}${sha256 === before ? '' : ', was another one'}`);
    page = page.replaceAll(before, sha256);
    groups.push({ cases, seed, sha256 });
  }
  writeFileSync(docs, page);
  const text = JSON.stringify({ format: corpusFormat, groups }, null, 2);
  writeFileSync(fileIn(root), `${text}\n`);
}
