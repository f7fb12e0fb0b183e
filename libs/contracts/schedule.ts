import { z } from 'zod';
import { day, id, idList, instant, optionalDay, procedureCode, text, version } from './primitives';

const slot = {
  startsAt: instant,
  minutes: z.int().min(10, 'lasts at least 10 minutes').max(480, 'lasts at most 480 minutes'),
  roomId: id,
  clinicianId: id,
};

export const BookSession = z.strictObject({
  ...slot,
  procedureCode,
  units: z.int().min(1).max(20).default(1),
});
export type BookSession = z.infer<typeof BookSession>;

export const RescheduleSession = z.strictObject({ version, ...slot });
export type RescheduleSession = z.infer<typeof RescheduleSession>;

export const CancelSession = z.strictObject({ version, reason: text(400) });
export type CancelSession = z.infer<typeof CancelSession>;

export const PerformSession = z.strictObject({
  version,
  performedOn: day,
  areaCm2: z.number().min(0.1).max(20_000).multipleOf(0.1),
  device: text(120),
  lot: text(60),
  note: text(8000),
  password: z.string().min(1, 'is empty').max(200),
});
export type PerformSession = z.infer<typeof PerformSession>;

export const ScheduleQuery = z.strictObject({ week: optionalDay });
export type ScheduleQuery = z.infer<typeof ScheduleQuery>;

/** Whose sessions, and which days, for a calendar; without either, everybody's from four weeks ago to half a year ahead. */
export const CalendarQuery = z.strictObject({
  clinicianId: id.optional(),
  from: optionalDay,
  to: optionalDay,
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** The day to print, today where none is named; of one clinician, or of everybody. */
export const DaySheetQuery = z.strictObject({ day: optionalDay, clinicianId: id.optional() });
export type DaySheetQuery = z.infer<typeof DaySheetQuery>;

export const ScheduledSession = z.strictObject({
  id,
  version: z.number(),
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  procedureCode: z.string(),
  units: z.number(),
  state: z.enum(['scheduled', 'checked_in', 'performed', 'billed', 'blocked', 'no_show']),
  startsAt: z.string(),
  endsAt: z.string(),
  day: z.string(),
  roomId: id,
  /** The names as they are now: somebody who left keeps theirs on the calendar. */
  room: z.string(),
  clinicianId: id,
  clinician: z.string(),
  clearance: z.string(),
  /** What the clearance covers, and by whom: for whoever moves the session. */
  opensOn: z.string(),
  closesOn: z.string(),
  clinicianIds: z.array(id),
  blockedBecause: z.string().nullable(),
});
export type ScheduledSession = z.infer<typeof ScheduledSession>;

/** A booking of the next 30 days that will fail as things stand, or may: why, and what keeps it. */
export const BookingAtRisk = z.strictObject({
  sessionId: id,
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  day: z.string(),
  /** On the clinic's wall clock, `09:30`. */
  begins: z.string(),
  clinician: z.string(),
  room: z.string(),
  /** The authorization's number, or that the patient pays. */
  clearance: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  risks: z.array(z.strictObject({ sure: z.boolean(), reason: z.string(), remedy: z.string() })).min(1),
});
export type BookingAtRisk = z.infer<typeof BookingAtRisk>;

export const AtRisk = z.strictObject({
  /** How many bookings there are in those days. */
  looked: z.number(),
  /** Those that are at risk, by when they begin. */
  bookings: z.array(BookingAtRisk),
});
export type AtRisk = z.infer<typeof AtRisk>;

/** A case that has a key with units left: whom the tray beside the calendar offers. */
export const ClearedCase = z.strictObject({
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  procedureCode: z.string(),
  unitsLeft: z.number(),
  units: z.number(),
  opensOn: z.string(),
  closesOn: z.string(),
  source: z.enum(['authorization', 'self_pay']),
  number: z.string().nullable(),
  clinicianIds: z.array(id),
  lastSessionOn: z.string().nullable(),
});
export type ClearedCase = z.infer<typeof ClearedCase>;

export const Week = z.strictObject({
  monday: z.string(),
  today: z.string(),
  timeZone: z.string(),
  sessions: z.array(ScheduledSession),
  /** Blocked sessions of every week: somebody must act on them. */
  blocked: z.array(ScheduledSession),
});
export type Week = z.infer<typeof Week>;

/** Of which cases; where none are named, of all, and then only the first few are listed. */
export const ClearedQuery = z.strictObject({ cases: idList(50) });
export type ClearedQuery = z.infer<typeof ClearedQuery>;

/** Who may be booked, whose window ends first standing first. */
export const ClearedList = z.strictObject({
  rows: z.array(ClearedCase),
  /** How many there are, listed or not. */
  total: z.number(),
});
export type ClearedList = z.infer<typeof ClearedList>;
