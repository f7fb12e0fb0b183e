import type { Day } from '@stipple/domain';

/** One entry of a calendar. Calendars are shared and not protected: nothing in it may say who is treated, or for what. */
export interface CalendarEvent {
  /** The same for as long as what it is about exists, so that a second import moves it instead of doubling it. */
  readonly uid: string;
  /** Grows with every change of what it is about. */
  readonly sequence: number;
  /** From one instant to another, or all of a day. */
  readonly when: { readonly startsAt: string; readonly endsAt: string } | { readonly onDay: Day };
  readonly summary: string;
  readonly location: string | null;
  /** A cancelled entry makes the reader's calendar take it away. */
  readonly cancelled: boolean;
}

const lineOctets = 75;

/**
 * A calendar file by RFC 5545. Times are UTC, which every calendar shows on its reader's own clock; a day is the same day
 * everywhere.
 *
 * @param stamp of when what it says was so
 */
export function* calendarFile(
  name: string,
  events: Iterable<CalendarEvent>,
  stamp: string,
): Generator<string> {
  yield folded('BEGIN:VCALENDAR');
  yield folded('VERSION:2.0');
  yield folded('PRODID:-//Stipple//Schedule//EN');
  yield folded('CALSCALE:GREGORIAN');
  yield folded('METHOD:PUBLISH');
  yield folded(`X-WR-CALNAME:${escaped(name)}`);
  for (const event of events) yield* eventLines(event, stamp);
  yield folded('END:VCALENDAR');
}

function* eventLines(event: CalendarEvent, stamp: string): Generator<string> {
  yield folded('BEGIN:VEVENT');
  yield folded(`UID:${event.uid}`);
  yield folded(`DTSTAMP:${utc(stamp)}`);
  yield* timeLines(event.when);
  yield folded(`SEQUENCE:${event.sequence}`);
  yield folded(`STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`);
  // A day's entry keeps nobody from being booked on it.
  yield folded(`TRANSP:${event.cancelled || 'onDay' in event.when ? 'TRANSPARENT' : 'OPAQUE'}`);
  yield folded('CLASS:PRIVATE');
  yield folded(`SUMMARY:${escaped(event.summary)}`);
  if (event.location !== null) yield folded(`LOCATION:${escaped(event.location)}`);
  yield folded('END:VEVENT');
}

/** Without an end, an entry of a day lasts that day: §3.6.1. */
function* timeLines(when: CalendarEvent['when']): Generator<string> {
  if ('onDay' in when) return void (yield folded(`DTSTART;VALUE=DATE:${when.onDay.replaceAll('-', '')}`));
  yield folded(`DTSTART:${utc(when.startsAt)}`);
  yield folded(`DTEND:${utc(when.endsAt)}`);
}

/** `20261201T143000Z` */
function utc(instant: string): string {
  const whole = Temporal.Instant.from(instant).round({ smallestUnit: 'second', roundingMode: 'trunc' });
  return whole.toString().replace(/[-:]/g, '');
}

/** Text as a value: §3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** A content line with its end, broken after at most 75 octets and never within a character: §3.1. */
function folded(line: string): string {
  let lines = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > lineOctets) {
      lines += '\r\n ';
      octets = 1;
    }
    lines += character;
    octets += size;
  }
  return `${lines}\r\n`;
}
