import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { problem } from '@stipple/http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import { Config } from './config';
import { inlineScripts, serveDashboard } from './serve-dashboard';

/**
 * The whole HTTP application, not yet listening.
 *
 * @param onRoute hears of every address that is served, such as `GET /api/cases/:id`
 */
export async function createApp(
  config: Config,
  onRoute: (route: string) => void,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 1_048_576,
    genReqId: () => randomUUID(),
    // Whose address a request comes from, for the limit of sign-ins: believed of as many proxies as stand in front.
    trustProxy: (_address, hop) => hop < config.proxyHops,
    // A request line longer than this is no request of ours; ids and filters fit many times over.
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    // Reading is GET; a HEAD would, for one, hold a stream of events open for nobody.
    exposeHeadRoutes: false,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const bad = { code: 'bad_address', sentence: 'This address is not well formed.' };
      const no = {
        status: error.statusCode ?? 400,
        code: bad.code,
        title: 'Not understood',
        refusals: [bad],
      };
      void reply
        .status(no.status)
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify(problem(no, request.id)));
    },
  });
  adapter
    .getInstance()
    .addHook('onRoute', ({ method, url }) => [method].flat().forEach((verb) => onRoute(`${verb} ${url}`)));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    bufferLogs: true,
    abortOnError: false,
    // Card notices are signed over their bytes.
    rawBody: true,
  });
  await app.register(cookie);
  await app.register(multipart);
  await app.register(compress, {
    threshold: 2048,
    encodings: ['zstd', 'br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  });
  await app.register(helmet, helmetOptions(config));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('x-request-id', request.id);
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
        reply.header('cache-control', 'private, no-store');
      // Fastify would hang up on what is too large, and whoever is still sending it would never read why. Without the
      // header Node reads the rest, and throws it away; what is larger than any file of ours is not waited for.
      if (reply.statusCode === 413 && Number(request.headers['content-length']) <= mostDiscarded)
        reply.removeHeader('connection');
    });
  if (config.dashboardFolder !== null) await serveDashboard(app, config.dashboardFolder);
  app.enableShutdownHooks();
  return app;
}

/** In bytes. */
const mostDiscarded = 200 * 1024 * 1024;

/** Nothing but our own scripts runs, nothing is framed, and nothing is sent elsewhere. */
function helmetOptions(config: Config) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'self'`],
        scriptSrc: [`'self'`, ...inlineScripts(config.dashboardFolder)],
        // Angular Material and ECharts set styles on elements.
        styleSrc: [`'self'`, `'unsafe-inline'`],
        imgSrc: [`'self'`, 'data:', 'blob:'],
        objectSrc: [`'none'`],
        frameSrc: [`'self'`],
        frameAncestors: [`'self'`],
        baseUri: [`'self'`],
        formAction: [`'self'`],
      },
    },
    strictTransportSecurity: config.secureCookies ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
    crossOriginEmbedderPolicy: false,
  };
}
