import { reportRhythms } from '@stipple/domain';
import { z } from 'zod';
import { ReportFileQuery, fileFormats } from './metric-queries';
import { id, text, version } from './primitives';

/** The filters of the page, as they stand in its address; the period moves along with the day of the run. */
const query = z
  .string()
  .max(2000)
  .refine(
    (value) => ReportFileQuery.safeParse(Object.fromEntries(new URLSearchParams(value))).success,
    'holds filters that no report has',
  );

const schedule = {
  name: text(80),
  query,
  format: z.enum(fileFormats),
  every: z.enum(reportRhythms),
  /** The weekday, Monday being 1, or the day of the month. */
  on: z.int().min(1).max(31),
  recipients: z.array(id).min(1, 'names nobody').max(50),
};
const fits = ({ every, on }: { readonly every: string; readonly on: number }) => every === 'month' || on <= 7;
const weekday = { path: ['on'], error: 'is no weekday from 1 to 7' };

export const ScheduleReport = z.strictObject(schedule).refine(fits, weekday);
export type ScheduleReport = z.infer<typeof ScheduleReport>;

export const ChangeScheduledReport = z.strictObject({ ...schedule, version }).refine(fits, weekday);
export type ChangeScheduledReport = z.infer<typeof ChangeScheduledReport>;

const person = z.strictObject({ id, name: z.string() });

export const ScheduledReport = z.strictObject({
  id,
  version: z.number(),
  name: z.string(),
  query: z.string(),
  format: z.enum(fileFormats),
  every: z.enum(reportRhythms),
  on: z.number(),
  recipients: z.array(person),
  isPaused: z.boolean(),
  /** Null while it is paused. */
  nextRunOn: z.string().nullable(),
  lastRun: z.strictObject({ id, onDay: z.string(), sent: z.number() }).nullable(),
});
export type ScheduledReport = z.infer<typeof ScheduledReport>;

export const ScheduledReports = z.strictObject({
  reports: z.array(ScheduledReport),
  /** To whom one may be sent: who may see reports. */
  people: z.array(person),
});
export type ScheduledReports = z.infer<typeof ScheduledReports>;

/** One run of a scheduled report: what its link leads to. */
export const ReportRun = z.strictObject({
  id,
  name: z.string(),
  onDay: z.string(),
  format: z.enum(fileFormats),
  query: z.string(),
});
export type ReportRun = z.infer<typeof ReportRun>;
