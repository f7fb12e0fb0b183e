import { Day, addDays } from '../calendar';
import { holidayOn } from './federal-holidays';

/** Monday to Friday, without the federal holidays. */
export function isBusinessDay(day: Day): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && holidayOn(day) === null;
}

/** That many business days later, or earlier where `days` is negative; the day itself is day 0, whatever day it is. */
export function addBusinessDays(day: Day, days: number): Day {
  const step = Math.sign(days);
  let at = day;
  for (let left = Math.abs(days); left > 0;) {
    at = addDays(at, step);
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
}

/** Business days after `from` up to and including `to`; 0 where `to` is not later. */
export function businessDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let at = from; at < to;) {
    at = addDays(at, 1);
    if (isBusinessDay(at)) count += 1;
  }
  return count;
}

/** The day itself where it is a business day, or the next that is one. */
export function orNextBusinessDay(day: Day): Day {
  return isBusinessDay(day) ? day : addBusinessDays(day, 1);
}
