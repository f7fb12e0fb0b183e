import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Figure } from './figures';

/** As `tools/dashboard/pages.mjs` records it. */
interface Recorded {
  readonly first: readonly string[];
  readonly pages: readonly { readonly path: string; readonly files: readonly string[] }[];
}

/**
 * What the first visit transfers before anything can be seen, and what each page adds to it: the brotli sizes of the
 * built files. Charts and editors are loaded when needed and belong to no page.
 */
export function weigh(root: string): readonly Figure[] {
  const built = join(root, 'dist/site');
  const { first, pages } = JSON.parse(readFileSync(join(built, 'pages.json'), 'utf8')) as Recorded;
  const size = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + packed(join(built, 'files', name)), 0) / 1000;
  const perPage = pages.map(({ path, files }) => ({
    what: `page /${path}, beside the first transfer`,
    value: size(files),
    unit: 'kB' as const,
    most: 40,
  }));
  return [
    { what: 'first transfer (brotli)', value: size(['index.html', ...first]), unit: 'kB', most: 140 },
    ...perPage.sort((one, other) => other.value - one.value),
  ];
}

function packed(file: string): number {
  try {
    return statSync(`${file}.br`).size;
  } catch {
    return brotliCompressSync(readFileSync(file)).length;
  }
}
