import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import serveFiles from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A page as the build recorded it. */
interface Page {
  /** As the router has it, such as `cases/:caseId`. */
  readonly path: string;
  /** What it needs beside the files that every page needs. */
  readonly files: readonly string[];
  /** What it asks the API first when its address has no query. */
  readonly asks: readonly string[];
}

/** Files with a hash in their name never change; every other address that is not the API is the dashboard's page. */
export async function serveDashboard(app: NestFastifyApplication, folder: string): Promise<void> {
  await app.register(serveFiles, {
    root: folder,
    // One route per file that is there: what is not there is a page, or nothing.
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = /-[\w-]{8}\.(js|css|woff2)(\.br|\.gz)?$/.test(path);
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const index = join(folder, 'index.html');
  const pages = pagesBeside(folder);
  const isPage = (url: string) => !/^\/(api|health)\//.test(url) && !/\.[a-z0-9]{1,5}(\?|$)/i.test(url);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request: FastifyRequest, reply: FastifyReply) => {
      if (!isPage(request.url)) return reply.callNotFound();
      const links = announced(pages, request.url);
      if (links !== '') void reply.header('link', links);
      return reply
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(createReadStream(index));
    });
}

/** What the browser may run although it stands in the page itself: exactly the scripts that were built into it. */
export function inlineScripts(folder: string | null): readonly string[] {
  if (folder === null) return [];
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  return [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}

/** A dashboard that was built without them is served all the same; its pages only come a little later. */
function pagesBeside(folder: string): readonly Page[] {
  const file = join(folder, '../pages.json');
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { pages: readonly Page[] }).pages;
}

/**
 * The `Link` header of a page: its own files and its first questions, which the browser would otherwise learn of one
 * after the other, each a round trip later.
 *
 * @param url as it was asked for, with its query
 */
export function announced(pages: readonly Page[], url: string): string {
  const [path = '', query] = url.split('?');
  const asked = path.split('/').filter(Boolean);
  for (const page of pages) {
    const values = matched(page.path.split('/'), asked);
    if (values === null) continue;
    const links = page.files.map((name) => `</${name}>; rel=modulepreload`);
    if (query === undefined)
      for (const asks of page.asks)
        links.push(`<${filled(asks, values)}>; rel=preload; as=fetch; crossorigin=anonymous`);
    return links.join(', ');
  }
  return '';
}

type Values = Readonly<Record<string, string>>;

/** What stands in the address for each `:name` of the pattern; null where it does not fit. Ids only: a header is built. */
function matched(pattern: readonly string[], asked: readonly string[]): Values | null {
  if (pattern.length !== asked.length) return null;
  const values: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const value = asked[at] ?? '';
    if (!part.startsWith(':')) {
      if (part !== value) return null;
    } else if (/^[\w-]+$/.test(value)) values[part] = value;
    else return null;
  }
  return values;
}

function filled(asks: string, values: Values): string {
  return asks.replace(/:\w+/g, (name) => values[name] ?? name);
}
