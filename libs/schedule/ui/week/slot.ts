import { addDays } from '@stipple/domain';
import type { Hours, Lane } from './week-days';

/** A place on the calendar: a day, a minute of it, and the clinician or room whose lane it is. */
export interface Slot {
  readonly day: string;
  readonly minute: number;
  readonly laneId: string;
}

/** What a slot moves within. */
export interface Board {
  readonly lanes: readonly Lane[];
  readonly hours: Hours;
  readonly weekend: boolean;
}

export const quarter = 15;
export const shortest = 15;
export const longest = 8 * 60;

export function isWeekend(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek > 5;
}

/** The Monday of a day's week; what is no day stays as it is, for the server to refuse. */
export function mondayOf(day: string): string {
  try {
    const date = Temporal.PlainDate.from(day);
    return date.subtract({ days: date.dayOfWeek - 1 }).toString();
  } catch {
    return day;
  }
}

/** How far a slot is moved: quarters of an hour down, days and lanes to the right. */
export interface Nudge {
  readonly down?: number;
  readonly days?: number;
  readonly lanes?: number;
}

/** Past the last lane comes the next day. */
export function nudged(slot: Slot, by: Nudge, length: number, board: Board): Slot {
  const { from, to } = board.hours;
  const minute = Math.min(
    Math.max(slot.minute + (by.down ?? 0) * quarter, from * 60),
    Math.max(from * 60, to * 60 - length),
  );
  const day = by.days ? nextDay(slot.day, by.days, board.weekend) : slot.day;
  if (!by.lanes) return { ...slot, day, minute };
  const lane = board.lanes[board.lanes.findIndex(({ id }) => id === slot.laneId) + by.lanes];
  if (lane) return { day, minute, laneId: lane.id };
  const edge = by.lanes > 0 ? board.lanes[0] : board.lanes.at(-1);
  return { day: nextDay(day, by.lanes, board.weekend), minute, laneId: edge?.id ?? slot.laneId };
}

/** A week is seven days, whatever they are; by single days a hidden weekend is stepped over. */
export function nextDay(day: string, by: number, weekend: boolean): string {
  let next = addDays(day, by);
  while (!weekend && isWeekend(next)) next = addDays(next, Math.sign(by));
  return next;
}

export function clockOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/**
 * The quarter of an hour under a pointer, given how far down the day it is (0 to 1).
 *
 * @param grip how many minutes below its beginning a session was taken hold of
 */
export function minuteAt(depth: number, hours: Hours, length: number, grip = 0): number {
  const minute = hours.from * 60 + depth * (hours.to - hours.from) * 60 - grip;
  const latest = Math.max(hours.from * 60, hours.to * 60 - length);
  const snapped = grip === 0 ? Math.floor(minute / quarter) : Math.round(minute / quarter);
  return Math.min(Math.max(snapped * quarter, hours.from * 60), latest);
}
