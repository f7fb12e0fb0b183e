/** How days, times, money and sizes read, in one place. */
import { formatNumber } from '@stipple/domain';

export { formatNumber };

/**
 * English months and week days by hand: the browser's own formats weigh some forty milliseconds of a phone's first second
 * before they have said one day.
 */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Making one costs as much as sixty answers of it, and a page asks it once for every entry: one is kept per zone. */
const time = perZone({ hour: 'numeric', minute: '2-digit' });
const dayAndTime = perZone({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

function perZone(options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const kept = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const format = kept.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone });
    kept.set(timeZone, format);
    return format;
  };
}

/** `Mar 3, 2026` as the clinic's calendar has it; an empty day is a dash. */
export function formatDay(iso: string | null | undefined): string {
  return iso ? `${monthAndDay(iso)}, ${Number(iso.slice(0, 4))}` : '–';
}

/** Without the year where it is the current one. */
export function formatDayShort(iso: string | null | undefined, today: string): string {
  if (!iso) return '–';
  return iso.slice(0, 4) === today.slice(0, 4) ? monthAndDay(iso) : formatDay(iso);
}

export function formatWeekday(iso: string): string {
  return `${weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()]}, ${monthAndDay(iso)}`;
}

function monthAndDay(iso: string): string {
  return `${months[Number(iso.slice(5, 7)) - 1]} ${Number(iso.slice(8, 10))}`;
}

export function formatTime(instant: string, timeZone: string): string {
  return time(timeZone).format(new Date(instant));
}

export function formatDateTime(instant: string, timeZone: string): string {
  return dayAndTime(timeZone).format(new Date(instant));
}

/** `in 3 days`, `today`, `2 days ago`: the distance that decides what to do first. */
export function distance(iso: string, today: string): string {
  const days = Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** How pressing a day is. */
export function urgency(iso: string | null, today: string): 'late' | 'today' | 'soon' | 'later' | 'none' {
  if (iso === null) return 'none';
  if (iso < today) return 'late';
  if (iso === today) return 'today';
  return Date.parse(iso) - Date.parse(today) <= 3 * 86_400_000 ? 'soon' : 'later';
}

export function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function count(many: number, one: string, more = `${one}s`): string {
  return `${formatNumber(many)} ${many === 1 ? one : more}`;
}

/**
 * A wall-clock time of the clinic, such as `2026-12-01T09:30`, as the instant it names. Of a time that comes twice it
 * carries the offset that was chosen, as in `2026-11-01T01:30-05:00`; a form refuses what never comes (`local-time.ts`).
 */
export function instantOf(local: string, timeZone: string): string {
  return /[+-]\d\d:\d\d$/.test(local)
    ? Temporal.Instant.from(local).toString()
    : Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
}

/** An instant as the clinic's wall clock shows it, in the form that date-and-time inputs take. */
export function localOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** What is there, side by side: empty parts leave no trace. */
export function joined(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** Two letters for a person: `Dr. Lena Hart` and `Hart, Lena` are both LH. */
export function initials(name: string): string {
  const [family, given] = name.split(',');
  const words = (given ? `${given} ${family}` : name)
    .trim()
    .replace(/^Dr\.? /, '')
    .split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('');
}

/** As lists show people: the family name first, as one looks for it. */
export function formatName(family: string, given: string): string {
  return [family, given].filter(Boolean).join(', ');
}

/** How long a clock of hours still runs: `2 days 4 h left`, `3 h 20 min left`, `13 days late`. Both are instants. */
export function clockWords(until: string, now: string): string {
  const minutes = Math.round((Date.parse(until) - Date.parse(now)) / 60_000);
  if (minutes === 0) return 'due now';
  return `${spanWords(Math.abs(minutes))} ${minutes > 0 ? 'left' : 'late'}`;
}

/** How long a clock of days still runs: `3 days left`, `due today`, `13 days late`. Both are days of the clinic. */
export function dayClockWords(until: string, today: string): string {
  const days = Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000);
  if (days === 0) return 'due today';
  return `${count(Math.abs(days), 'day')} ${days > 0 ? 'left' : 'late'}`;
}

/** The two largest units that say something; beyond three days hours say nothing. */
function spanWords(minutes: number): string {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days > 3) return count(days, 'day');
  const parts =
    days > 0
      ? [count(days, 'day'), hours > 0 && `${hours} h`]
      : [hours > 0 && `${hours} h`, minutes % 60 > 0 && `${minutes % 60} min`];
  return parts.filter(Boolean).join(' ');
}
