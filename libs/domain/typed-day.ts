import { Day, addDays, isDay } from './calendar';

/** Monday is 1, Sunday 7. */
function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The day that many working days later, Monday to Friday. Holidays are worked through: they differ by clinic. */
export function addWorkingDays(day: Day, days: number): Day {
  let at = day;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (weekdayOf(at) <= 5) left -= 1;
  }
  return at;
}

/** In how many working days somebody looks again at a case that is “done for now”. */
export const doneForDays = 3;

/** The Monday after. */
export function nextMonday(day: Day): Day {
  return addDays(day, 8 - weekdayOf(day));
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const spans: Readonly<Record<string, 'days' | 'weeks' | 'months'>> = { d: 'days', w: 'weeks', m: 'months' };

/**
 * A day as somebody types it in a hurry: `tomorrow`, `fri`, `next week`, `10 days`, `3d`, `2 weeks`, `12/5`, `dec 5`,
 * `5 dec`, `2026-12-05`. Without a year the next such day is meant. Null where it names no day.
 */
export function typedDay(typed: string, today: Day): Day | null {
  const text = typed
    .toLowerCase()
    .trim()
    .replace(/^(on|in|until|till)\s+/, '')
    .replace(/\s+/g, ' ');
  if (isDay(text)) return text;
  if (text === 'today') return today;
  if (text === 'next week') return nextMonday(today);
  if (text.length >= 3 && 'tomorrow'.startsWith(text)) return addDays(today, 1);
  return ahead(text, today) ?? weekday(text, today) ?? date(text, today);
}

function ahead(text: string, today: Day): Day | null {
  const [, many, unit = ''] = /^(\d{1,3}) ?(d|days?|w|weeks?|m|months?)$/.exec(text) ?? [];
  const span = spans[unit.charAt(0)];
  return many && span
    ? Temporal.PlainDate.from(today)
        .add({ [span]: Number(many) })
        .toString()
    : null;
}

function weekday(text: string, today: Day): Day | null {
  const name = text.replace(/^next /, '');
  if (name.length < 2) return null;
  const index = weekdays.findIndex((one) => one.startsWith(name));
  return index < 0 ? null : addDays(today, (index + 8 - weekdayOf(today)) % 7 || 7);
}

function date(text: string, today: Day): Day | null {
  const numbers = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(text);
  if (numbers) return dayFrom(today, Number(numbers[1]), Number(numbers[2]), numbers[3]);
  const words =
    /^(?<month>[a-z]{3,9})\.? (?<date>\d{1,2})(?:,? (?<year>\d{4}))?$/.exec(text) ??
    /^(?<date>\d{1,2})\.? (?<month>[a-z]{3,9})(?:,? (?<year>\d{4}))?$/.exec(text);
  if (!words?.groups) return null;
  const { month = '', date: dayOfMonth, year } = words.groups;
  const index = months.findIndex((one) => one.startsWith(month));
  return index < 0 ? null : dayFrom(today, index + 1, Number(dayOfMonth), year);
}

function dayFrom(today: Day, month: number, day: number, year?: string): Day | null {
  const write = (of: number) => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year) return isDay(write(Number(year))) ? write(Number(year)) : null;
  const thisYear = Number(today.slice(0, 4));
  return (
    [0, 1, 2, 3, 4].map((more) => write(thisYear + more)).find((one) => isDay(one) && one >= today) ?? null
  );
}
