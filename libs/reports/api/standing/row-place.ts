import { HttpProblem } from '@stipple/http';

/** A place in a list of what stands now: in its order, and of one place the row’s id. */
export type RowPlace = readonly [ordinal: number, id: string];

export function cursorOf(place: RowPlace): string {
  return Buffer.from(place.join(' ')).toString('base64url');
}

/** @throws HttpProblem for what no list has given out */
export function placeOf(cursor: string): RowPlace {
  const [ordinal = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const isPlace = /^-?\d{1,10}$/.test(ordinal) && Math.abs(Number(ordinal)) <= 2_147_483_647;
  if (rest.length > 0 || !isPlace || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[a-z0-9.]*$/.test(id))
    throw new HttpProblem(
      400,
      'cursor_unreadable',
      'This place in the list is no longer known; start again from the top.',
    );
  return [Number(ordinal), id];
}
