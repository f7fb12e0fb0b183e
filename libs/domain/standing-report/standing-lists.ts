import { type AgeBand, ageBandWords, ageBands } from './aging';
import { type RecordedKind, recordedKindWords, recordedKinds } from './recorded-steps';

/** What the report on where things stand counts, each a list of rows that a number of it can be followed to. */
export const standingLists = [
  'waiting_requests',
  'owed_amounts',
  'expiring_authorizations',
  'used_up_authorizations',
  'ended_authorizations',
  'open_cases',
  'recorded_steps',
] as const;
export type StandingList = (typeof standingLists)[number];

/** How far an authorization that will expire is used: what is left, and whether anything of it is booked. */
export const bookedParts = ['nothing_booked', 'partly_booked', 'fully_booked'] as const;
export type BookedPart = (typeof bookedParts)[number];
export const bookedPartWords: Readonly<Record<BookedPart, string>> = {
  nothing_booked: 'Units left, nothing booked',
  partly_booked: 'Units left, some booked',
  fully_booked: 'No unit left',
};

/** Why an authorization is over: all of it was performed, or its last day has passed. */
export const endedParts = ['exhausted', 'expired'] as const;
export type EndedPart = (typeof endedParts)[number];
export const endedPartWords: Readonly<Record<EndedPart, string>> = {
  exhausted: 'Every unit performed',
  expired: 'Expired with units not performed',
};

/** Of open cases: what the queue calls due, apart by whether its day has passed. */
export const dueParts = ['due_today', 'overdue'] as const;
export type DuePart = (typeof dueParts)[number];
export const duePartWords: Readonly<Record<DuePart, string>> = { due_today: 'Due today', overdue: 'Overdue' };

const parts = {
  waiting_requests: ageBands,
  owed_amounts: ageBands,
  expiring_authorizations: bookedParts,
  used_up_authorizations: [],
  ended_authorizations: endedParts,
  open_cases: dueParts,
  recorded_steps: recordedKinds,
} as const satisfies Readonly<Record<StandingList, readonly string[]>>;

/** What a list can be narrowed to by pressing a number. Only open cases have rows that belong to no part. */
export type StandingPart = AgeBand | BookedPart | EndedPart | DuePart | RecordedKind;
export const standingParts: readonly StandingPart[] = [...new Set(Object.values(parts).flat())];
export const standingPartWords: Readonly<Record<StandingPart, string>> = {
  ...ageBandWords,
  ...bookedPartWords,
  ...endedPartWords,
  ...duePartWords,
  ...recordedKindWords,
};

export function hasPart(list: StandingList, part: StandingPart): boolean {
  return (parts[list] as readonly StandingPart[]).includes(part);
}

/** Within how many days an authorization expires, for the list of those that will. */
export const expiryWindows = [7, 14, 30, 60] as const;
export type ExpiryWindow = (typeof expiryWindows)[number];
export const usualExpiryWindow: ExpiryWindow = 30;

/** How far back authorizations that are over are looked at: long enough for a course and its renewal. */
export const endedWithinMonths = 12;
