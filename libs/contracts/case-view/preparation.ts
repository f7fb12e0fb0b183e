import { documentKinds, screeningOutcomes, truths } from '@stipple/domain';
import { z } from 'zod';
import { id } from '../primitives';
import { WorksheetGap } from '../worksheets';
import { signed, subject } from './parts';

export const BenefitCallView = z.strictObject({
  id,
  calledAt: z.string(),
  numberDialled: z.string(),
  representative: z.string(),
  referenceNumber: z.string(),
  codesAsked: z.array(z.string()),
  authorizationRequired: z.enum(['yes', 'no', 'unknown']),
  policyCited: z.string().nullable(),
  cosmeticExclusion: z.enum(['yes', 'no', 'unknown']),
  answer: z.string(),
  disclaimerHeard: z.boolean(),
  by: z.string(),
});

export const DocumentView = z.strictObject({
  id,
  kind: z.enum(documentKinds),
  title: z.string(),
  datedOn: z.string().nullable(),
  mediaType: z.string(),
  bytes: z.number(),
  by: z.string(),
  at: z.string(),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const ScreeningView = z.strictObject({
  ...subject,
  state: z.enum(['proposed', 'signed', 'superseded']),
  outcome: z.enum(screeningOutcomes),
  /** Ticked by hand, in older ones that were not computed. */
  criteria: z.array(z.string()),
  reasons: z.string(),
  evidenceIds: z.array(id),
  proposedBy: z.string(),
  proposedAt: z.string(),
  /** What it was computed by and to; null in older ones. */
  computed: z
    .strictObject({
      outcome: z.enum(screeningOutcomes),
      headline: z.string(),
      policyKey: z.string(),
      general: z.boolean(),
      /** Only for who reads evidence. */
      result: z
        .strictObject({
          engine: z.string(),
          sentence: z.string(),
          serviceOn: z.string(),
          counts: z.strictObject({ met: z.number(), not_met: z.number(), unknown: z.number() }),
          criteria: z.array(z.strictObject({ label: z.string(), truth: z.enum(truths) })),
          flagged: z.array(z.strictObject({ key: z.string(), reason: z.string(), by: z.string() })),
        })
        .nullable(),
    })
    .nullable(),
  /** Why who signed it decided otherwise than computed. */
  overrideReason: z.string().nullable(),
  signed,
});
export type ScreeningView = z.infer<typeof ScreeningView>;

export const LetterView = z.strictObject({
  ...subject,
  state: z.enum(['draft', 'ready', 'signed', 'discarded', 'superseded']),
  wording: z.number(),
  procedureCodes: z.array(z.string()),
  body: z.string(),
  author: z.string(),
  writtenAt: z.string(),
  signed,
});
export type LetterView = z.infer<typeof LetterView>;

/** Every wording a letter ever had, newest first, and what to hold the newest one against. */
export const LetterVersions = z.strictObject({
  letterId: id,
  caseId: id,
  state: z.enum(['draft', 'ready', 'signed', 'discarded', 'superseded']),
  version: z.number(),
  wordings: z.array(
    z.strictObject({
      wording: z.number(),
      procedureCodes: z.array(z.string()),
      body: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  /** The words a physician last signed in this case or sent back, or this person last read, whichever came last. */
  known: z
    .strictObject({
      because: z.enum(['signed', 'sent_back', 'read']),
      procedureCodes: z.array(z.string()),
      body: z.string(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
});
export type LetterVersions = z.infer<typeof LetterVersions>;

/** An unlisted code of the case with its worksheet, where there is one, and what that lacks. */
export const NeededWorksheet = z.strictObject({
  procedureCode: z.string(),
  worksheet: z.strictObject({ ...subject, state: z.enum(['incomplete', 'complete']) }).nullable(),
  gaps: z.array(WorksheetGap),
});
export type NeededWorksheet = z.infer<typeof NeededWorksheet>;
