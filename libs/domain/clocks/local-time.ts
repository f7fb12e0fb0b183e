import type { Day, Instant } from '../calendar';
import { Refusal, refusal } from '../refusal';
import { Minute, instantOnWall, isSkipped } from '../wall-clock';

/** A local time as an instant, or why it names none. */
export type LocalTime =
  | { readonly ok: true; readonly instant: Instant }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      /** What can be chosen, earlier first. */ readonly offsets: readonly string[];
    };

/**
 * The instant of a local time as somebody wrote it down. Where the clocks are changed it is refused instead of guessed: an
 * hour more or less decides whether a payer was late. With an offset, such as `-05:00`, it is what the writer meant.
 */
export function instantOfLocalTime(day: Day, minute: Minute, timeZone: string, offset?: string): LocalTime {
  const first = instantOnWall(day, minute, timeZone);
  const skipped = isSkipped(day, minute, timeZone);
  const offsets = offsetsAround(first, timeZone);
  const fitting = skipped ? [] : offsets.filter((one) => isShown(day, minute, timeZone, one));
  if (!skipped && fitting.length === 1) return { ok: true, instant: first };

  const choices = skipped ? offsets : fitting;
  if (offset !== undefined && choices.includes(offset)) return { ok: true, instant: at(day, minute, offset) };
  const time = `${timeWords(minute)} on ${day}`;
  return {
    ok: false,
    offsets: choices,
    refusal: skipped
      ? refusal(
          'time_does_not_exist',
          `The clocks are put forward over ${time}: say which offset is meant.`,
          'offset',
        )
      : refusal(
          'time_happens_twice',
          `The clocks are put back over ${time}, so it comes twice: say which offset is meant.`,
          'offset',
        ),
  };
}

/** The offsets a day before and a day after: two where the clocks are changed in between. */
function offsetsAround(instant: Instant, timeZone: string): readonly string[] {
  const around = Temporal.Instant.from(instant);
  const offsetAt = (one: Temporal.Instant) => one.toZonedDateTimeISO(timeZone).offset;
  return [...new Set([offsetAt(around.subtract({ hours: 24 })), offsetAt(around.add({ hours: 24 }))])];
}

function at(day: Day, minute: Minute, offset: string): Instant {
  return Temporal.Instant.from(`${day}T${timeWords(minute)}:00${offset}`).toString();
}

function isShown(day: Day, minute: Minute, timeZone: string, offset: string): boolean {
  return Temporal.Instant.from(at(day, minute, offset)).toZonedDateTimeISO(timeZone).offset === offset;
}

function timeWords(minute: Minute): string {
  return Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }).toString({
    smallestUnit: 'minute',
  });
}
