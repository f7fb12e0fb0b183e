import type {} from '@fastify/cookie';
import { ExecutionContext, createParamDecorator } from '@nestjs/common';
import { draftHeader, searchHeader, searchText } from '@stipple/contracts';
import { Call, Principal, hashRequest, sentDraft } from '@stipple/database';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem';
import { parse } from './validation';

/** A request after the guard has seen it. */
export interface SignedRequest extends FastifyRequest {
  principal?: Principal;
  signInToken?: Buffer;
  signInLocked?: boolean;
}

/** The signed-in person. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<SignedRequest>();
  if (principal === undefined) throw new Error('this endpoint has no signed-in person');
  return principal;
});

/** What a command needs to know of its request: who, which request, and how to recognise a repeat of it. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Call =>
  callOf(context.switchToHttp().getRequest<SignedRequest>()),
);

/** The same for endpoints that read their body themselves; `content` then stands for it in the repeat check. */
export function callOf(request: SignedRequest, content?: Uint8Array): Call {
  if (request.principal === undefined) throw new Error('this endpoint has no signed-in person');
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w.-]{8,100}$/.test(key)) {
    throw new HttpProblem(
      400,
      'idempotency_key_missing',
      'Send an Idempotency-Key of 8 to 100 letters and digits with every change, and the same one with every retry.',
    );
  }
  return {
    who: request.principal,
    requestId: request.id,
    idempotencyKey: key,
    requestHash: hashRequest(
      request.method,
      request.url,
      content ?? JSON.stringify(remembered(request.body)),
    ),
    draft: sentDraft(request.headers[draftHeader]),
  };
}

/** A password is never kept, not even as part of a hash that could be guessed at. */
function remembered(body: unknown): unknown {
  return typeof body === 'object' && body !== null ? { ...body, password: undefined } : (body ?? null);
}

/** What somebody searches for, from its header; empty when nothing. */
export const Search = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const header = context.switchToHttp().getRequest<SignedRequest>().headers[searchHeader];
  if (typeof header !== 'string') return '';
  return parse(searchText, decoded(header));
});

function decoded(header: string): string {
  try {
    return decodeURIComponent(header).replaceAll('\0', '');
  } catch {
    return header;
  }
}
