import { addDays } from '@stipple/domain';
import { instantOf } from '@stipple/ui';
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

/** Up and down a quarter of an hour, left and right a lane; past the last lane comes the next day. */
export function nudged(
  slot: Slot,
  by: { down?: number; right?: number },
  length: number,
  board: Board,
): Slot {
  const { from, to } = board.hours;
  const minute = Math.min(
    Math.max(slot.minute + (by.down ?? 0) * quarter, from * 60),
    Math.max(from * 60, to * 60 - length),
  );
  if (!by.right) return { ...slot, minute };
  const place = board.lanes.findIndex(({ id }) => id === slot.laneId) + by.right;
  const lane = board.lanes[place];
  if (lane) return { ...slot, minute, laneId: lane.id };
  const edge = by.right > 0 ? board.lanes[0] : board.lanes.at(-1);
  return { day: nextDay(slot.day, by.right, board.weekend), minute, laneId: edge?.id ?? slot.laneId };
}

function nextDay(day: string, by: number, weekend: boolean): string {
  let next = addDays(day, by);
  while (!weekend && isWeekend(next)) next = addDays(next, by);
  return next;
}

/** A minute of a day on the clinic's wall clock, as the instant it names. */
export function instantAt(day: string, minute: number, timeZone: string): string {
  return instantOf(`${day}T${clockOf(minute)}`, timeZone);
}

export function clockOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The quarter of an hour under a pointer, given how far down the day it is (0 to 1). */
export function minuteAt(depth: number, hours: Hours, length: number): number {
  const minute = hours.from * 60 + depth * (hours.to - hours.from) * 60;
  const latest = Math.max(hours.from * 60, hours.to * 60 - length);
  return Math.min(Math.max(Math.floor(minute / quarter) * quarter, hours.from * 60), latest);
}
