import { LoggerModule } from 'nestjs-pino';

/**
 * One JSON line per request and per fault. Of a request: id, method and path; never its query, headers or body, for
 * they may hold what a person searched for. Ids are all a path ever holds.
 */
export function loggingModule(level: string) {
  return LoggerModule.forRoot({
    pinoHttp: {
      level,
      genReqId: (request) => request.id,
      serializers: {
        req: (request: { id: unknown; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      autoLogging: { ignore: (request) => request.url?.startsWith('/health/') === true },
      customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    },
  });
}
