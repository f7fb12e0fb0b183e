import { documentStates, evidenceKinds, requestPurposes } from '@stipple/domain';
import { z } from 'zod';
import { OfferedMove } from './case-view';
import { codeLines, day, id, instant, optionalDay, optionalText, text, version } from './primitives';
import { Refusal } from './problem';
import { isProven, notProven, sending } from './sending';

/** A move that needs nothing but the version that was seen. */
export const PlainMove = z.strictObject({ version });
export type PlainMove = z.infer<typeof PlainMove>;

/** Marks a request ready; what the policy asks for and the packet goes without has its reason here. */
export const CompleteRequest = PlainMove.extend({
  omissions: z
    .array(z.strictObject({ kind: z.enum(evidenceKinds), reason: text(400) }))
    .max(evidenceKinds.length)
    .default([]),
});
export type CompleteRequest = z.infer<typeof CompleteRequest>;

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
  .strictObject({
    ...request,
    supersedesId: id.optional(),
    purpose: z.enum(requestPurposes).default('initial'),
    ofAuthorizationId: id.optional(),
  })
  .refine(windowRunsForward, windowError)
  .refine(expeditedHasReason, urgencyError);
export type DraftRequest = z.infer<typeof DraftRequest>;

export const ReviseRequest = z
  .strictObject({ ...request, version })
  .refine(windowRunsForward, windowError)
  .refine(expeditedHasReason, urgencyError);
export type ReviseRequest = z.infer<typeof ReviseRequest>;

export const SubmitRequest = z
  .strictObject({
    version,
    ...sending,
    submittedAt: instant,
    /** Where the channel confirms at once, as a portal does. */
    payerReceivedAt: instant.optional(),
    nextTouchOn: optionalDay,
  })
  .refine(isProven, notProven);
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

/** Where each part of a packet stands in its PDF, and the SHA-256 of what it holds; of an attached file of its bytes. */
export const PacketManifest = z.strictObject({
  pages: z.number(),
  parts: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      firstPage: z.number(),
      lastPage: z.number(),
      sha256: z.string(),
    }),
  ),
});
export type PacketManifest = z.infer<typeof PacketManifest>;

const packetItem = z.strictObject({
  kind: z.enum(evidenceKinds),
  words: z.string(),
  count: z.number(),
  state: z.enum(documentStates),
  why: z.string(),
  held: z.array(z.string()).readonly(),
  missingFacts: z.array(z.string()).readonly(),
  omitted: z.string().nullable(),
});

/** The packet of a case's request: of the one in preparation, else of the one sent last. */
export const PacketView = z.strictObject({
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  payerName: z.string(),
  /** Null where none of the payer's own is on file: then nothing is asked for, and the general policy only says what is usual. */
  policy: z.strictObject({ number: z.string(), version: z.string(), title: z.string() }).nullable(),
  counts: z.strictObject({ met: z.number(), not_met: z.number(), unknown: z.number() }),
  request: z
    .strictObject({
      id,
      state: z.string(),
      stateWords: z.string(),
      version: z.number(),
      lines: codeLines,
      fromOn: z.string(),
      toOn: z.string(),
      submittedAt: z.string().nullable(),
      moves: z.array(OfferedMove),
    })
    .nullable(),
  /** Why no request can be drafted; only where there is none. */
  beginRefusals: z.array(Refusal),
  /** What the policy asks for; of a sealed packet as it stood when it was sent. */
  checklist: z.array(packetItem).readonly(),
  parts: z.array(z.strictObject({ key: z.string(), title: z.string(), holds: z.number() })).readonly(),
  leftOut: z.array(z.strictObject({ title: z.string(), why: z.string() })).readonly(),
  letter: z.strictObject({ id, signed: z.boolean() }).nullable(),
  sealed: z
    .strictObject({
      at: z.string(),
      by: z.string(),
      sha256: z.string(),
      bytes: z.number(),
      manifest: PacketManifest,
    })
    .nullable(),
  /** Sealed packets of the case's other requests, the latest first. */
  earlier: z.array(z.strictObject({ requestId: id, at: z.string(), by: z.string(), pages: z.number() })),
});
export type PacketView = z.infer<typeof PacketView>;
