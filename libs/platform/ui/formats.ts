/** How days, times, money and sizes read, in one place. */

const day = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayWithoutYear = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** `3 Mar 2026` as the clinic's calendar has it; an empty day is a dash. */
export function formatDay(iso: string | null | undefined): string {
  return iso ? day.format(new Date(`${iso}T00:00:00Z`)) : '–';
}

/** Without the year where it is the current one. */
export function formatDayShort(iso: string | null | undefined, today: string): string {
  if (!iso) return '–';
  return iso.slice(0, 4) === today.slice(0, 4)
    ? dayWithoutYear.format(new Date(`${iso}T00:00:00Z`))
    : formatDay(iso);
}

export function formatWeekday(iso: string): string {
  return weekday.format(new Date(`${iso}T00:00:00Z`));
}

export function formatTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone }).format(
    new Date(instant),
  );
}

export function formatDateTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant));
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
  return `${many.toLocaleString('en-US')} ${many === 1 ? one : more}`;
}

/** A wall-clock time of the clinic, such as `2026-12-01T09:30`, as the instant it names. */
export function instantOf(local: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
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
