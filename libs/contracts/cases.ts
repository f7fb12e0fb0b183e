import {
  bodySites,
  closeReasons,
  documentKinds,
  injuryContexts,
  parties,
  planTypes,
  scarCauses,
  screeningOutcomes,
  sides,
  stages,
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

export const AssignCase = z.strictObject({ version, ownerId: id });
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

/** What a screening looks at. A ticked criterion is one the record supports. */
export const screeningCriteria = [
  'functional_impairment',
  'injury_or_disease',
  'conservative_care_failed',
  'pain_or_itch',
  'measured_restriction',
  'distress_documented',
  'appearance_only',
] as const;
export const screeningCriteriaWords: Record<(typeof screeningCriteria)[number], string> = {
  functional_impairment: 'The scar impairs function',
  injury_or_disease: 'It comes from an injury, an operation or a disease',
  conservative_care_failed: 'Conservative care was tried and failed',
  pain_or_itch: 'It hurts or itches',
  measured_restriction: 'A restriction was measured',
  distress_documented: 'A professional documented distress (support only)',
  appearance_only: 'It concerns appearance only',
};

export const ProposeScreening = z.strictObject({
  outcome: z.enum(screeningOutcomes),
  criteria: z.array(z.enum(screeningCriteria)).max(screeningCriteria.length),
  reasons: text(4000),
  evidenceIds: z.array(id).max(50).default([]),
});
export type ProposeScreening = z.infer<typeof ProposeScreening>;

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

/** A list in a query string: `?stage=verifying,screening`. An empty one filters nothing. */
const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => (value === '' ? undefined : typeof value === 'string' ? value.split(',') : value),
    z.array(z.enum(values)).max(values.length).optional(),
  );

export const queueSorts = ['due', 'touch', 'number', 'patient'] as const;

/** What stands in the URL of the queue. The search text is not among it: it may be a patient's name. */
export const QueueQuery = z.strictObject({
  stage: listOf(stages),
  actsNext: listOf(parties),
  /** `me`, `none` or a person's id. */
  owner: z.union([z.literal('me'), z.literal('none'), id]).optional(),
  payerId: id.optional(),
  /** Without a word on it: open cases only, or all when searching. */
  closed: z.enum(['yes', 'no']).optional(),
  sort: z.enum(queueSorts).default('due'),
  direction: z.enum(['up', 'down']).default('up'),
  after: z.string().max(400).optional(),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

export const QueueRow = z.strictObject({
  id,
  number: z.number(),
  patientName: z.string(),
  recordNumber: z.string(),
  payerName: z.string(),
  procedureCode: z.string(),
  bodySite: z.enum(bodySites),
  side: z.enum(sides),
  stage: z.enum(stages),
  actsNext: z.enum(parties),
  nextStep: z.string(),
  dueOn: z.string().nullable(),
  nextTouchOn: z.string().nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  unlocked: z.boolean(),
  /** Why the search found it, such as “authorization A-1234”; null without a search. */
  foundBy: z.string().nullable(),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueuePage = z.strictObject({
  rows: z.array(QueueRow),
  next: z.string().nullable(),
  /** Counted up to 1,000; `capped` says there may be more. */
  total: z.strictObject({ count: z.number(), capped: z.boolean() }),
  today: z.string(),
});
export type QueuePage = z.infer<typeof QueuePage>;
