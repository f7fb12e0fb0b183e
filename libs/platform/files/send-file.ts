import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type TableFormat, tableFormats } from './tables/table-formats';

/**
 * Sends a file while it is made, no faster than its reader takes it. What is refused before the first piece is there is
 * answered as any refusal; what breaks later ends the connection, so that half a file is never taken for a whole one.
 *
 * @param make is told when its reader has gone, and stops then
 */
export async function sendFile(
  reply: FastifyReply,
  name: `${string}.${TableFormat}`,
  make: (stopping: AbortSignal) => AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const pieces = make(gone.signal)[Symbol.asyncIterator]();
  const first = await pieces.next().catch((error: unknown) => {
    if (!gone.signal.aborted) throw error;
  });
  // Nobody is left to answer, and that a reader has changed their mind is no fault.
  if (first === undefined) return;
  async function* rest() {
    try {
      for (let piece = first; piece?.done === false; piece = await pieces.next()) yield piece.value;
    } finally {
      await pieces.return?.();
    }
  }
  const { mediaType } = tableFormats[name.slice(name.lastIndexOf('.') + 1) as TableFormat];
  await reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(rest(), { objectMode: false, highWaterMark: 65_536 }));
}
