import { z } from 'zod';
import { id } from './primitives';

/** One decision that came after its last day, or that has not come although it has passed. */
export const ClockBreachRow = z.strictObject({
  requestId: id,
  caseId: id,
  caseNumber: z.number(),
  payerName: z.string(),
  /** Key and source of the rule that was broken. */
  rule: z.string(),
  source: z.string(),
  dueOn: z.string(),
  /** Null where it has not come yet. */
  decidedOn: z.string().nullable(),
  daysLate: z.number(),
});
export type ClockBreachRow = z.infer<typeof ClockBreachRow>;

/** Of what was sent in the last twelve months, the latest first. */
export const ClockBreachList = z.strictObject({
  from: z.string(),
  to: z.string(),
  rows: z.array(ClockBreachRow),
});
export type ClockBreachList = z.infer<typeof ClockBreachList>;
