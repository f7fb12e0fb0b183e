import type { PriceLine } from '../money';

/** Which units of an agreement a session uses: so many were used before it, and so many it takes. */
export interface UnitsUsed {
  readonly before: number;
  readonly now: number;
}

/**
 * What a performed session costs: of each price line the pieces that have become due with it. A line of three pieces in
 * a course of three is one at each session; one single piece, such as an add-on nobody tied to a day, comes with the
 * last session, so that nothing is charged before it surely was done. Over a whole course every piece is charged
 * exactly once, in whole cents, whatever the sessions’ sizes.
 */
export function linesOfSession(
  { lines, sessions }: { readonly lines: readonly PriceLine[]; readonly sessions: number },
  { before, now }: UnitsUsed,
): readonly PriceLine[] {
  const through = Math.min(before + now, sessions);
  return lines.flatMap((line) => {
    const pieces = piecesThrough(line, through, sessions) - piecesThrough(line, before, sessions);
    return pieces > 0 && line.unitCents > 0 ? [{ ...line, quantity: pieces }] : [];
  });
}

const piecesThrough = ({ quantity }: PriceLine, units: number, sessions: number) =>
  Math.floor((quantity * Math.min(units, sessions)) / sessions);
