import { join } from 'node:path';
import { rolldown } from 'rolldown';

/*
 * The compiler cuts the dashboard into as many files as its pages share parts, most of them below a kilobyte. Over
 * HTTP/1.1 a browser takes six at a time, so each further half dozen costs a round trip. Here they become few: three that
 * every page needs, one of the small parts that three of them need, and each page's own.
 */

/**
 * How many files every page begins with. They are run one after the other, each in a task of its own (`site.mjs`): as one
 * they would keep the browser from painting and listening for as long as all of them take.
 */
const beginnings = 3;

/** Small enough for every page to bring along, in bytes before packing. */
const small = 4 * 1024;

/**
 * Links the compiled files anew, into fewer.
 *
 * @param from the folder they lie in
 * @param outputs the compiler's own record: file → its size and what it imports
 * @param pages those that are a page of their own
 * @returns the new files as `{ name, code, of, imports }`: `of` is the compiled file it begins with (null for shared
 *   parts), `imports` what it needs at once. The first is the one to start with.
 */
export async function mergeChunks(from, outputs, pages) {
  const main = Object.keys(outputs).find((name) => /^main-[\w-]+\.js$/.test(name));
  const first = portions(outputs, inOrder(importsIn(outputs), main));
  const parts = smallSharedParts(outputs, pages, first);
  const group = (id) => {
    const name = id.slice(from.length + 1);
    if (first.has(name)) return first.get(name);
    return parts.has(name) ? 'parts' : null;
  };
  const build = await rolldown({
    input: { main: join(from, main) },
    // Nothing imports from the start, so it needs no file of its own beside the group.
    preserveEntrySignatures: false,
    // The compiler has shaken the tree already.
    treeshake: false,
    logLevel: 'warn',
  });
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    comments: false,
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [{ name: group, debugName: 'few files' }] },
  });
  await build.close();
  return output
    .map(({ fileName, code, facadeModuleId, imports, isEntry }) => ({
      name: fileName,
      code,
      of: facadeModuleId?.slice(from.length + 1) ?? null,
      imports,
      isEntry,
    }))
    .sort((one, other) => Number(other.isEntry) - Number(one.isEntry));
}

/** The files in the order in which they run, cut into portions of about the same size, the last of them `main`. */
function portions(outputs, names) {
  const all = names.reduce((sum, name) => sum + outputs[name].bytes, 0);
  let before = 0;
  return new Map(
    names.map((name) => {
      const at = Math.floor((beginnings * (before + outputs[name].bytes / 2)) / all);
      before += outputs[name].bytes;
      return [name, at === beginnings - 1 ? 'main' : `first-${at + 1}`];
    }),
  );
}

/** What three pages or more need at once and is small, as long as it brings nothing larger along. */
function smallSharedParts(outputs, pages, first) {
  const users = new Map();
  for (const page of pages)
    for (const name of inOrder(importsIn(outputs), page))
      if (!first.has(name) && !pages.includes(name)) users.set(name, (users.get(name) ?? 0) + 1);
  const fits = (name) => users.get(name) > 2 && outputs[name].bytes <= small;
  const brings = (name) => inOrder(importsIn(outputs), name).filter((one) => !first.has(one));
  return new Set([...users.keys()].filter((name) => brings(name).every(fits)));
}

/**
 * A file and all that it imports at once, each after what it imports itself: the order in which they run.
 *
 * @param importsOf file → what it imports at once
 */
export function inOrder(importsOf, name, met = new Set()) {
  met.add(name);
  return [...importsOf(name).flatMap((one) => (met.has(one) ? [] : inOrder(importsOf, one, met))), name];
}

/** Of the compiler's record: not what may be loaded later. */
function importsIn(outputs) {
  return (name) =>
    (outputs[name]?.imports ?? []).filter(({ kind }) => kind === 'import-statement').map(({ path }) => path);
}
