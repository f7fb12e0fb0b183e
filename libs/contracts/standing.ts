import {
  ageBands,
  bookedParts,
  endedParts,
  expiryWindows,
  hasPart,
  recordedKinds,
  standingLists,
  standingParts,
  usualExpiryWindow,
} from '@stipple/domain';
import { z } from 'zod';
import { fileFormats } from './metric-queries';
import { id } from './primitives';

/** What the report on where things stand is narrowed to: cases as they are now, whoever had them earlier. */
const filters = {
  payerId: id.optional(),
  /** Who owns the case now, and of recorded steps, who recorded them; empty for nobody. */
  coordinatorId: z.union([z.literal(''), id]).optional(),
  /** Who treats in it. */
  physicianId: id.optional(),
};
const within = z
  .preprocess((days) => Number(days), z.literal(expiryWindows, `is none of ${expiryWindows.join(', ')}`))
  .default(usualExpiryWindow);

export const StandingQuery = z.strictObject(filters);
export type StandingQuery = z.infer<typeof StandingQuery>;

export const AuthorizationsQuery = z.strictObject({ ...filters, within });
export type AuthorizationsQuery = z.infer<typeof AuthorizationsQuery>;

/** Which rows: of a list all, or a part of it; of open cases and recorded steps also one person’s, empty for nobody’s. */
const rows = {
  ...filters,
  within,
  list: z.enum(standingLists),
  part: z.enum(standingParts).optional(),
  personId: z.union([z.literal(''), id]).optional(),
};
const partOfList = ({ list, part }: { list: z.infer<typeof rows.list>; part?: z.infer<typeof rows.part> }) =>
  part === undefined || hasPart(list, part);
const notOfList = { path: ['part'], error: 'is no part of this list' };

export const StandingRowsQuery = z
  .strictObject({ ...rows, after: z.string().max(200).optional() })
  .refine(partOfList, notOfList);
export type StandingRowsQuery = z.infer<typeof StandingRowsQuery>;

/** The same as a file, which has no pages. */
export const StandingFileQuery = z
  .strictObject({ ...rows, format: z.enum(fileFormats).default('csv') })
  .refine(partOfList, notOfList);
export type StandingFileQuery = z.infer<typeof StandingFileQuery>;

/** As of when, and which day that is at the clinic. */
const asOf = { asOf: z.string(), today: z.string() };

/** How much of something is in a band of age, or in all of them. */
const aged = {
  count: z.number(),
  cents: z.number(),
  /** How many of them have an amount: a request without a worksheet’s fee has none. */
  withCents: z.number(),
  /** Null where there are none. */
  oldestDays: z.number().nullable(),
};
const Aged = z.strictObject({
  ...aged,
  bands: z.array(z.strictObject({ band: z.enum(ageBands), ...aged })),
});
export type Aged = z.infer<typeof Aged>;

export const AgingReport = z.strictObject({ ...asOf, requests: Aged, owed: Aged });
export type AgingReport = z.infer<typeof AgingReport>;

/** Units of authorizations, one for each authorization and code. Left is what booking would still take. */
const units = {
  count: z.number(),
  units: z.number(),
  performed: z.number(),
  scheduled: z.number(),
  left: z.number(),
};
export const UnitSums = z.strictObject(units);
export type UnitSums = z.infer<typeof UnitSums>;

export const AuthorizationsReport = z.strictObject({
  ...asOf,
  within: z.literal(expiryWindows),
  expiring: z.strictObject({
    ...units,
    parts: z.array(z.strictObject({ part: z.enum(bookedParts), ...units })),
    codes: z.array(z.strictObject({ procedureCode: z.string(), ...units })),
  }),
  usedUp: UnitSums,
  ended: z.strictObject({
    ...units,
    parts: z.array(z.strictObject({ part: z.enum(endedParts), ...units })),
  }),
});
export type AuthorizationsReport = z.infer<typeof AuthorizationsReport>;

export const WorkloadRow = z.strictObject({
  /** Null for the cases that nobody owns. */
  personId: id.nullable(),
  name: z.string().nullable(),
  openCases: z.number(),
  dueToday: z.number(),
  overdue: z.number(),
  /** Since the case that is due longest was due; null where none is. */
  oldestDays: z.number().nullable(),
  /** Null for nobody: who recorded a step is somebody. */
  steps: z.strictObject({ total: z.number(), ...countsOf(recordedKinds) }).nullable(),
});
export type WorkloadRow = z.infer<typeof WorkloadRow>;

function countsOf<K extends string>(kinds: readonly K[]) {
  return Object.fromEntries(kinds.map((kind) => [kind, z.number()])) as Record<K, z.ZodNumber>;
}

export const WorkloadReport = z.strictObject({
  ...asOf,
  /** The first day of which recorded steps count. */
  since: z.string(),
  /** By name; nobody comes last. */
  rows: z.array(WorkloadRow),
});
export type WorkloadReport = z.infer<typeof WorkloadReport>;

/** One of what a number counts. What its list has nothing to say about is null. */
export const StandingRow = z.strictObject({
  id: z.string(),
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  payerName: z.string(),
  physicianName: z.string(),
  coordinatorName: z.string().nullable(),
  part: z.enum(standingParts).nullable(),
  /** The day it is counted from, and how many days that is; days to come until an authorization expires. */
  day: z.string().nullable(),
  days: z.number().nullable(),
  cents: z.number().nullable(),
  procedureCode: z.string().nullable(),
  units: UnitSums.omit({ count: true }).nullable(),
  /** The authorization’s number and window, the request’s codes, what is owed, the next step, or what was recorded. */
  about: z.string(),
  /** Who recorded it. */
  personName: z.string().nullable(),
  /** Of a self-pay amount: whose ledger it is in. */
  agreementId: id.nullable(),
  /** From when on the authorization covers. */
  opensOn: z.string().nullable(),
});
export type StandingRow = z.infer<typeof StandingRow>;

/** A page of them, the most pressing first. */
export const StandingRows = z.strictObject({
  list: z.enum(standingLists),
  today: z.string(),
  rows: z.array(StandingRow),
  total: z.number(),
  next: z.string().nullable(),
});
export type StandingRows = z.infer<typeof StandingRows>;
