/*
 * Days by counting, and nothing of the product's: what is expected of its calendar must not come from its calendar.
 * A day is `YYYY-MM-DD`; it is counted as whole days since 1970, for which no time zone and no daylight saving matters.
 */

const millisecondsADay = 86_400_000;
const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / millisecondsADay;
const dayOfNumber = (days: number) => new Date(days * millisecondsADay).toISOString().slice(0, 10);

export const plusDays = (day: string, days: number) => dayOfNumber(number(day) + days);
export const daysFrom = (one: string, other: string) => number(other) - number(one);

const inNewYork = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
/** The calendar day on which a moment falls where all invented clinics and payers are. */
export const localDay = (instant: string) => inNewYork.format(Date.parse(instant));

export function plusBusinessDays(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = plusDays(at, 1);
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
}

// 1 January 1970 was a Thursday; 0 is Sunday.
const weekday = (day: string) => (((number(day) + 4) % 7) + 7) % 7;

function isBusinessDay(day: string): boolean {
  if ([0, 6].includes(weekday(day)) || isFederalHoliday(day)) return false;
  // What falls on a Saturday is kept on Friday, what falls on a Sunday on Monday.
  if (weekday(day) === 5 && isFixedHoliday(plusDays(day, 1))) return false;
  return !(weekday(day) === 1 && isFixedHoliday(plusDays(day, -1)));
}

const isFixedHoliday = (day: string) => ['01-01', '06-19', '07-04', '11-11', '12-25'].includes(day.slice(5));

/** Monday or Thursday of a month, counted from its beginning; -1 is the last one. */
const movable: readonly (readonly [month: number, weekday: number, which: number])[] = [
  [1, 1, 3],
  [2, 1, 3],
  [5, 1, -1],
  [9, 1, 1],
  [10, 1, 2],
  [11, 4, 4],
];

function isFederalHoliday(day: string): boolean {
  if (isFixedHoliday(day)) return true;
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  return movable.some(
    ([inMonth, on, which]) =>
      inMonth === month &&
      on === weekday(day) &&
      (which === -1 ? plusDays(day, 7).slice(5, 7) !== day.slice(5, 7) : Math.ceil(date / 7) === which),
  );
}
