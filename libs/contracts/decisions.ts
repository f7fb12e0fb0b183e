import { channels, denialKinds, extensionReasons } from '@stipple/domain';
import { z } from 'zod';
import { codeLines, day, id, instant, optionalDay, optionalText, text, version } from './primitives';

export const PendRequest = z.strictObject({ version, words: text(4000), payerReference: optionalText(60) });
export type PendRequest = z.infer<typeof PendRequest>;

export const RequestInformation = z.strictObject({
  version,
  /** The date on the payer’s question; left out, it counts from when it is recorded. */
  askedOn: optionalDay,
  items: z.array(text(400)).min(1, 'needs at least one item').max(30),
  respondByOn: day,
});
export type RequestInformation = z.infer<typeof RequestInformation>;

export const AnswerInformation = z.strictObject({
  version,
  /** Left out only by what was recorded before an answer named it. */
  channel: z.enum(channels).optional(),
  sentAt: instant,
  reference: text(60),
  proofId: id.optional(),
  note: optionalText(4000),
});
export type AnswerInformation = z.infer<typeof AnswerInformation>;

const terms = { effectiveOn: day, expiresOn: day, lines: codeLines };

/** What every authorization carries before it can unlock anything. */
const grant = {
  ...terms,
  number: text(60),
  decidedOn: day,
  clinicianIds: z.array(id).min(1, 'needs the servicing clinician').max(20),
  placeOfService: z.string().regex(/^\d{2}$/, 'is not a two-digit place of service'),
  channel: z.enum(channels),
  proofId: id,
  /** The person who enters it has compared it with the proof. */
  verified: z.literal(true, 'must be compared with the proof first'),
};

/** Of the letter that tells a decision: its date where it bears one, and the day it came. */
const notice = { noticeDatedOn: optionalDay, noticeReceivedOn: optionalDay };

export const RecordApproval = z.strictObject({ version, ...grant, ...notice });
export type RecordApproval = z.infer<typeof RecordApproval>;

export const RecordDenial = z.strictObject({
  version,
  words: text(8000),
  /** As it stands on the notice: a reason such as `50`, or all codes in one line, such as `CO-50, N383`. */
  code: optionalText(120),
  /** What is written apart from the reason is read as if it stood before and behind it. */
  group: optionalText(20),
  remarks: z.array(text(20)).max(20).optional(),
  page: optionalText(20),
  kind: z.enum(denialKinds),
  decisionOn: day,
  noticeDatedOn: optionalDay,
  noticeReceivedOn: day,
  proofId: id.optional(),
  nextTouchOn: optionalDay,
});
export type RecordDenial = z.infer<typeof RecordDenial>;

/** What the payer says of what it did not grant of a request. The codes are read as those of a denial are. */
export const RecordWithheld = z.strictObject({
  words: text(8000),
  code: optionalText(120),
  group: optionalText(20),
  remarks: z.array(text(20)).max(20).optional(),
  page: optionalText(20),
  kind: z.enum(denialKinds),
  proofId: id.optional(),
});
export type RecordWithheld = z.infer<typeof RecordWithheld>;
/** The payer writes that it takes longer to decide. */
export const RecordExtension = z.strictObject({
  version,
  requestId: id,
  /** The date on the notice. */
  datedOn: day,
  because: z.enum(extensionReasons),
  words: text(4000),
  /** The notice itself: what is only said does not extend a clock. */
  proofId: id,
});
export type RecordExtension = z.infer<typeof RecordExtension>;

export const ReferToCall = z.strictObject({ version, words: text(4000) });
export type ReferToCall = z.infer<typeof ReferToCall>;

export const AnswerNoAction = z.strictObject({ version, words: text(4000), referenceNumber: text(60) });
export type AnswerNoAction = z.infer<typeof AnswerNoAction>;

export const ApproveByPhone = z.strictObject({
  version,
  representative: text(120),
  referenceNumber: text(60),
});
export type ApproveByPhone = z.infer<typeof ApproveByPhone>;

export const CancelRequest = z.strictObject({ version, who: z.enum(['payer', 'clinic']), reason: text(400) });
export type CancelRequest = z.infer<typeof CancelRequest>;

/** The payer says that no authorization is required: its words, its reference, and what it then covers. */
export const RecordNotRequired = z.strictObject({
  ...grant,
  payerWords: text(4000),
  payerNamedWindow: z.boolean(),
  requestId: id.optional(),
});
export type RecordNotRequired = z.infer<typeof RecordNotRequired>;

export const AmendAuthorization = z.strictObject({ version, ...terms, reason: text(400), proofId: id });
export type AmendAuthorization = z.infer<typeof AmendAuthorization>;

export const RevokeAuthorization = z.strictObject({ version, reason: text(400) });
export type RevokeAuthorization = z.infer<typeof RevokeAuthorization>;
