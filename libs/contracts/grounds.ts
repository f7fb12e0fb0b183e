import { findingTopics, groundTopics, planClauses } from '@stipple/domain';
import { z } from 'zod';
import { id, optionalText, text } from './primitives';
import { Refusal } from './problem';

/** The record that this one takes the place of, as the person saw it; left out where there is none yet. */
const replacesId = id.optional();
const page = text(20);

/** A clause of the plan, letter by letter: from a document of the case, or else from the payer’s policy in force. */
export const RecordPlanClause = z.strictObject({
  clause: z.enum(planClauses),
  words: text(8000),
  page,
  section: optionalText(60),
  documentId: id.optional(),
  replacesId,
});
export type RecordPlanClause = z.infer<typeof RecordPlanClause>;

export const RecordCorrection = z.strictObject({
  /** A code that the request or the case has, and what it should have been. */
  was: text(10),
  now: text(10),
  why: text(2000),
  replacesId,
});
export type RecordCorrection = z.infer<typeof RecordCorrection>;

/** Why the payer should approve although a criterion is not met, and what of the record that rests on. */
export const AnswerCriterion = z.strictObject({
  criterion: text(120),
  words: text(4000),
  restsOn: z.array(text(200)).min(1, 'needs something that it rests on').max(40),
  replacesId,
});
export type AnswerCriterion = z.infer<typeof AnswerCriterion>;

/** Where the notice says it. The words themselves only where none were recorded with the decision. */
export const RecordPayersWords = z.strictObject({
  words: optionalText(8000),
  page,
  documentId: id.optional(),
  replacesId,
});
export type RecordPayersWords = z.infer<typeof RecordPayersWords>;

/** Why no provider of the payer’s network can do it: what an exception from the network rests on. */
export const RecordNetworkGap = z.strictObject({ words: text(4000), replacesId });
export type RecordNetworkGap = z.infer<typeof RecordNetworkGap>;

export const TakeBackGround = z.strictObject({ replacesId: id });
export type TakeBackGround = z.infer<typeof TakeBackGround>;

export const RecordFinding = z.strictObject({
  topic: z.enum(findingTopics),
  says: z.boolean(),
  /** Where it stands, or who said so. */
  words: text(2000),
  documentId: id.optional(),
  replacesId,
});
export type RecordFinding = z.infer<typeof RecordFinding>;

const Source = z.strictObject({ ref: z.string(), said: z.string() });
const entered = { id, documentId: id.nullable(), by: z.string(), at: z.string() };

/** A record of what somebody entered for an appeal. */
export const EnteredGround = z.strictObject({
  ...entered,
  words: z.string().nullable(),
  page: z.string().nullable(),
  section: z.string().nullable(),
  /** The document’s title, or the policy with its version. */
  source: z.string().nullable(),
  codeWas: z.string().nullable(),
  codeNow: z.string().nullable(),
  restsOn: z.array(Source),
  takenBack: z.boolean(),
  /** Not typed for this appeal, but taken over from the one before. */
  takenOver: z.boolean(),
});
export type EnteredGround = z.infer<typeof EnteredGround>;

export const GroundView = z.strictObject({
  topic: z.enum(groundTopics),
  /** The criterion that is answered, by its id; empty otherwise. */
  about: z.string(),
  title: z.string(),
  /** The criterion in the payer’s words. */
  quote: z.string().nullable(),
  /** Without it the appeal cannot leave. */
  needed: z.boolean(),
  /** The newest; what was taken back says so. */
  newest: EnteredGround.nullable(),
  earlier: z.array(EnteredGround),
});
export type GroundView = z.infer<typeof GroundView>;

const FoundOut = z.strictObject({ ...entered, says: z.boolean(), words: z.string() });

export const FindingView = z.strictObject({
  topic: z.enum(findingTopics),
  question: z.string(),
  /** The answer that stands; of a question about the plan it may have been given about another decision of the case. */
  newest: FoundOut.nullable(),
  /** What a new answer takes the place of; null where none was given about this decision. */
  replacesId: id.nullable(),
  earlier: z.array(FoundOut),
});
export type FindingView = z.infer<typeof FindingView>;

/** What there is to choose from when something is entered, and what keeps it from being changed. */
export const GroundsView = z.strictObject({
  grounds: z.array(GroundView),
  findings: z.array(FindingView),
  refusals: z.array(Refusal),
  requestId: id,
  /** The payer’s words as they were recorded with the decision; null where none were. */
  wordsOnRecord: z.string().nullable(),
  codes: z.array(z.strictObject({ code: z.string(), words: z.string() })),
  /** What an answer may rest on. */
  shelf: z.array(z.strictObject({ ref: z.string(), kind: z.string(), words: z.string() })),
  /** The payer’s policy in force, where a clause of the plan may stand too. */
  policy: z.string().nullable(),
});
export type GroundsView = z.infer<typeof GroundsView>;
