import { Day, Instant, addDays, dayInWords, dayOf, isDay } from '../calendar';
import { addBusinessDays, isBusinessDay, orNextBusinessDay } from './business-days';
import type { ClockRule } from './clock-rule';
import { Moment, dayOfMoment, instantOfMoment, momentInWords } from './start-events';

/** When a clock ends. A clock of days runs until 23:59:59 of its last day on the local clock. */
export interface Due {
  readonly precision: 'instant' | 'day';
  readonly day: Day;
  readonly ends: Instant;
}

export type Counted = Pick<ClockRule, 'amount' | 'unit' | 'counts' | 'noMatchingDay' | 'roll'>;

export function dueOnDay(day: Day, timeZone: string): Due {
  const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '23:59:59' });
  return { precision: 'day', day, ends: end.toInstant().toString() };
}

export function dueAtInstant(instant: Instant, timeZone: string): Due {
  return {
    precision: 'instant',
    day: dayOf(instant, timeZone),
    ends: Temporal.Instant.from(instant).toString(),
  };
}

export function dueOf(moment: Moment, timeZone: string): Due {
  return isDay(moment) ? dueOnDay(moment, timeZone) : dueAtInstant(moment, timeZone);
}

/**
 * Counts a period from a moment. Hours are absolute time, also over a change of the clocks; everything else is counted in
 * days of the local calendar, the day of the event being day 0.
 */
export function countFrom(moment: Moment, period: Counted, timeZone: string): Due {
  const amount = period.counts === 'before' ? -period.amount : period.amount;
  if (period.unit === 'hours') {
    const start = Temporal.Instant.from(instantOfMoment(moment, timeZone));
    return dueAtInstant(start.add({ hours: amount }).toString(), timeZone);
  }
  const day = countDays(dayOfMoment(moment, timeZone), amount, period);
  return dueOnDay(period.roll === undefined ? day : orNextBusinessDay(day), timeZone);
}

function countDays(day: Day, amount: number, { unit, noMatchingDay }: Counted): Day {
  if (unit === 'calendar_days') return addDays(day, amount);
  if (unit === 'business_days') return addBusinessDays(day, amount);
  const start = Temporal.PlainDate.from(day);
  const end = start.add({ months: amount });
  return noMatchingDay !== undefined && end.day !== start.day
    ? end.add({ days: 1 }).toString()
    : end.toString();
}

/** Adds to an end that was counted already, hours to an instant and days to a day. */
export function extendBy(
  due: Due,
  { amount, unit }: Pick<ClockRule, 'amount' | 'unit'>,
  timeZone: string,
): Due {
  if (due.precision === 'day' || unit === 'hours')
    return countFrom(due.precision === 'day' ? due.day : due.ends, { amount, unit }, timeZone);
  // A clock of hours stays one: so many days later at the same time of day.
  const day = countDays(due.day, amount, { amount, unit });
  const time = Temporal.Instant.from(due.ends).toZonedDateTimeISO(timeZone).toPlainTime();
  const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time });
  return dueAtInstant(end.toInstant().toString(), timeZone);
}

/** `15 calendar days`, `1 hour`. */
export function amountWords({ amount, unit }: Pick<ClockRule, 'amount' | 'unit'>): string {
  const words = unit.replace('_', ' ');
  return `${amount} ${amount === 1 ? words.slice(0, -1) : words}`;
}

/** `7 January 2027`; an instant with the time of day. */
export function dueWords({ precision, day, ends }: Due, timeZone: string): string {
  return precision === 'day' ? dayInWords(day) : momentInWords(ends, timeZone);
}

/** The step from a start to its end, in words; a second one where the end moved off a weekend or a holiday. */
export function countSteps(moment: Moment, period: Counted, timeZone: string): readonly string[] {
  const end = countFrom(moment, { ...period, roll: undefined }, timeZone);
  const sign = period.counts === 'before' ? '−' : '+';
  const counted = `${sign} ${amountWords(period)}: ${dueWords(end, timeZone)}`;
  const noSuchDay =
    period.unit === 'months' &&
    end.day !==
      Temporal.PlainDate.from(dayOfMoment(moment, timeZone)).add({ months: period.amount }).toString();
  const step = noSuchDay ? `${counted}, as the month has no such day` : counted;
  if (period.roll === undefined || isBusinessDay(end.day)) return [step];
  return [
    step,
    `No business day, so the next one: ${dueWords(countFrom(moment, period, timeZone), timeZone)}`,
  ];
}
