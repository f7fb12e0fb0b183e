import { Piece, sideBySide } from './side-by-side';
import { Axis, Lane, TimedSession, WeekDay, laneOf } from './week-days';

/** One column of the calendar: a day of the week, or a clinician or room of one day. */
export interface Column {
  readonly key: string;
  readonly day: string;
  /** Whose column it is; null where a day holds everybody's sessions. */
  readonly lane: Lane | null;
  readonly pieces: readonly Piece<TimedSession>[];
}

/**
 * A week is read day by day, with whatever overlaps side by side: four clinicians times five days would leave four
 * letters of a name. A day has room for a column each.
 */
export function weekColumns(days: readonly WeekDay[], lanes: readonly Lane[]): readonly Column[] {
  const [only] = lanes;
  const lane = lanes.length === 1 && only ? only : null;
  return days.map(({ day, sessions }) => ({ key: day, day, lane, pieces: sideBySide(sessions) }));
}

export function dayColumns(
  { day, sessions }: WeekDay,
  axis: Axis,
  lanes: readonly Lane[],
): readonly Column[] {
  return lanes.map((lane) => ({
    key: `${day} ${lane.id}`,
    day,
    lane,
    pieces: sideBySide(sessions.filter(({ session }) => laneOf(axis, session).id === lane.id)),
  }));
}

/** The column in which a slot stands, counted from 0; -1 when it is not on screen. */
export function columnOf(
  columns: readonly Column[],
  slot: { readonly day: string; readonly laneId: string },
): number {
  return columns.findIndex(({ day, lane }) => day === slot.day && (lane === null || lane.id === slot.laneId));
}
