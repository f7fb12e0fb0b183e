import {
  avoidableCauses,
  challengeKinds,
  denialClasses,
  metricDimensions,
  metricKeys,
  metricModes,
  metricUnits,
  planTypes,
  stages,
} from '@stipple/domain';
import { z } from 'zod';
import { day, id } from './primitives';

/** An id, or nothing: of what has nobody on record. */
const idOrNone = z.union([z.literal(''), id]);
const year = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month such as 2026-11');

/** Longer ranges say nothing that a chart could show, and cost what a whole clinic’s history costs. */
export const longestRangeInYears = 10;

/** Which decisions, denials or challenges: all filters together. Without a range it is the twelve months up to the last day. */
const filters = {
  mode: z.enum(metricModes).default('event'),
  from: day.optional(),
  to: day.optional(),
  payerId: id.optional(),
  planType: z.enum(planTypes).optional(),
  /** The codes a request asked for, all of them and no other: `17999` or `0479T,17999`. */
  codes: z
    .string()
    .regex(/^[0-9A-Z]{5}(,[0-9A-Z]{5}){0,9}$/, 'is not a list of procedure codes such as 0479T,17999')
    .optional(),
  /** Who signed the letter of medical necessity; empty where nobody had when it was sent. */
  physicianId: idOrNone.optional(),
  /** Who owned the case when it was sent; empty where nobody did. */
  coordinatorId: idOrNone.optional(),
  urgency: z.enum(['standard', 'expedited']).optional(),
  month: year.optional(),
  /** The level of the challenge. */
  level: z.enum(challengeKinds).optional(),
  /** The payer's code; empty where it gave none. */
  reason: z.string().max(12).optional(),
  denialClass: z.enum(denialClasses).optional(),
  avoidable: z.enum(avoidableCauses).optional(),
};

const forward = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;
const backward = { path: ['to'], error: 'lies before the first day' };

export const MetricQuery = z.strictObject(filters).refine(forward, backward);
export type MetricQuery = z.infer<typeof MetricQuery>;

/** Which figures; without a choice the five at the top of the report. */
export const MetricReportQuery = z
  .strictObject({
    ...filters,
    metrics: z
      .preprocess(
        (value) => (typeof value === 'string' ? [...new Set(value.split(','))] : value),
        z.array(z.enum(metricKeys)).min(1),
      )
      .optional(),
  })
  .refine(forward, backward);
export type MetricReportQuery = z.infer<typeof MetricReportQuery>;

/** Grouped by one dimension, or by one across another. */
export const MetricGroupQuery = z
  .strictObject({
    ...filters,
    by: z.enum(metricDimensions),
    across: z.enum(metricDimensions).optional(),
  })
  .refine(forward, backward)
  .refine(({ by, across }) => by !== across, { path: ['across'], error: 'is the same as by' });
export type MetricGroupQuery = z.infer<typeof MetricGroupQuery>;

/** The cases behind a figure: of a share its part, or all that it is a part of. */
export const metricSides = ['part', 'whole'] as const;
const side = z.enum(metricSides).default('part');
export const MetricItemQuery = z
  .strictObject({ ...filters, side, after: z.string().max(200).optional() })
  .refine(forward, backward);
export type MetricItemQuery = z.infer<typeof MetricItemQuery>;

/** The same as a file, which has no pages. */
export const MetricFileQuery = z.strictObject({ ...filters, side }).refine(forward, backward);
export type MetricFileQuery = z.infer<typeof MetricFileQuery>;

export const metricKey = z.enum(metricKeys);
/** Which one an address is about. */
export const MetricPath = z.object({ metric: metricKey });

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
