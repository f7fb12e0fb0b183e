import type { ClearedCase, ScheduledSession } from '@stipple/contracts';
import { sessionLooks } from '@stipple/cases-ui';

const weekday = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const wholeDay = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const span = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
const hour = new Intl.DateTimeFormat('en-US', { hour: 'numeric', timeZone: 'UTC' });

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
const minuteOfAnyDay = (minute: number) => new Date(minute * 60_000);

/** `Tue, Dec 1` */
export const dayWords = (day: string): string => weekday.format(midnight(day));

/** `Tuesday, December 1, 2026` */
export const wholeDayWords = (day: string): string => wholeDay.format(midnight(day));

/** `Nov 30 – Dec 6, 2026` */
export const weekWords = (monday: string, sunday: string): string =>
  span.formatRange(midnight(monday), midnight(sunday));

/** `7 AM` for a line of the grid. */
export const hourWords = (hours: number): string => hour.format(minuteOfAnyDay(hours * 60));

/** `9:00 – 10:00 AM`, from minutes since midnight on the clinic's wall clock. */
export const spanWords = (from: number, to: number): string =>
  clock.formatRange(minuteOfAnyDay(from), minuteOfAnyDay(to));

/** `9:00 AM` */
export const timeWords = (minute: number): string => clock.format(minuteOfAnyDay(minute));

/** Minutes since midnight on the wall clock of a `2026-12-01T09:30`. */
export function minuteOf(local: string): number {
  return Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
}

/** `Hart`: families tell clinicians apart. */
export function familyOf(clinician: string): string {
  const bare = clinician.replace(/,.*$/, '');
  return bare.split(' ').at(-1) ?? bare;
}

/** What opened the calendar to this booking, in words. */
export function sourceOf(cleared: Pick<ClearedCase, 'number'>): string {
  return cleared.number === null ? 'Self-pay agreement' : `Authorization ${cleared.number}`;
}

export function clearanceOf({ clearance }: Pick<ScheduledSession, 'clearance'>): string {
  return clearance === 'Self-pay' ? 'self-pay agreement' : `authorization ${clearance}`;
}

/** What a block’s place and colour say, for whoever does not see them; follows its name and time. */
export function sessionSentence(session: ScheduledSession): string {
  const why = session.blockedBecause === null ? '' : ` Blocked because: ${session.blockedBecause}`;
  return `, ${wholeDayWords(session.day)}, ${sessionLooks[session.state].words}, code ${session.procedureCode} on ${clearanceOf(session)}, with ${session.clinician} in ${session.room}.${why}`;
}
