import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './bundle.mjs';

/*
 * Which files each page of the dashboard needs beside the first ones, and what it asks the API first. The router learns
 * that only after it has started; the server announces it with the page, so that all of it comes in one go.
 */
const folder = join(root, 'dist/dashboard');

/** Writes `dist/dashboard/pages.json`: `{ first, pages: [{ path, files, asks }] }`, by the build's own record and the routes' sources. */
export function writePages() {
  const { outputs } = JSON.parse(readFileSync(join(folder, 'browser-stats.json'), 'utf8'));
  const index = readFileSync(join(folder, 'browser/index.html'), 'utf8');
  const first = new Set(
    [...index.matchAll(/(?:href|src)="([^"]+\.js)"/g)].flatMap(([, name]) => [...withImports(outputs, name)]),
  );
  const nameOf = Object.fromEntries(
    Object.entries(outputs).map(([name, { entryPoint }]) => [entryPoint, name]),
  );
  const pages = routeFiles().flatMap((file) =>
    routesIn(file).map(({ path, source, asks }) => {
      const name = nameOf[source];
      if (name === undefined) throw new Error(`${file}: nothing was built of ${source}`);
      const files = [...withImports(outputs, name)].filter((one) => !first.has(one));
      return { path, files, ...(asks ? { asks } : {}) };
    }),
  );
  const record = { first: [...first], pages };
  writeFileSync(join(folder, 'pages.json'), `${JSON.stringify(record, null, 1)}\n`);
}

/** A file and what it imports at once, not what it may load later. */
function withImports(outputs, first) {
  const found = new Set([first]);
  for (const name of found)
    for (const { path, kind } of outputs[name]?.imports ?? [])
      if (kind === 'import-statement') found.add(path);
  return found;
}

function routeFiles() {
  return ['apps/dashboard', 'libs'].flatMap((start) =>
    readdirSync(join(root, start), { recursive: true })
      .filter((name) => name.endsWith('.routes.ts'))
      .map((name) => join(root, start, name)),
  );
}

/** The literal routes of a file that load a page: their path, the page's source, and what the page asks first. */
function routesIn(file) {
  const found = [];
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const path = textOf(node, 'path');
      const source = imported(valueOf(node, 'loadComponent'));
      const data = valueOf(node, 'data');
      if (path !== undefined && source !== undefined)
        found.push({
          path,
          source: relative(root, join(dirname(file), `${source}.ts`)).replaceAll('\\', '/'),
          asks: data && textOf(data, 'asks'),
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

function valueOf(literal, name) {
  return literal.properties?.find((one) => one.name?.text === name)?.initializer;
}

function textOf(literal, name) {
  const value = valueOf(literal, name);
  return value && ts.isStringLiteralLike(value) ? value.text : undefined;
}

/** What the first `import('…')` below a node names. */
function imported(node) {
  if (node === undefined) return undefined;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0].text;
  return ts.forEachChild(node, imported);
}
