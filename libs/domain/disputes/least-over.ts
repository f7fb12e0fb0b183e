import type { Cents } from '../money';

/** From how much over its estimate a bill can be disputed: 45 CFR 149.620(b). By itself, so that a form need not bring every clock. */
export const leastOverCents: Cents = 40_000;
