import {
  bodySites,
  clockNames,
  closeReasons,
  documentKinds,
  injuryContexts,
  planTypes,
  scarCauses,
  sides,
} from '@stipple/domain';
import { z } from 'zod';
import { day, id, instant, optionalDay, optionalText, procedureCode, text, version } from './primitives';

const diagnoses = z.array(text(12)).min(1, 'needs at least one diagnosis').max(12);

export const OpenCase = z.strictObject({
  patientId: id,
  coverageId: id,
  planType: z.enum(planTypes),
  cause: z.enum(scarCauses),
  injuredOn: optionalDay,
  injuryContext: z.enum(injuryContexts),
  bodySite: z.enum(bodySites),
  side: z.enum(sides),
  diagnoses,
  procedureCode,
  plannedSessions: z.int().min(1).max(20),
  physicianId: id,
  ownerId: id.optional(),
  nextTouchOn: day,
  /** Said yes to “this patient already has an open case for this code and site”. */
  duplicateIntended: z.boolean().default(false),
});
export type OpenCase = z.infer<typeof OpenCase>;

export const CorrectCase = z.strictObject({
  version,
  planType: z.enum(planTypes),
  diagnoses,
  plannedSessions: z.int().min(1).max(20),
});
export type CorrectCase = z.infer<typeof CorrectCase>;

export const PlanTouch = z.strictObject({ version, nextTouchOn: day });
export type PlanTouch = z.infer<typeof PlanTouch>;

/** A manager's own end of a clock. What the rules say is kept beside it. */
export const OverrideClock = z.strictObject({
  version,
  requestId: id,
  clock: z.enum(clockNames),
  dueOn: day,
  reason: text(2000),
});
export type OverrideClock = z.infer<typeof OverrideClock>;

/** Without an owner the case waits for somebody to take it. */
export const AssignCase = z.strictObject({ version, ownerId: id.nullable() });
export type AssignCase = z.infer<typeof AssignCase>;

export const CloseCase = z.strictObject({ version, reason: z.enum(closeReasons) });
export type CloseCase = z.infer<typeof CloseCase>;

export const ReopenCase = z.strictObject({ version, reason: text(400), nextTouchOn: day });
export type ReopenCase = z.infer<typeof ReopenCase>;

export const RecordBenefitCall = z.strictObject({
  calledAt: instant,
  numberDialled: text(40),
  representative: text(120),
  referenceNumber: text(60),
  codesAsked: z.array(procedureCode).min(1, 'needs the codes that were asked about').max(10),
  authorizationRequired: z.enum(['yes', 'no', 'unknown']),
  policyCited: optionalText(200),
  cosmeticExclusion: z.enum(['yes', 'no', 'unknown']),
  answer: text(4000),
  disclaimerHeard: z.boolean(),
  nextTouchOn: optionalDay,
});
export type RecordBenefitCall = z.infer<typeof RecordBenefitCall>;

/** Signing asks for the password again. */
export const Sign = z.strictObject({ version, password: z.string().min(1, 'is empty').max(200) });
export type Sign = z.infer<typeof Sign>;

/** The fields that come beside an uploaded file. */
export const AddDocument = z.strictObject({
  kind: z.enum(documentKinds),
  title: text(160),
  datedOn: optionalDay,
});
export type AddDocument = z.infer<typeof AddDocument>;

export const FinishTask = z.strictObject({ version });
export type FinishTask = z.infer<typeof FinishTask>;
