import { isDay } from '@stipple/domain';
import { HttpProblem } from '@stipple/http';

/** A place in a list of what was counted: the day, and of one day the id. */
export type ItemPlace = readonly [day: string, id: string];

export function cursorOf(place: ItemPlace): string {
  return Buffer.from(place.join(' ')).toString('base64url');
}

/** @throws HttpProblem for what no list has given out */
export function placeOf(cursor: string): ItemPlace {
  const [day = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (rest.length > 0 || !isDay(day) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new HttpProblem(
      400,
      'cursor_unreadable',
      'This place in the list is no longer known; start again from the top.',
    );
  return [day, id];
}
