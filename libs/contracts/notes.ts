import { NoteLane } from '@stipple/domain';
import { z } from 'zod';
import { id, text } from './primitives';

/** A note of either lane; which one it is, the address says. */
export const WriteNote = z.strictObject({
  body: text(4000),
  /** The note that this one corrects; it must be of the same lane and case. */
  correctsId: id.optional(),
});
export type WriteNote = z.infer<typeof WriteNote>;

export const NoteView = z.strictObject({
  id,
  lane: z.enum(['billing', 'clinical'] satisfies NoteLane[]),
  body: z.string(),
  by: z.string(),
  at: z.string(),
  correctsId: id.nullable(),
});
export type NoteView = z.infer<typeof NoteView>;
