import { z } from 'zod';
import { id } from './primitives';

/** A tab of a browser: a number it made up for itself. */
const tab = id;

/** “I have this case open”, and the form that is open over it, such as `letter.revise`. Never what is typed. */
export const BePresent = z.strictObject({
  tab,
  editing: z
    .string()
    .regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/, 'is not a subject and a move')
    .nullable(),
});
export type BePresent = z.infer<typeof BePresent>;

export const Leave = z.strictObject({ tab });
export type Leave = z.infer<typeof Leave>;

export const EventsQuery = z.strictObject({ tab: tab.optional() });
export type EventsQuery = z.infer<typeof EventsQuery>;

/** Somebody at a case. Names are in the directory. */
export const Present = z.strictObject({ staffId: id, editing: z.array(z.string()) });
export type Present = z.infer<typeof Present>;

/** What the stream tells: who is at these cases now; `all` when nobody is at any other. */
export const PresenceNews = z.strictObject({
  all: z.boolean(),
  cases: z.record(id, z.array(Present)),
});
export type PresenceNews = z.infer<typeof PresenceNews>;
