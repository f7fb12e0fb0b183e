import type { Day } from '../calendar';

/*
 * The legal public holidays of 5 U.S.C. 6103(a), on the weekday on which they are observed: one that falls on a Saturday on
 * the Friday before (6103(b)), one that falls on a Sunday on the Monday after (Executive Order 11582). Inauguration Day is
 * a holiday in and around Washington only and is not one here. Computed, because a list ends some day.
 */

type HolidayRule =
  | { readonly name: string; readonly month: number; readonly date: number; readonly since?: number }
  | {
      readonly name: string;
      readonly month: number;
      readonly weekday: number;
      readonly nth: number | 'last';
    };

const monday = 1;
const thursday = 4;

const newYearsDay: HolidayRule = { name: 'New Year’s Day', month: 1, date: 1 };

const holidays: readonly HolidayRule[] = [
  newYearsDay,
  { name: 'Birthday of Martin Luther King, Jr.', month: 1, weekday: monday, nth: 3 },
  { name: 'Washington’s Birthday', month: 2, weekday: monday, nth: 3 },
  { name: 'Memorial Day', month: 5, weekday: monday, nth: 'last' },
  { name: 'Juneteenth', month: 6, date: 19, since: 2021 },
  { name: 'Independence Day', month: 7, date: 4 },
  { name: 'Labor Day', month: 9, weekday: monday, nth: 1 },
  { name: 'Columbus Day', month: 10, weekday: monday, nth: 2 },
  { name: 'Veterans Day', month: 11, date: 11 },
  { name: 'Thanksgiving Day', month: 11, weekday: thursday, nth: 4 },
  { name: 'Christmas Day', month: 12, date: 25 },
];

export interface FederalHoliday {
  readonly name: string;
  readonly observedOn: Day;
}

/** The holidays of a year in their order. New Year's Day of a year may be observed on the last day of the year before. */
export function federalHolidays(year: number): readonly FederalHoliday[] {
  return holidays.flatMap((rule) => observedIn(year, rule) ?? []);
}

/** The holiday that is observed on a day, or null. Asked day by day, so only the holidays of its month are computed. */
export function holidayOn(day: Day): string | null {
  const { year, month } = Temporal.PlainDate.from(day);
  const near = holidays.flatMap((rule) => (rule.month === month ? (observedIn(year, rule) ?? []) : []));
  const newYear = month === 12 ? observedIn(year + 1, newYearsDay) : null;
  return [...near, ...(newYear ? [newYear] : [])].find(({ observedOn }) => observedOn === day)?.name ?? null;
}

function observedIn(year: number, rule: HolidayRule): FederalHoliday | null {
  const { name, month } = rule;
  if (!('date' in rule)) return { name, observedOn: nthWeekday(year, rule).toString() };
  if (year < (rule.since ?? year)) return null;
  return { name, observedOn: observed(Temporal.PlainDate.from({ year, month, day: rule.date })).toString() };
}

function observed(date: Temporal.PlainDate): Temporal.PlainDate {
  if (date.dayOfWeek === 6) return date.subtract({ days: 1 });
  return date.dayOfWeek === 7 ? date.add({ days: 1 }) : date;
}

function nthWeekday(
  year: number,
  { month, weekday, nth }: { month: number; weekday: number; nth: number | 'last' },
): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const earliest = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  if (nth !== 'last') return earliest.add({ weeks: nth - 1 });
  const fifth = earliest.add({ weeks: 4 });
  return fifth.month === month ? fifth : earliest.add({ weeks: 3 });
}
