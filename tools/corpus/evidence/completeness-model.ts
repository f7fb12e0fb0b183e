import type { Dice } from '../dice';

/**
 * By which rule denials hang together with what was on record, in every corpus. Nobody in the clinic can know it; it is
 * what a report that compares complete requests with others is measured against.
 *
 * The odds of a denial are what they are with that payer, times `odds.open` where something was still open when the
 * request went out, times `odds.unconvincing` where the case convinces nobody who reads it, which no record shows. And
 * what does not convince is more often sent with something open: so whoever only counts takes the one for the other.
 */
export const odds = { open: 2, unconvincing: 3 } as const;

/** Before anything is decided: how often a case does not convince, and how often it is sent with something open. */
const unconvincing = 0.35;
const openWith: Readonly<Record<string, number>> = {
  heron: 0.1,
  quarry: 0.3,
  fernbrook: 0.7,
  // The accident that a scar comes from is enough for this one: nothing else can stay open.
  lantern: 0,
  larch: 0.12,
  saltmarsh: 0.25,
};
const moreOftenOpen = 2.5;

/** How its first request is going to be decided; a story knows its end before its beginning. */
export type FirstDecision = 'denied' | 'granted' | 'none';

export interface OnRecord {
  readonly open: boolean;
  readonly unconvincing: boolean;
}

const all: readonly OnRecord[] = [true, false].flatMap((open) =>
  [true, false].map((unconvincing) => ({ open, unconvincing })),
);

/** What goes with such an end at such a payer, by the rule of Bayes: so that the rule above holds, whatever the plots' shares are. */
export function onRecordFor(dice: Dice, payer: string, first: FirstDecision): OnRecord {
  return dice.weighted(all.map((one) => [one, before(payer, one) * likelihood(one, first)] as const));
}

function before(payer: string, { open, unconvincing: weak }: OnRecord): number {
  const base = openWith[payer] ?? 0;
  const share = weak ? (base * moreOftenOpen) / (1 - base + base * moreOftenOpen) : base;
  return (weak ? unconvincing : 1 - unconvincing) * (open ? share : 1 - share);
}

function likelihood({ open, unconvincing: weak }: OnRecord, first: FirstDecision): number {
  if (first === 'none') return 1;
  const against = (open ? odds.open : 1) * (weak ? odds.unconvincing : 1);
  // With even odds for what is complete and convinces; another base would change no ratio of odds.
  return first === 'denied' ? against / (1 + against) : 1 / (1 + against);
}
