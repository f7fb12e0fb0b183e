import { severities, taskKinds } from '@stipple/domain';
import { z } from 'zod';
import { id, instant } from './primitives';

/** A place in the history: transaction and position, as live events have it. */
const place = z.string().regex(/^\d{1,19}-\d{1,18}$/, 'is not a place such as 731-12');

/** A task that has come up by itself. Says nothing of the patient; the case does, to whoever may read it. */
export const Notice = z.strictObject({
  taskId: id,
  caseId: id,
  caseNumber: z.number(),
  kind: z.enum(taskKinds),
  /** What happened, in a few words. */
  title: z.string(),
  /** The same with its day, and what to do. */
  about: z.string(),
  dueOn: z.string(),
  severity: z.enum(severities),
  at: instant,
  isRead: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

/** How many notices are listed: as many as one looks at, and more on request. */
export const noticesAtFirst = 50;

export const NoticesQuery = z.strictObject({
  most: z.coerce.number().int().min(1).max(500).optional(),
});
export type NoticesQuery = z.infer<typeof NoticesQuery>;

export const Notices = z.strictObject({
  /** The newest first. */
  items: z.array(Notice),
  /** How many there are, and how many of them are unread, also of those that are not listed. */
  total: z.number(),
  unread: z.number(),
  /** The newest one's place: what to send to mark all up to it as read; null while there is nothing. */
  upTo: place.nullable(),
});
export type Notices = z.infer<typeof Notices>;

/** Marks notices one by one. */
export const ReadNotices = z.strictObject({ taskIds: z.array(id).min(1).max(50), isRead: z.boolean() });
export type ReadNotices = z.infer<typeof ReadNotices>;

/** Marks everything up to a place as read, under a name by which it can be taken back. */
export const MarkNotices = z.strictObject({ upTo: place, marking: id });
export type MarkNotices = z.infer<typeof MarkNotices>;

export const TakeMarkBack = z.strictObject({ marking: id });
export type TakeMarkBack = z.infer<typeof TakeMarkBack>;
