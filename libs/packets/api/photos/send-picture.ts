import { Missing, type Principal } from '@stipple/database';
import type { FileStore } from '@stipple/files';
import type { SignedRequest } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import type { PictureFile } from './photos.queries';

interface Exchange {
  readonly request: SignedRequest;
  readonly reply: FastifyReply;
}

/** Kept by the browser but asked for again each time, so that nobody sees one who may not any more. */
export async function sendPicture(
  files: FileStore,
  who: Principal,
  { request, reply }: Exchange,
  { sha256, mediaType }: Pick<PictureFile, 'sha256' | 'mediaType'>,
): Promise<void> {
  const tag = `"${sha256.toString('hex')}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'cookie');
  if (request.headers['if-none-match'] === tag) return void (await reply.status(304).send());
  const content = await files.get(who.clinicId, sha256);
  if (content === null) throw new Missing('photograph');
  await reply
    .header('content-type', mediaType)
    .header('content-disposition', 'inline')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .send(content);
}
