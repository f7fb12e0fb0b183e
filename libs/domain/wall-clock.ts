import type { Day, Instant } from './calendar';

/** Minutes since midnight as the clock on the clinic’s wall shows them: two in the morning is 120, also when clocks change. */
export type Minute = number;

/**
 * A time on the clinic’s wall clock as the instant it names. Where the clock shows it twice it is the first one; where
 * the clock skips it, it is as much later as the clock was put forward.
 */
export function instantOnWall(day: Day, minute: Minute, timeZone: string): Instant {
  return wallTime(day, minute).toZonedDateTime(timeZone).toInstant().toString();
}

/** Where an instant stands on the clinic’s wall clock. */
export function wallClockOf(
  instant: Instant,
  timeZone: string,
): { readonly day: Day; readonly minute: Minute } {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return { day: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute };
}

/** Whether the clocks are put forward over this time, so that it never comes. */
export function isSkipped(day: Day, minute: Minute, timeZone: string): boolean {
  const shown = wallClockOf(instantOnWall(day, minute, timeZone), timeZone);
  return shown.day !== day || shown.minute !== minute;
}

function wallTime(day: Day, minute: Minute): Temporal.PlainDateTime {
  return Temporal.PlainDate.from(day).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
}
