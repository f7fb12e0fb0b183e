/** A calendar day as `YYYY-MM-DD`, in the clinic's own zone. Strings of this form sort as the days do. */
export type Day = string;
/** A point in time as ISO 8601 with offset or `Z`. */
export type Instant = string;

/** What the clock says. Passed in, never read: the domain has no clock of its own. */
export interface Clock {
  readonly now: Instant;
  readonly today: Day;
  /** IANA name of the clinic's zone, such as `America/New_York`. */
  readonly timeZone: string;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Whole days from one day to another: negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

export function dayOf(instant: Instant, timeZone: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function isWithin(day: Day, opens: Day, closes: Day): boolean {
  return opens <= day && day <= closes;
}

/** Whether text is a point in time, with an offset that exists on earth and no finer than a nanosecond. */
export function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
  } catch {
    return false;
  }
  const [, hours = '0'] = /[+-](\d\d):?\d\d$/.exec(text) ?? [];
  return Number(hours) <= 14;
}

/** Whether one point in time lies before another, whatever offsets they are written with. */
export function isBefore(one: Instant, other: Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

/** Whether it lies in the future, by more than the five minutes that clocks may disagree. */
export function isAhead(instant: Instant, clock: Pick<Clock, 'now'>): boolean {
  return isBefore(Temporal.Instant.from(clock.now).add({ minutes: 5 }).toString(), instant);
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `3 March 2026`: unambiguous for every reader. */
export function dayInWords(day: Day): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return `${date} ${months[month - 1]} ${year}`;
}
