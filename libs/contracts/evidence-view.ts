import {
  activities,
  answers,
  areaMethods,
  bodySites,
  documentKinds,
  injuryContexts,
  joints,
  motionModes,
  motionSides,
  motionWords,
  professions,
  scaleNames,
  scarCauses,
  sides,
  statementFacts,
  treatmentKinds,
  treatmentResults,
  workEffects,
} from '@stipple/domain';
import type { Motion } from '@stipple/domain';
import { z } from 'zod';
import { id } from './primitives';
import { Refusal } from './problem';

const record = {
  id,
  onDay: z.string(),
  ratedBy: z.string(),
  /** Who entered it, and when. */
  by: z.string(),
  at: z.string(),
  documentId: id.nullable(),
  replacesId: id.nullable(),
  /** Why it takes the place of another. */
  reason: z.string().nullable(),
  /** The record that took its place. Only what nothing replaces counts. */
  replacedById: id.nullable(),
};
const motions = Object.keys(motionWords) as [Motion, ...Motion[]];
const words = z.string().nullable();

export const MotionRecord = z.strictObject({
  ...record,
  kind: z.literal('motion'),
  joint: z.enum(joints),
  motion: z.enum(motions),
  side: z.enum(motionSides),
  digit: z.number().nullable(),
  mode: z.enum(motionModes),
  degrees: z.number(),
  normDegrees: z.number(),
  deficitDegrees: z.number(),
});
export type MotionRecord = z.infer<typeof MotionRecord>;

export const ScaleRecord = z.strictObject({
  ...record,
  kind: z.literal('scale'),
  scale: z.enum(scaleNames),
  version: z.string(),
  items: z.array(z.number()),
  total: z.number(),
  alertId: id.nullable(),
});
export type ScaleRecord = z.infer<typeof ScaleRecord>;

export const TreatmentRecord = z.strictObject({
  ...record,
  kind: z.literal('treatment'),
  treatment: z.enum(treatmentKinds),
  toOn: z.string().nullable(),
  result: z.enum(treatmentResults),
  words,
});
export type TreatmentRecord = z.infer<typeof TreatmentRecord>;

export const EvidenceRecord = z.discriminatedUnion('kind', [
  MotionRecord,
  ScaleRecord,
  TreatmentRecord,
  z.strictObject({ ...record, kind: z.literal('area'), areaCm2: z.number(), method: z.enum(areaMethods) }),
  z.strictObject({
    ...record,
    kind: z.literal('function'),
    activities: z.array(z.enum(activities)),
    work: z.enum(workEffects),
    words,
    limited: z.boolean(),
  }),
  z.strictObject({ ...record, kind: z.literal('no_treatment') }),
  z.strictObject({
    ...record,
    kind: z.literal('device'),
    device: z.string(),
    productCode: z.string().nullable(),
    submissionNumber: z.string().nullable(),
    indication: z.string(),
    indicationFits: z.enum(answers),
    siteFits: z.enum(answers),
    ageFits: z.enum(answers),
    cleared: z.boolean().nullable(),
  }),
  z.strictObject({
    ...record,
    kind: z.literal('mental_health'),
    profession: z.enum(professions),
    distress: z.boolean(),
    summary: z.string(),
  }),
  z.strictObject({
    ...record,
    kind: z.literal('statement'),
    fact: z.enum(statementFacts),
    says: z.boolean(),
    words,
  }),
  z.strictObject({ ...record, kind: z.literal('withdrawal') }),
]);
export type EvidenceRecord = z.infer<typeof EvidenceRecord>;

const factValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);

export const EvidenceView = z.strictObject({
  caseId: id,
  caseNumber: z.number(),
  today: z.string(),
  timeZone: z.string(),
  patient: z.strictObject({ name: z.string(), birthDate: z.string() }),
  physician: z.strictObject({ id, name: z.string() }),
  bodySite: z.enum(bodySites),
  side: z.enum(sides),
  cause: z.enum(scarCauses),
  injuredOn: z.string().nullable(),
  injuryContext: z.enum(injuryContexts),
  /** All that was ever recorded, the newest first; what was replaced stands among it. */
  records: z.array(EvidenceRecord),
  documents: z.array(
    z.strictObject({ id, kind: z.enum(documentKinds), title: z.string(), datedOn: z.string().nullable() }),
  ),
  /** Open clinical alerts: tasks that call the physician. */
  alerts: z.array(z.strictObject({ id, version: z.number() })),
  /** What is known of the case today, by the names of the vocabulary; what is not in here is unknown. */
  facts: z.record(z.string(), z.strictObject({ value: factValue, evidence: z.array(z.string()) })),
  /** Why nothing can be recorded, such as a closed case. */
  refusals: z.array(Refusal),
});
export type EvidenceView = z.infer<typeof EvidenceView>;
