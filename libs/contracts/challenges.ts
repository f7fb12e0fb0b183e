import { appealRights, challengeGrounds, challengeKinds } from '@stipple/domain';
import { z } from 'zod';
import { RecordApproval } from './decisions';
import { day, id, instant, optionalDay, optionalText, text, version } from './primitives';
import { isProven, notProven, sending } from './sending';

export const OpenChallenge = z.strictObject({
  requestId: id,
  kind: z.enum(challengeKinds),
  /** How the plan broke its own rules, so that its internal levels count as used up. */
  exhaustedBecause: optionalText(1000),
  /** Left out, it follows from the class of the denial. */
  argues: z.enum(challengeGrounds).optional(),
  /** Of the patient's own appeal. Left out, the clinic acts as representative and needs the patient's form. */
  appealsAs: z.enum(appealRights).optional(),
});
export type OpenChallenge = z.infer<typeof OpenChallenge>;

export const DraftChallenge = z.strictObject({
  version,
  body: text(40_000),
  representativeFormId: id.optional(),
});
export type DraftChallenge = z.infer<typeof DraftChallenge>;

export const ExcuseLateness = z.strictObject({ version, lateReason: text(1000) });
export type ExcuseLateness = z.infer<typeof ExcuseLateness>;

export const SendChallenge = z
  .strictObject({
    version,
    ...sending,
    sentAt: instant,
    /** The patient's form, where it came after the words were written. */
    representativeFormId: id.optional(),
    /** Of a peer-to-peer call: when the physician can speak. */
    offeredSlots: z.array(instant).min(1, 'needs at least one time').max(10).optional(),
  })
  .refine(isProven, notProven);
export type SendChallenge = z.infer<typeof SendChallenge>;

export const ReceiveChallenge = z.strictObject({
  version,
  payerReceivedOn: day,
  payerReference: optionalText(60),
  /** Of a peer-to-peer call: when it was agreed to speak. */
  callAt: instant.optional(),
});
export type ReceiveChallenge = z.infer<typeof ReceiveChallenge>;

/** A won challenge carries what every authorization carries; the letter that says so unlocks nothing by itself. */
export const OverturnChallenge = RecordApproval.omit({
  noticeDatedOn: true,
  noticeReceivedOn: true,
}).extend({
  spokenWith: optionalText(120),
  words: optionalText(8000),
});
export type OverturnChallenge = z.infer<typeof OverturnChallenge>;

export const LoseChallenge = z.strictObject({
  version,
  decisionOn: day,
  words: text(8000),
  /** Of a peer-to-peer call: the payer's reviewer. */
  spokenWith: optionalText(120),
  nextTouchOn: optionalDay,
});
export type LoseChallenge = z.infer<typeof LoseChallenge>;

export const WithdrawChallenge = z.strictObject({ version, reason: text(400) });
export type WithdrawChallenge = z.infer<typeof WithdrawChallenge>;
