import { parties, stages, waitingKinds } from '@stipple/domain';
import { z } from 'zod';
import { id } from './primitives';

export const WaitingItem = z.strictObject({
  kind: z.enum(waitingKinds),
  subjectId: id,
  version: z.number(),
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  payerName: z.string(),
  what: z.string(),
  /** Where it is about a payer's answer: their own words, as they were recorded. */
  payerWords: z.string().nullable(),
  since: z.string(),
  /** The case's line of standing, as the queue and the case page show it. */
  stage: z.enum(stages),
  actsNext: z.enum(parties),
  nextStep: z.string(),
  dueOn: z.string().nullable(),
});
export type WaitingItem = z.infer<typeof WaitingItem>;

/** The items asked for, and how many there are of either choice. */
export const WaitingList = z.strictObject({
  items: z.array(WaitingItem),
  mine: z.number(),
  everybodys: z.number(),
});
export type WaitingList = z.infer<typeof WaitingList>;

/** `mine=yes`: only the cases this physician treats. Not said, a physician gets those and others get everybody's. */
export const WaitingQuery = z.strictObject({ mine: z.enum(['yes', 'no']).optional() });
export type WaitingQuery = z.infer<typeof WaitingQuery>;
