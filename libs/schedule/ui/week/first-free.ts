import type { ScheduledSession } from '@stipple/contracts';
import { addDays } from '@stipple/domain';
import { Slot, nextDay, quarter } from './slot';
import type { Hours, Lane, TimedSession } from './week-days';

/** Where to look: the days and lanes on screen, and what is taken there. */
export interface Search {
  readonly days: readonly string[];
  readonly lanes: readonly Lane[];
  readonly hours: Hours;
  readonly minutes: number;
  readonly now: { readonly day: string; readonly minute: number };
  covers(day: string, laneId: string): boolean;
  taken(span: { day: string; from: number; to: number }): readonly TimedSession[];
  laneId(session: ScheduledSession): string;
  /** Whether a room is free beside the clinician, or a clinician beside the room. */
  hasPartner(taken: readonly TimedSession[]): boolean;
}

/** Appointments begin when people do, not at seven. */
function beginOf({ from }: Hours): number {
  return Math.max(from, 9) * 60;
}

/** The first free time on screen that a clearance seems to cover; null where there is none. */
export function firstFreeSlot(search: Search): Slot | null {
  const { days, lanes, hours, minutes, now } = search;
  for (const day of days) {
    for (let minute = beginOf(hours); minute + minutes <= hours.to * 60; minute += quarter) {
      if (day < now.day || (day === now.day && minute <= now.minute)) continue;
      const taken = search.taken({ day, from: minute, to: minute + minutes });
      if (!search.hasPartner(taken)) continue;
      const free = lanes.find(
        ({ id }) => search.covers(day, id) && taken.every(({ session }) => search.laneId(session) !== id),
      );
      if (free) return { day, minute, laneId: free.id };
    }
  }
  return null;
}

/**
 * Where to look on when nothing on screen is free: the first working day after it on which the clearance is open; where
 * it has closed by then, the first day on screen, so that its marker says why.
 */
export function slotBeyond(search: Search, opensOn: string, closesOn: string): Slot | null {
  const { days, lanes, hours, now } = search;
  const [lane, last] = [lanes[0], days.at(-1)];
  if (lane === undefined || last === undefined) return null;
  const from = [addDays(last, 1), opensOn, now.day].reduce((one, other) => (one > other ? one : other));
  const next = nextDay(addDays(from, -1), 1, false);
  const here = days.find((one) => one >= now.day) ?? last;
  return { day: next <= closesOn ? next : here, minute: beginOf(hours), laneId: lane.id };
}
