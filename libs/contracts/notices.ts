import { z } from 'zod';
import { id, instant } from './primitives';

/** A place in the history: transaction and position, as live events have it. */
const place = z.string().regex(/^\d{1,19}-\d{1,18}$/, 'is not a place such as 731-12');

/** A task that has come up by itself. Says nothing of the patient; the case does, to whoever may read it. */
export const Notice = z.strictObject({
  taskId: id,
  caseId: id,
  caseNumber: z.number(),
  about: z.string(),
  dueOn: z.string(),
  at: instant,
  /** Whether it has come up since this person last looked. */
  isNew: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

export const Notices = z.strictObject({
  /** The newest first, fifty at most. */
  items: z.array(Notice),
  /** How many are new, also of those that are not listed. */
  fresh: z.number(),
  /** What to send when the list has been looked at; null while there is nothing in it. */
  upTo: place.nullable(),
});
export type Notices = z.infer<typeof Notices>;

export const SeeNotices = z.strictObject({ upTo: place });
export type SeeNotices = z.infer<typeof SeeNotices>;
