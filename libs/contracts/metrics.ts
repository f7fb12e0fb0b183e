import {
  avoidableCauses,
  denialClasses,
  metricDimensions,
  metricModes,
  metricUnits,
  stages,
} from '@stipple/domain';
import { z } from 'zod';
import { metricKey } from './metric-queries';
import { id } from './primitives';

/** How much, of how many: every figure and every cell. */
const measured = {
  /** What the figure counts: of a share its part; of days and money how many have some. */
  part: z.number(),
  whole: z.number(),
  /** Of a share, between 0 and 1, with its interval; null where there is nothing to divide by. */
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Of days; null where there are none. */
  median: z.number().nullable(),
  ninthDecile: z.number().nullable(),
  /** Of money, and of time: the sum. */
  cents: z.number().nullable(),
  seconds: z.number().nullable(),
  /** Fewer than ten say more about chance: screens grey it. */
  enough: z.boolean(),
};

export const MetricFigure = z.strictObject({
  metric: metricKey,
  /** Of the definition by which it was counted. */
  version: z.number(),
  /** How it was counted: as asked for, where the metric can be. */
  mode: z.enum(metricModes),
  /** Filters that were asked for and that this metric has no use for. */
  leftOut: z.array(z.enum(metricDimensions)),
  ...measured,
});
export type MetricFigure = z.infer<typeof MetricFigure>;

const range = { from: z.string(), to: z.string(), asOf: z.string() };

export const MetricReport = z.strictObject({
  ...range,
  figures: z.array(MetricFigure),
});
export type MetricReport = z.infer<typeof MetricReport>;

export const MetricCell = z.strictObject({
  /** What the cases behind it are asked for by, and its words: one for `by`, a second for `across`. */
  keys: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  ...measured,
});
export type MetricCell = z.infer<typeof MetricCell>;

export const MetricGroups = z.strictObject({
  ...range,
  figure: MetricFigure,
  cells: z.array(MetricCell),
});
export type MetricGroups = z.infer<typeof MetricGroups>;

const rate = z.strictObject({
  part: z.number(),
  whole: z.number(),
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  enough: z.boolean(),
});
const difference = z.strictObject({ difference: z.number(), low: z.number(), high: z.number() });
const key = z.strictObject({ key: z.string(), name: z.string() });

/** How denials go with what was still open when a request went out: compared as if all were alike, and like with like. */
export const CompletenessReport = z.strictObject({
  ...range,
  association: z.strictObject({
    met: rate,
    open: rate,
    crude: difference.nullable(),
    within: difference.nullable(),
    compared: z.number(),
    decided: z.number(),
    enough: z.boolean(),
  }),
  /** What is compared within, the most requests first. */
  strata: z.array(z.strictObject({ payer: key, codes: key, met: rate, open: rate })),
  /** First decisions that belong to neither side, by why: a criterion was not met, or no policy was asked. */
  beside: z.array(z.strictObject({ ...key.shape, decided: z.number() })),
});
export type CompletenessReport = z.infer<typeof CompletenessReport>;

/** One of what a figure counts. */
export const MetricItem = z.strictObject({
  /** Of the request, the challenge or the case that was counted. */
  id,
  requestId: id,
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  payerName: z.string(),
  /** The day it is counted on. */
  day: z.string(),
  /** The state it is in: of the request, of the challenge. */
  outcome: z.string(),
  code: z.string(),
  reason: z.string(),
  denialClass: z.enum(denialClasses).nullable(),
  avoidable: z.enum(avoidableCauses).nullable(),
  /** The payer's own. */
  words: z.string().nullable(),
  physicianName: z.string().nullable(),
  coordinatorName: z.string().nullable(),
  stage: z.enum(stages),
  /** Its days or its cents, where the metric has such. */
  value: z.number().nullable(),
});
export type MetricItem = z.infer<typeof MetricItem>;

export const MetricItems = z.strictObject({
  figure: z.strictObject({ metric: metricKey, version: z.number(), mode: z.enum(metricModes) }),
  rows: z.array(MetricItem),
  total: z.number(),
  next: z.string().nullable(),
});
export type MetricItems = z.infer<typeof MetricItems>;

const MetricVersion = z.strictObject({
  version: z.number(),
  since: z.string(),
  formula: z.string(),
  numerator: z.string(),
  denominator: z.string().nullable(),
  exclusions: z.string(),
  dateBasis: z.string(),
  change: z.string().nullable(),
});

/** What every figure means, the newest wording first. */
export const MetricDefinitions = z.strictObject({
  metrics: z.array(
    z.strictObject({
      key: metricKey,
      name: z.string(),
      unit: z.enum(metricUnits),
      modes: z.array(z.enum(metricModes)),
      dimensions: z.array(z.enum(metricDimensions)),
      versions: z.array(MetricVersion),
    }),
  ),
  interval: z.string(),
});
export type MetricDefinitions = z.infer<typeof MetricDefinitions>;
