import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../bundle.mjs';
import { inOrder } from './chunks.mjs';

/*
 * Which files each page of the dashboard needs beside the first one, and what it asks the API first. The router learns
 * that only after it has started; the server announces it with the page, so that all of it comes in one go.
 */

/** The pages as the routes' sources name them: `{ path, source, asks }`, the source as the compiler's record has it. */
export function pagesOfRoutes() {
  return routeFiles().flatMap(routesIn);
}

/**
 * @param pages as the routes name them, each with the built file it begins with
 * @param files all files: name → what it imports at once
 * @param first the one that every page begins with
 * @returns `{ first, pages: [{ path, files, asks }] }`, as the server reads it; `first` in the order to run them in
 */
export function recordPages(pages, files, first) {
  const needs = (file) => inOrder((name) => files.get(name) ?? [], file);
  const always = needs(first);
  return {
    first: always,
    pages: pages.map(({ path, file, asks }) => ({
      path,
      // Its own file, the largest, is on its way first.
      files: needs(file)
        .filter((one) => !always.includes(one))
        .reverse(),
      asks,
    })),
  };
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
          asks: data ? textsOf(data, 'asks') : [],
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

/** One text, or a list of them. */
function textsOf(literal, name) {
  const value = valueOf(literal, name);
  if (value && ts.isArrayLiteralExpression(value)) return value.elements.map(({ text }) => text);
  return [textOf(literal, name)].filter((text) => text !== undefined);
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
