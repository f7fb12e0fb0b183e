import {
  appealRights,
  authorizationBases,
  challengeGrounds,
  challengeKinds,
  denialKinds,
  groupCodes,
  readClasses,
  requestPurposes,
} from '@stipple/domain';
import { z } from 'zod';
import { id } from '../primitives';
import { Refusal } from '../problem';
import { codeUnits, person, signed, subject } from './parts';

/** What the payer says of what it did not grant, and what its codes make of it. */
const reasonRead = {
  words: z.string(),
  group: z.enum(groupCodes).nullable(),
  /** As received, as the remarks are. */
  code: z.string().nullable(),
  remarks: z.array(z.string()),
  reason: z.string(),
  denialClass: z.enum(readClasses),
  /** A sentence: what makes it this class. */
  why: z.string(),
  /** What somebody should look at in the codes; none of it changes the class. */
  findings: z.array(Refusal),
  page: z.string().nullable(),
  kind: z.enum(denialKinds),
};

export const RequestView = z.strictObject({
  ...subject,
  state: z.string(),
  stateWords: z.string(),
  purpose: z.enum(requestPurposes),
  ofAuthorizationId: id.nullable(),
  lines: z.array(codeUnits),
  fromOn: z.string(),
  toOn: z.string(),
  urgency: z.enum(['standard', 'expedited']),
  urgencyReason: z.string().nullable(),
  channel: z.string().nullable(),
  submittedAt: z.string().nullable(),
  /** Who recorded that it was sent. */
  submittedBy: z.string().nullable(),
  submissionReference: z.string().nullable(),
  submissionProofId: id.nullable(),
  payerReceivedAt: z.string().nullable(),
  payerReference: z.string().nullable(),
  informationItems: z.array(z.string()).nullable(),
  respondByOn: z.string().nullable(),
  rejection: z.strictObject({ code: z.string().nullable(), words: z.string() }).nullable(),
  denial: z
    .strictObject({
      ...reasonRead,
      deniedOn: z.string(),
      noticeDatedOn: z.string().nullable(),
      noticeReceivedOn: z.string(),
    })
    .nullable(),
  /** Why less was granted than was asked, where that is on record. */
  withheld: z.strictObject(reasonRead).nullable(),
  /** The request it follows: one returned without review, or one decided against the patient. */
  supersedesId: id.nullable(),
  payerWords: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type RequestView = z.infer<typeof RequestView>;

export const AuthorizationView = z.strictObject({
  ...subject,
  state: z.string(),
  stateWords: z.string(),
  basis: z.enum(authorizationBases),
  /** Null: nothing was asked, as none is required. */
  requestId: id.nullable(),
  number: z.string(),
  decidedOn: z.string(),
  effectiveOn: z.string(),
  expiresOn: z.string(),
  lines: z.array(codeUnits),
  /** Asked against granted where they differ, code by code. */
  differences: z.array(z.strictObject({ procedureCode: z.string(), asked: z.number(), granted: z.number() })),
  askedWindow: z.strictObject({ fromOn: z.string(), toOn: z.string() }).nullable(),
  assents: z.array(z.strictObject({ as: z.string(), by: z.string(), at: z.string() })),
  assentsOpen: z.array(z.string()),
  clinicians: z.array(person),
  proofId: id,
  payerWords: z.string().nullable(),
  endReason: z.string().nullable(),
  earlierTerms: z.array(
    z.strictObject({
      effectiveOn: z.string(),
      expiresOn: z.string(),
      lines: z.array(codeUnits),
      at: z.string(),
    }),
  ),
});
export type AuthorizationView = z.infer<typeof AuthorizationView>;

/** A call, an appeal or a review that argues with a decision. */
export const ChallengeView = z.strictObject({
  ...subject,
  state: z.string(),
  stateWords: z.string(),
  kind: z.enum(challengeKinds),
  requestId: id,
  /** Signed by a physician before it goes. */
  clinical: z.boolean(),
  argues: z.enum(challengeGrounds).nullable(),
  /** Null where it is not asked, or was not yet. */
  appealsAs: z.enum(appealRights).nullable(),
  representativeFormId: id.nullable(),
  body: z.string().nullable(),
  fileByOn: z.string().nullable(),
  lateReason: z.string().nullable(),
  exhaustedBecause: z.string().nullable(),
  signed,
  sentOn: z.string().nullable(),
  sentProofId: id.nullable(),
  offeredSlots: z.array(z.string()).nullable(),
  payerReceivedOn: z.string().nullable(),
  payerReference: z.string().nullable(),
  callAt: z.string().nullable(),
  spokenWith: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decisionWords: z.string().nullable(),
  authorizationId: id.nullable(),
  endReason: z.string().nullable(),
});
export type ChallengeView = z.infer<typeof ChallengeView>;
