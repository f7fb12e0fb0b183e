import { challengeKinds, channels, receiptStates, submissionKinds } from '@stipple/domain';
import { z } from 'zod';
import { codeUnits, day, id } from './primitives';

/** How something went out; `none` where the record does not say. */
export const sentBy = [...channels, 'none'] as const;
export type SentBy = (typeof sentBy)[number];

/** Which submissions: all filters together. Days are those of the clinic's calendar, the last one included. */
export const SubmissionQuery = z
  .strictObject({
    channel: z.enum(sentBy).optional(),
    payerId: id.optional(),
    from: day.optional(),
    to: day.optional(),
    /** Who recorded it: `me` or a person's id. */
    person: z.union([z.literal('me'), id], 'is neither “me” nor a person’s id').optional(),
    /** Only what nothing has come back for. */
    receipt: z.literal('none', 'is only ever “none”').optional(),
    /** Only what no document proves. */
    proof: z.literal('none', 'is only ever “none”').optional(),
    after: z.string().max(400).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    error: 'lies before the first day',
  });
export type SubmissionQuery = z.infer<typeof SubmissionQuery>;

const person = z.strictObject({ id, name: z.string() });

/** Something that left the clinic towards a payer. */
export const SubmissionRow = z.strictObject({
  /** Unlike any other row's, and the same for good. */
  key: z.string(),
  kind: z.enum(submissionKinds),
  challengeKind: z.enum(challengeKinds).nullable(),
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  payerName: z.string(),
  /** The instant; of what was recorded with its day only, the noon of that day, and `timed` is false. */
  sentAt: z.string(),
  timed: z.boolean(),
  recordedAt: z.string(),
  recordedBy: person,
  channel: z.enum(channels).nullable(),
  /** What is asked for; of an answer or a challenge, what the request behind it asks for. */
  lines: z.array(codeUnits),
  reference: z.string().nullable(),
  proof: z.strictObject({ id, title: z.string() }).nullable(),
  /** The submission that was rejected without review and that this one corrects. */
  corrects: z.strictObject({ sentAt: z.string().nullable(), reference: z.string().nullable() }).nullable(),
  receipt: z.strictObject({
    state: z.enum(receiptStates),
    /** When the payer got it, or went on with it. */
    at: z.string().nullable(),
    /** The payer's own number. */
    reference: z.string().nullable(),
    /** What followed, where that is no receipt. */
    words: z.string().nullable(),
    /** Days without an answer; null unless it waits. */
    days: z.number().nullable(),
  }),
  rejection: z.strictObject({ code: z.string().nullable(), words: z.string() }).nullable(),
});
export type SubmissionRow = z.infer<typeof SubmissionRow>;

/** How many there are for the same filters, whatever the channel; the other two of the channel that is asked for. */
export const SubmissionCounts = z.strictObject({
  channels: z.record(z.enum(sentBy), z.number()),
  withoutReceipt: z.number(),
  withoutProof: z.number(),
});
export type SubmissionCounts = z.infer<typeof SubmissionCounts>;

export const SubmissionPage = z.strictObject({
  rows: z.array(SubmissionRow),
  next: z.string().nullable(),
  counts: SubmissionCounts,
});
export type SubmissionPage = z.infer<typeof SubmissionPage>;
