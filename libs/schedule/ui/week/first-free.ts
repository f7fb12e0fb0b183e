import type { ScheduledSession } from '@stipple/contracts';
import { Slot, quarter } from './slot';
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

/** The first free time of the week that a clearance seems to cover; where there is none, the first of the week. */
export function firstFreeSlot(search: Search): Slot | null {
  const { days, lanes, hours, minutes, now } = search;
  // Appointments begin when people do, not at seven.
  const begin = Math.max(hours.from, 9) * 60;
  for (const day of days) {
    for (let minute = begin; minute + minutes <= hours.to * 60; minute += quarter) {
      if (day < now.day || (day === now.day && minute <= now.minute)) continue;
      const taken = search.taken({ day, from: minute, to: minute + minutes });
      if (!search.hasPartner(taken)) continue;
      const free = lanes.find(
        ({ id }) => search.covers(day, id) && taken.every(({ session }) => search.laneId(session) !== id),
      );
      if (free) return { day, minute, laneId: free.id };
    }
  }
  const [day, lane] = [days.find((one) => one >= now.day) ?? days[0], lanes[0]];
  return day === undefined || lane === undefined ? null : { day, minute: begin, laneId: lane.id };
}
