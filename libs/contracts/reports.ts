import { denialClasses, stages } from '@stipple/domain';
import { z } from 'zod';
import { day, id } from './primitives';

/** Which denials: all filters together. Without a range it is the twelve months up to the last day, which is today. */
export const DenialQuery = z
  .strictObject({
    from: day.optional(),
    to: day.optional(),
    payerId: id.optional(),
    /** The payer's code; empty for denials that came without one. */
    reason: z.string().max(12).optional(),
    denialClass: z.enum(denialClasses).optional(),
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/, 'is not a month')
      .optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: 'asks for a range that ends before it begins',
  });
export type DenialQuery = z.infer<typeof DenialQuery>;

export const DenialCell = z.strictObject({
  month: z.string(),
  payerId: id,
  payerName: z.string(),
  /** Reason code as the payer gave it, or empty when it gave none. */
  code: z.string(),
  reason: z.string(),
  denialClass: z.enum(denialClasses),
  count: z.number(),
});
export type DenialCell = z.infer<typeof DenialCell>;

/** What a payer decided in a month, every request once. */
export const DecisionCell = z.strictObject({
  month: z.string(),
  payerId: id,
  payerName: z.string(),
  decisions: z.number(),
  denials: z.number(),
});
export type DecisionCell = z.infer<typeof DecisionCell>;

export const DenialReport = z.strictObject({
  from: z.string(),
  to: z.string(),
  cells: z.array(DenialCell),
  decisions: z.array(DecisionCell),
  /** Requests with a first decision in the period, and how many of those first decisions were denials. */
  firstDecisions: z.number(),
  firstDenials: z.number(),
  asOf: z.string(),
});
export type DenialReport = z.infer<typeof DenialReport>;

export const DenialRow = z.strictObject({
  requestId: id,
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  payerName: z.string(),
  deniedOn: z.string(),
  code: z.string(),
  reason: z.string(),
  denialClass: z.enum(denialClasses),
  /** The payer's own. */
  words: z.string(),
  stage: z.enum(stages),
});
export type DenialRow = z.infer<typeof DenialRow>;

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

export const DenialList = z.strictObject({ rows: z.array(DenialRow), total: z.number() });
export type DenialList = z.infer<typeof DenialList>;
