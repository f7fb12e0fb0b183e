import type { Directory, ScheduledSession, Week } from '@stipple/contracts';
import { addDays, wallClockOf } from '@stipple/domain';

/** What the lanes of a day stand for. */
export type Axis = 'clinician' | 'room';

export interface Lane {
  readonly id: string;
  readonly name: string;
}

/** A session on the clinic's wall clock: minutes since midnight. One that runs past midnight ends with its day. */
export interface TimedSession {
  readonly session: ScheduledSession;
  readonly from: number;
  readonly to: number;
}

export interface WeekDay {
  readonly day: string;
  readonly weekend: boolean;
  readonly sessions: readonly TimedSession[];
}

export interface Hours {
  readonly from: number;
  readonly to: number;
}

const workingHours: Hours = { from: 7, to: 19 };
const dayEnds = 24 * 60;
const shownAtLeast = 15;

export function laneOf(axis: Axis, session: ScheduledSession): Lane {
  return axis === 'clinician'
    ? { id: session.clinicianId, name: session.clinician }
    : { id: session.roomId, name: session.room };
}

/** Everybody, or every room, that may have a session, and those that have one though they are no longer offered. */
export function lanesOf(
  axis: Axis,
  week: Week,
  directory: Pick<Directory, 'clinicians' | 'rooms'> | undefined,
): readonly Lane[] {
  const offered = (axis === 'clinician' ? directory?.clinicians : directory?.rooms) ?? [];
  const lanes = new Map<string, Lane>(offered.map(({ id, name }) => [id, { id, name }]));
  for (const session of week.sessions) {
    const lane = laneOf(axis, session);
    if (!lanes.has(lane.id)) lanes.set(lane.id, lane);
  }
  return [...lanes.values()].sort((one, other) =>
    one.name.localeCompare(other.name, 'en', { numeric: true }),
  );
}

export function timed(sessions: readonly ScheduledSession[], timeZone: string): readonly TimedSession[] {
  return sessions.map((session) => {
    const from = wallClockOf(session.startsAt, timeZone).minute;
    const ends = wallClockOf(session.endsAt, timeZone);
    // In the hour that clocks show twice a session would end before it begins.
    const to = ends.day > session.day ? dayEnds : Math.max(ends.minute, from + shownAtLeast);
    return { session, from, to };
  });
}

/** The seven days with their sessions, as far as they lie in the lanes on screen. */
export function weekDays(
  monday: string,
  sessions: readonly TimedSession[],
  axis: Axis,
  lanes: readonly Lane[],
): readonly WeekDay[] {
  const shown = new Set(lanes.map(({ id }) => id));
  const kept = sessions.filter(({ session }) => shown.has(laneOf(axis, session).id));
  return [0, 1, 2, 3, 4, 5, 6].map((ahead) => {
    const day = addDays(monday, ahead);
    const own = kept.filter(({ session }) => session.day === day);
    return {
      day,
      weekend: ahead > 4,
      sessions: own,
    };
  });
}

/** From seven to seven, and further where a session lies outside. */
export function hoursOf(sessions: readonly TimedSession[]): Hours {
  return {
    from: Math.min(workingHours.from, ...sessions.map(({ from }) => Math.floor(from / 60))),
    to: Math.max(workingHours.to, ...sessions.map(({ to }) => Math.ceil(to / 60))),
  };
}

/** How far down the day a minute lies, from 0 at the first hour shown to 1 at the last. */
export function depthOf(minute: number, hours: Hours): number {
  return (minute - hours.from * 60) / ((hours.to - hours.from) * 60);
}
