import { readClasses, routeKinds } from '@stipple/domain';
import { z } from 'zod';
import { FindingView } from './grounds';
import { id } from './primitives';

const route = { kind: z.enum(routeKinds), words: z.string() };

/** A way on after a decision. A closed one says why; one that is not known says what has to be found out first. */
export const NextRoute = z.discriminatedUnion('answer', [
  z.strictObject({
    ...route,
    answer: z.literal('yes'),
    who: z.string(),
    needs: z.array(z.string()),
    notes: z.array(z.string()),
    /** Null: there is none, or it is unknown; `rule` says which. */
    lastDay: z.string().nullable(),
    rule: z.string(),
    /** Its last day lies behind: only a manager's good cause opens it. */
    late: z.boolean(),
  }),
  z.strictObject({ ...route, answer: z.enum(['no', 'not_known']), why: z.string() }),
]);
export type NextRoute = z.infer<typeof NextRoute>;

/** What can be done after each decision against the patient, the newest first. */
export const NextRoutes = z.strictObject({
  caseId: id,
  decisions: z.array(
    z.strictObject({
      requestId: id,
      denialClass: z.enum(readClasses),
      why: z.string(),
      /** What is recommended; no route where something has to be found out or waited for. */
      first: z.strictObject({ kind: z.enum(routeKinds).nullable(), why: z.string() }),
      /** All of them, always in the same order. */
      routes: z.array(NextRoute),
      /** What the ways after this decision hang on, as far as somebody found it out. */
      findings: z.array(FindingView),
    }),
  ),
});
export type NextRoutes = z.infer<typeof NextRoutes>;
