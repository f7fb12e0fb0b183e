import type { Asked, Trip } from './trip';

/** What stands in a recorded request, and what has to stand there this time. `new` is an id that nothing bears yet. */
export type Pairs = readonly (readonly [recorded: string, value: string])[];

/**
 * A recorded command made anew: of another case, at another time, with other ids. Values are exchanged where they stand
 * alone and, where they are long enough to be nothing else, also within words and JSON.
 */
export function filledIn(trip: Trip, pairs: Pairs, newId: () => string): Trip {
  const known = pairs.map(([recorded, value]) => [recorded, value === 'new' ? newId() : value] as const);
  const whole = new Map(known);
  const inside = known.filter(([recorded]) => recorded.length >= 16);
  const filled = (value: unknown): unknown => {
    if (value instanceof Uint8Array || value === null || value === undefined) return value;
    if (Array.isArray(value)) return value.map(filled);
    if (value instanceof Date) {
      const other = whole.get(value.toISOString());
      return other === undefined ? value : new Date(other);
    }
    if (typeof value === 'number') {
      const other = whole.get(String(value));
      return other === undefined ? value : Number(other);
    }
    if (typeof value !== 'string') return value;
    return whole.get(value) ?? inside.reduce((text, [from, to]) => text.replaceAll(from, to), value);
  };
  return trip.map((group) =>
    group.map((asked): Asked => ({
      ...asked,
      ...(asked.values ? { values: asked.values.map(filled) } : {}),
    })),
  );
}
