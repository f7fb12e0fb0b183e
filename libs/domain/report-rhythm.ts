import { type Day, addDays, addMonths } from './calendar';

export const reportRhythms = ['week', 'month'] as const;

/** When a report comes: each week on a weekday, Monday being 1, or each month on a day of it. */
export interface ReportRhythm {
  readonly every: (typeof reportRhythms)[number];
  readonly on: number;
}

export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** The first day after this one on which the report comes. A month that is too short has it on its last day. */
export function nextRunOn({ every, on }: ReportRhythm, after: Day): Day {
  if (every === 'week') {
    const ahead = (on - Temporal.PlainDate.from(after).dayOfWeek + 7) % 7;
    return addDays(after, ahead === 0 ? 7 : ahead);
  }
  const first = `${after.slice(0, 7)}-01`;
  const inThisMonth = dayInMonth(first, on);
  return inThisMonth > after ? inThisMonth : dayInMonth(addMonths(first, 1), on);
}

const dayInMonth = (first: Day, on: number): Day =>
  Temporal.PlainDate.from(first).with({ day: on }, { overflow: 'constrain' }).toString();

/** As “Each Monday” or “Each month on day 31, or its last”. */
export function rhythmInWords({ every, on }: ReportRhythm): string {
  if (every === 'week') return `Each ${weekdayNames[on - 1] ?? ''}`;
  return `Each month on day ${on}${on > 28 ? ', or its last' : ''}`;
}
