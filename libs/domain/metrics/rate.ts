/** With fewer than this, a share says more about chance than about a payer: screens grey it. */
export const enoughToRate = 10;

export interface Rate {
  readonly part: number;
  readonly whole: number;
  /** Between 0 and 1, with the 95% interval around it; null when nothing was decided. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  /** Whether the numbers are large enough to conclude anything from them. */
  readonly enough: boolean;
}

/** A share with its Wilson score interval, which holds for small numbers and for shares near 0 and 1. */
export function rateOf(part: number, whole: number): Rate {
  if (whole === 0) return { part, whole, share: null, low: 0, high: 1, enough: false };
  const z = 1.959964;
  const share = part / whole;
  const scale = 1 + z ** 2 / whole;
  const middle = (share + z ** 2 / (2 * whole)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  const low = part === 0 ? 0 : middle - reach;
  const high = part === whole ? 1 : middle + reach;
  return { part, whole, share, low, high, enough: whole >= enoughToRate };
}
