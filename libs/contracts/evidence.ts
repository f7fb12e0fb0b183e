import {
  activities,
  answers,
  areaMethods,
  digits,
  joints,
  motionModes,
  motionSides,
  motionWords,
  professions,
  scaleNames,
  statementFacts,
  treatmentKinds,
  treatmentResults,
  workEffects,
} from '@stipple/domain';
import type { Motion } from '@stipple/domain';
import { z } from 'zod';
import { day, id, optionalDay, optionalText, text } from './primitives';

/** What every record says of itself; a correction names the record it takes the place of, and why. */
const about = {
  onDay: day,
  ratedBy: text(120),
  documentId: id.optional(),
  replacesId: id.optional(),
  reason: optionalText(400),
};

interface About {
  readonly replacesId?: string;
  readonly reason?: string;
}
const reasonGoesWithReplaced = (value: About) =>
  (value.replacesId === undefined) === (value.reason === undefined);
const reasonError = { path: ['reason'], message: 'goes with the record that is corrected, and only with it' };

const motions = Object.keys(motionWords) as [Motion, ...Motion[]];

export const RecordMotion = z
  .strictObject({
    ...about,
    joint: z.enum(joints),
    motion: z.enum(motions),
    side: z.enum(motionSides),
    digit: z.literal([...digits]).optional(),
    mode: z.enum(motionModes),
    degrees: z.int().min(-180).max(200),
  })
  .refine(reasonGoesWithReplaced, reasonError);
export type RecordMotion = z.infer<typeof RecordMotion>;

/** The answers, never a total: that is computed. */
export const RecordScale = z
  .strictObject({
    ...about,
    scale: z.enum(scaleNames),
    items: z.array(z.int().min(-100).max(100)).min(1).max(10),
  })
  .refine(reasonGoesWithReplaced, reasonError);
export type RecordScale = z.infer<typeof RecordScale>;

export const RecordArea = z
  .strictObject({
    ...about,
    areaCm2: z.number().min(0.1).max(20_000).multipleOf(0.1, 'has more than one decimal'),
    method: z.enum(areaMethods),
  })
  .refine(reasonGoesWithReplaced, reasonError);
export type RecordArea = z.infer<typeof RecordArea>;

export const RecordFunction = z
  .strictObject({
    ...about,
    activities: z.array(z.enum(activities)).max(activities.length),
    work: z.enum(workEffects),
    words: optionalText(2000),
  })
  .refine(reasonGoesWithReplaced, reasonError);
export type RecordFunction = z.infer<typeof RecordFunction>;

/** `onDay` is the day it began. */
export const RecordTreatment = z
  .strictObject({
    ...about,
    treatment: z.enum(treatmentKinds),
    toOn: optionalDay,
    result: z.enum(treatmentResults),
    words: optionalText(2000),
  })
  .refine(reasonGoesWithReplaced, reasonError)
  .refine(({ result, toOn }) => (result === 'ongoing') === (toOn === undefined), {
    path: ['toOn'],
    message: 'is needed unless the treatment still goes on',
  })
  .refine(({ onDay, toOn }) => toOn === undefined || toOn >= onDay, {
    path: ['toOn'],
    message: 'lies before the first day',
  });
export type RecordTreatment = z.infer<typeof RecordTreatment>;

/** That somebody asked, and that nothing has been tried. */
export const RecordNoTreatment = z.strictObject(about).refine(reasonGoesWithReplaced, reasonError);
export type RecordNoTreatment = z.infer<typeof RecordNoTreatment>;

const upper = (form: RegExp, words: string) =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.string().trim().toUpperCase().regex(form, words).optional(),
  );

export const RecordDevice = z
  .strictObject({
    ...about,
    device: text(120),
    productCode: upper(/^[A-Z]{3}$/, 'is not a product code of three letters, such as QAI'),
    submissionNumber: upper(/^(K|DEN|P)\d{6}$/, 'is not a number such as K123456 or DEN123456'),
    indication: text(1000),
    indicationFits: z.enum(answers),
    siteFits: z.enum(answers),
    ageFits: z.enum(answers),
  })
  .refine(reasonGoesWithReplaced, reasonError);
export type RecordDevice = z.infer<typeof RecordDevice>;

export const RecordMentalHealth = z
  .strictObject({
    ...about,
    profession: z.enum(professions),
    distress: z.boolean(),
    summary: text(1000),
    /** Said yes to “this is a summary, and holds nothing of psychotherapy notes”. */
    isSummary: z.literal(true, 'has to be confirmed: psychotherapy notes do not belong here'),
  })
  .refine(reasonGoesWithReplaced, reasonError);
export type RecordMentalHealth = z.infer<typeof RecordMentalHealth>;

export const RecordStatement = z
  .strictObject({ ...about, fact: z.enum(statementFacts), says: z.boolean(), words: optionalText(2000) })
  .refine(reasonGoesWithReplaced, reasonError);
export type RecordStatement = z.infer<typeof RecordStatement>;

export const WithdrawEvidence = z.strictObject({ replacesId: id, reason: text(400) });
export type WithdrawEvidence = z.infer<typeof WithdrawEvidence>;
