import {
  avoidableCauses,
  challengeKinds,
  codeSetPattern,
  completenessKinds,
  denialClasses,
  longestReason,
  metricDimensions,
  metricKeys,
  metricModes,
  monthPattern,
  planTypes,
} from '@stipple/domain';
import { z } from 'zod';
import { day, id } from './primitives';

/** An id, or nothing: of what has nobody on record. */
const idOrNone = z.union([z.literal(''), id]);
const month = z.string().regex(monthPattern, 'is not a month such as 2026-11');

/** Which decisions, denials or challenges: all filters together. Without a range it is the twelve months up to the last day. */
const filters = {
  mode: z.enum(metricModes).default('event'),
  from: day.optional(),
  to: day.optional(),
  payerId: id.optional(),
  planType: z.enum(planTypes).optional(),
  /** The codes a request asked for, all of them and no other: `17999` or `0479T,17999`. */
  codes: z.string().regex(codeSetPattern, 'is not a list of procedure codes such as 0479T,17999').optional(),
  /** Who signed the letter of medical necessity; empty where nobody had when it was sent. */
  physicianId: idOrNone.optional(),
  /** Who owned the case when it was sent; empty where nobody did. */
  coordinatorId: idOrNone.optional(),
  urgency: z.enum(['standard', 'expedited']).optional(),
  /** What the screening that was signed when it went out had computed; empty where no policy was asked. */
  completeness: z.enum(['', ...completenessKinds]).optional(),
  month: month.optional(),
  /** The level of the challenge. */
  level: z.enum(challengeKinds).optional(),
  /** The payer's code; empty where it gave none. */
  reason: z.string().max(longestReason).optional(),
  denialClass: z.enum(denialClasses).optional(),
  avoidable: z.enum(avoidableCauses).optional(),
};

const forward = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;
const backward = { path: ['to'], error: 'lies before the first day' };

export const MetricQuery = z.strictObject(filters).refine(forward, backward);
export type MetricQuery = z.infer<typeof MetricQuery>;

/** What the comparison of complete requests with others is narrowed to: all filters but what it compares by. */
const { mode: _mode, completeness: _completeness, level: _level, ...comparable } = filters;
export const CompletenessQuery = z.strictObject(comparable).refine(forward, backward);
export type CompletenessQuery = z.infer<typeof CompletenessQuery>;

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

export const fileFormats = ['csv', 'xlsx', 'pdf'] as const;
export type FileFormat = (typeof fileFormats)[number];
const format = z.enum(fileFormats).default('csv');
/** The page “Time and money” as a file: narrowed and grouped as it is; each of its tables counts in its own way. */
const { mode: _ways, ...narrowing } = filters;
export const TimeAndMoneyFileQuery = z
  .strictObject({ ...narrowing, by: z.enum(metricDimensions).default('payer'), format })
  .refine(forward, backward);
export type TimeAndMoneyFileQuery = z.infer<typeof TimeAndMoneyFileQuery>;

/** A list that nothing narrows, as a file. */
export const FileQuery = z.strictObject({ format });
export type FileQuery = z.infer<typeof FileQuery>;

/** The same as a file, which has no pages. */
export const MetricFileQuery = z.strictObject({ ...filters, side, format }).refine(forward, backward);
export type MetricFileQuery = z.infer<typeof MetricFileQuery>;

/** The whole report as a file: every table of it. */
export const ReportFileQuery = z.strictObject({ ...filters, format }).refine(forward, backward);
export type ReportFileQuery = z.infer<typeof ReportFileQuery>;

export const metricKey = z.enum(metricKeys);
/** Which one an address is about. */
export const MetricPath = z.object({ metric: metricKey });
