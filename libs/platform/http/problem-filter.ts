import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Problem } from '@stipple/contracts';
import { KeyReused, Missing, Refused, Stale, isOutage, refusalBehind } from '@stipple/database';
import { Refusal, refusal } from '@stipple/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem';

interface No {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly refusals: readonly Refusal[];
  readonly current?: Readonly<Record<string, unknown>>;
  readonly retryAfter?: number;
}

/** The one place that turns whatever went wrong into problem details. Nothing of an unknown error leaves the process. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const no = noOf(error);
    if (no.status >= 500) this.logger.error({ err: error, requestId: request.id });
    if (reply.sent || reply.raw.headersSent) return;
    if (no.retryAfter !== undefined) reply.header('retry-after', no.retryAfter);
    void reply
      .status(no.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem(no, request.id)));
  }
}

export function problem({ status, code, title, refusals, current }: No, requestId: string): Problem {
  const detail = refusals.map((one) => one.sentence).join(' ');
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    code,
    refusals: [...refusals],
    ...(current ? { current: { ...current } } : {}),
    requestId,
  };
}

function noOf(error: unknown): No {
  if (error instanceof HttpProblem) {
    return {
      status: error.status,
      code: error.code,
      title: titles[error.status] ?? 'Not possible',
      refusals: error.refusals,
      retryAfter: error.retryAfter,
    };
  }
  if (error instanceof Refused)
    return { status: 409, code: 'refused', title: 'Not possible now', refusals: error.refusals };
  if (error instanceof Stale)
    return {
      status: 409,
      code: 'stale',
      title: 'Changed in the meantime',
      refusals: [error.refusal],
      current: error.current,
    };
  if (error instanceof Missing) return one(404, error.refusal.code, error.refusal.sentence);
  if (error instanceof KeyReused)
    return one(422, 'idempotency_key_reused', 'This Idempotency-Key belongs to another request.');
  const status = httpStatusOf(error);
  if (status !== null && status < 500)
    return one(
      status,
      codes[status] ?? 'bad_request',
      sentences[status] ?? 'The request is not well formed.',
    );
  const behind = refusalBehind(error);
  if (behind) return { ...one(400, behind.code, behind.sentence), refusals: [behind] };
  if (isOutage(error))
    return {
      ...one(
        503,
        'database_away',
        'The database does not answer right now. Nothing was lost; try again in a moment.',
      ),
      retryAfter: 2,
    };
  return one(500, 'internal', 'Something went wrong on our side. Nothing was changed.');
}

function one(status: number, code: string, sentence: string): No {
  return { status, code, title: titles[status] ?? 'Not possible', refusals: [refusal(code, sentence)] };
}

/** Nest and Fastify both put a status on their errors. */
function httpStatusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 ? status : null;
}

const titles: Readonly<Record<number, string>> = {
  400: 'Not understood',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  413: 'Too large',
  415: 'Wrong kind of content',
  422: 'Not possible',
  423: 'Locked',
  429: 'Too many tries',
  500: 'Our fault',
  503: 'Not available right now',
};
const codes: Readonly<Record<number, string>> = {
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'wrong_content_type',
};
const sentences: Readonly<Record<number, string>> = {
  404: 'There is nothing at this address.',
  413: 'The request is larger than allowed.',
  415: 'Send JSON (application/json).',
};
