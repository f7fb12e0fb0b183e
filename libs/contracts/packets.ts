import { channels } from '@stipple/domain';
import { z } from 'zod';
import { codeLines, day, id, instant, optionalDay, optionalText, text, version } from './primitives';

/** A move that needs nothing but the version that was seen. */
export const PlainMove = z.strictObject({ version });
export type PlainMove = z.infer<typeof PlainMove>;

const request = {
  lines: codeLines,
  fromOn: day,
  toOn: day,
  urgency: z.enum(['standard', 'expedited']),
  urgencyReason: optionalText(400),
};
const windowRunsForward = (value: { fromOn: string; toOn: string }) => value.toOn >= value.fromOn;
const windowError = { path: ['toOn'], message: 'lies before the first day' };
const expeditedHasReason = (value: { urgency: string; urgencyReason?: string }) =>
  value.urgency === 'standard' || value.urgencyReason !== undefined;
const urgencyError = { path: ['urgencyReason'], message: 'is needed for an expedited request' };

export const DraftRequest = z
  .strictObject({ ...request, supersedesId: id.optional() })
  .refine(windowRunsForward, windowError)
  .refine(expeditedHasReason, urgencyError);
export type DraftRequest = z.infer<typeof DraftRequest>;

export const ReviseRequest = z
  .strictObject({ ...request, version })
  .refine(windowRunsForward, windowError)
  .refine(expeditedHasReason, urgencyError);
export type ReviseRequest = z.infer<typeof ReviseRequest>;

/** Proof is a reference (portal id, fax confirmation, call reference) or an uploaded document, or both. */
export const SubmitRequest = z
  .strictObject({
    version,
    channel: z.enum(channels),
    submittedAt: instant,
    reference: optionalText(60),
    proofId: id.optional(),
    /** Where the channel confirms at once, as a portal does. */
    payerReceivedAt: instant.optional(),
    nextTouchOn: optionalDay,
  })
  .refine((value) => value.reference !== undefined || value.proofId !== undefined, {
    path: ['reference'],
    message: 'is needed unless a proof is attached',
  });
export type SubmitRequest = z.infer<typeof SubmitRequest>;

export const AcknowledgeReceipt = z.strictObject({
  version,
  payerReceivedAt: instant,
  payerReference: optionalText(60),
});
export type AcknowledgeReceipt = z.infer<typeof AcknowledgeReceipt>;

export const RejectUnreviewed = z.strictObject({ version, errorCode: optionalText(20), words: text(4000) });
export type RejectUnreviewed = z.infer<typeof RejectUnreviewed>;

export const WithdrawRequest = z.strictObject({ version, reason: text(400) });
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;
