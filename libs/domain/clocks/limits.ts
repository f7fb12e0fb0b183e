import type { Instant } from '../calendar';
import { isBefore } from '../calendar';
import type { ClockAnswer, ClockLimits } from './clock-answer';
import type { Due } from './count';

const hoursADay = 24;

/**
 * Amber when half of the time is left, red when a quarter is; of the running time, so that a pause makes nobody nervous.
 * `warnDays` turns amber that many days before the end, where that is earlier.
 */
export function limitsOf(
  start: Instant,
  { ends }: Due,
  { pausedDays = 0, warnDays }: { readonly pausedDays?: number; readonly warnDays?: number } = {},
): ClockLimits {
  const end = Temporal.Instant.from(ends);
  const seconds = Temporal.Instant.from(start).until(end).total('seconds') - pausedDays * hoursADay * 3600;
  const before = (part: number) =>
    end.subtract({ seconds: Math.max(0, Math.round(seconds * part)) }).toString();
  const half = before(0.5);
  const warned = warnDays === undefined ? half : end.subtract({ hours: warnDays * hoursADay }).toString();
  return { amberAt: isBefore(warned, half) ? warned : half, redAt: before(0.25) };
}

/** How much a clock presses at a moment. */
export type ClockPressure = 'calm' | 'amber' | 'red' | 'overdue';

/** Null where nothing runs: no date, not begun, or standing still. */
export function pressureOf(answer: ClockAnswer, now: Instant): ClockPressure | null {
  if (answer.kind !== 'due' && answer.kind !== 'overridden') return null;
  if (isBefore(answer.due.ends, now)) return 'overdue';
  if (answer.limits === null || isBefore(now, answer.limits.amberAt)) return 'calm';
  return isBefore(now, answer.limits.redAt) ? 'amber' : 'red';
}

/** Whether whatever was due came too late, or has not come although it is over. What ends exactly at its end is in time. */
export function isLate(due: Due, cameAt: Instant | null, now: Instant): boolean {
  return isBefore(due.ends, cameAt ?? now);
}
