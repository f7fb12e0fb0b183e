import { z } from 'zod';
import { id } from './primitives';

/** One thing that waits for this physician (or manager): a signature, an acknowledgement, a confirmation, a treatment record. */
export const WaitingItem = z.strictObject({
  kind: z.enum(['screening', 'letter', 'acknowledgement', 'confirmation', 'treatment']),
  subjectId: id,
  version: z.number(),
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  payerName: z.string(),
  what: z.string(),
  since: z.string(),
  dueOn: z.string().nullable(),
});
export type WaitingItem = z.infer<typeof WaitingItem>;

export const WaitingList = z.strictObject({ items: z.array(WaitingItem) });
export type WaitingList = z.infer<typeof WaitingList>;

/** `mine=yes`: only the cases this physician treats. */
export const WaitingQuery = z.strictObject({ mine: z.enum(['yes', 'no']).default('no') });
export type WaitingQuery = z.infer<typeof WaitingQuery>;
