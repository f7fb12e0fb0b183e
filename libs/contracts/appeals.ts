import { challengeKinds, criterionRoles, readClasses, truths } from '@stipple/domain';
import { z } from 'zod';
import { GroundsView } from './grounds';
import { id } from './primitives';
import { Refusal } from './problem';

const Source = z.strictObject({ ref: z.string(), said: z.string() });
/** What a paragraph says, and what of the record it rests on. */
const Paragraph = z.strictObject({ text: z.string(), sources: z.array(Source) });
const about = {
  challengeId: id,
  caseId: id,
  caseNumber: z.string(),
  patient: z.string(),
  payer: z.string(),
  denialClass: z.enum(readClasses),
};

/** An appeal as its own reason asks for it, as far as the record holds it. */
export const AppealOutlineView = z.strictObject({
  ...about,
  kind: z.enum(challengeKinds),
  sections: z.array(
    z.strictObject({
      key: z.string(),
      heading: z.string(),
      /** For whoever writes it: what it has to say. */
      says: z.string(),
      paragraphs: z.array(Paragraph),
      missing: z.array(Refusal),
    }),
  ),
  /** All that keeps it from being exported; empty when nothing does. */
  missing: z.array(Refusal),
  /** What a person enters for it because no record says it. */
  entered: GroundsView,
  /** What does not go along although it is in the case. */
  leftOut: z.array(z.strictObject({ title: z.string(), why: z.string() })),
  /** The words to begin with. */
  text: z.string(),
});
export type AppealOutlineView = z.infer<typeof AppealOutlineView>;

/** One page for the physician in the call with the payer's medical director. */
export const PeerBriefView = z.strictObject({
  ...about,
  callAt: z.string().nullable(),
  timeZone: z.string(),
  /** First of all, as the payer wrote it, with its page. */
  payersWords: Paragraph.nullable(),
  reason: z.string(),
  /** Null: no policy of the payer is on file, and the criteria are those usual in the trade. */
  policyKey: z.string().nullable(),
  criteria: z.array(
    z.strictObject({
      label: z.string(),
      quote: z.string(),
      role: z.enum(criterionRoles),
      truth: z.enum(truths),
      sources: z.array(Source),
      unknown: z.array(z.string()),
    }),
  ),
  ask: Paragraph.nullable(),
  avoid: z.array(z.strictObject({ said: z.string(), where: z.array(z.string()) })),
  never: z.array(z.string()),
  missing: z.array(Refusal),
});
export type PeerBriefView = z.infer<typeof PeerBriefView>;
