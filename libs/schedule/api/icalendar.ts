/** One entry of a calendar. Calendars are shared and not protected: nothing in it may say who is treated, or for what. */
export interface CalendarEvent {
  /** The same for as long as the session exists, so that a second import moves it instead of doubling it. */
  readonly uid: string;
  /** Grows with every change of the session. */
  readonly sequence: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly summary: string;
  readonly location: string;
  /** A cancelled entry makes the reader's calendar take it away. */
  readonly cancelled: boolean;
}

const lineOctets = 75;

/** A calendar file by RFC 5545. Times are UTC, which every calendar shows on its reader's own clock. */
export function* calendarFile(name: string, events: Iterable<CalendarEvent>, now: string): Generator<string> {
  yield folded('BEGIN:VCALENDAR');
  yield folded('VERSION:2.0');
  yield folded('PRODID:-//Stipple//Schedule//EN');
  yield folded('CALSCALE:GREGORIAN');
  yield folded('METHOD:PUBLISH');
  yield folded(`X-WR-CALNAME:${escaped(name)}`);
  for (const event of events) yield* eventLines(event, now);
  yield folded('END:VCALENDAR');
}

function* eventLines(event: CalendarEvent, now: string): Generator<string> {
  yield folded('BEGIN:VEVENT');
  yield folded(`UID:${event.uid}`);
  yield folded(`DTSTAMP:${utc(now)}`);
  yield folded(`DTSTART:${utc(event.startsAt)}`);
  yield folded(`DTEND:${utc(event.endsAt)}`);
  yield folded(`SEQUENCE:${event.sequence}`);
  yield folded(`STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`);
  yield folded(`TRANSP:${event.cancelled ? 'TRANSPARENT' : 'OPAQUE'}`);
  yield folded('CLASS:PRIVATE');
  yield folded(`SUMMARY:${escaped(event.summary)}`);
  yield folded(`LOCATION:${escaped(event.location)}`);
  yield folded('END:VEVENT');
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
