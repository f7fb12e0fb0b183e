import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../bundle.mjs';
import { mergeChunks } from './chunks.mjs';
import { pagesOfRoutes, recordPages } from './pages.mjs';

const compiled = join(root, 'dist/dashboard');
const site = join(root, 'dist/site');

/** Where what is served lies. */
export const siteFolder = join(site, 'files');

/**
 * Makes what is served of what the compiler wrote: few files, packed once for all requests, the styles in the page, and
 * beside them `pages.json`. The compiler's folder stays as it is, so that Nx can tell that nothing changed. Does nothing
 * where the site was made of these very files.
 */
export async function writeSite() {
  const madeOf = join(site, 'made-of');
  const from = fingerprint();
  if (existsSync(madeOf) && readFileSync(madeOf, 'utf8') === from) return;
  rmSync(site, { recursive: true, force: true });
  mkdirSync(siteFolder, { recursive: true });
  cpSync(join(compiled, 'browser'), siteFolder, {
    recursive: true,
    filter: (name) => !['.js', '.css'].includes(extname(name)),
  });
  const { record, files } = await linked();
  for (const { name, code } of files) writeFileSync(join(siteFolder, name), code);
  writeFileSync(join(siteFolder, 'index.html'), pageWith(record.first));
  for (const name of readdirSync(siteFolder))
    if (/\.(js|svg|html)$/.test(name)) compress(join(siteFolder, name));
  writeFileSync(join(site, 'pages.json'), `${JSON.stringify(record, null, 1)}\n`);
  writeFileSync(madeOf, from);
}

/** The name of a file holds the hash of its content and so of all it loads; the page names the first, the tools the rest. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const name of readdirSync(join(compiled, 'browser')).sort()) hash.update(name);
  hash.update(readFileSync(join(compiled, 'browser/index.html')));
  for (const name of readdirSync(import.meta.dirname).sort())
    hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex');
}

async function linked() {
  const { outputs } = JSON.parse(readFileSync(join(compiled, 'browser-stats.json'), 'utf8'));
  const compiledOf = new Map(Object.entries(outputs).map(([name, { entryPoint }]) => [entryPoint, name]));
  const routes = pagesOfRoutes();
  for (const { path, source } of routes)
    if (!compiledOf.has(source)) throw new Error(`/${path}: nothing was built of ${source}`);
  const begins = routes.map(({ source }) => compiledOf.get(source));
  const files = await mergeChunks(join(compiled, 'browser'), outputs, begins);
  const nameOf = new Map(files.map(({ of, name }) => [of, name]));
  const pages = routes.map((route, at) => ({ ...route, file: nameOf.get(begins[at]) }));
  const record = recordPages(
    pages,
    new Map(files.map(({ name, imports }) => [name, imports])),
    files[0].name,
  );
  return { record, files };
}

/**
 * The compiler's page with the few styles that every page has, so that the first paint waits for nothing, and with a
 * script that runs the first files one after the other: between two of them the browser paints and listens.
 *
 * @param first in the order to run them in
 */
function pageWith(first) {
  const run = `(async () => {
    for (const file of ${JSON.stringify(first.map((name) => `/${name}`))}) {
      await import(file);
      await (globalThis.scheduler?.yield?.() ?? new Promise((next) => setTimeout(next)));
    }
  })();`;
  return readFileSync(join(compiled, 'browser/index.html'), 'utf8')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(
      '<meta charset',
      `${first.map((name) => `<link rel="modulepreload" href="/${name}">`).join('')}<meta charset`,
    )
    .replace(/<script src="[^"]+" type="module"><\/script>/, `<script>${run}</script>`)
    .replace(
      /<link rel="stylesheet" href="([^"]+)"[^>]*>/g,
      (_link, name) => `<style>${readFileSync(join(compiled, 'browser', name), 'utf8')}</style>`,
    );
}

/** Brotli at its best, once at build time: a third of the size on the wire and no work per request. */
function compress(file) {
  const text = readFileSync(file);
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    }),
  );
}
