import type { ScreeningOutcome } from '../case-facts';

/** How much of what the payer's policy asks for was met when a request went out, as the screening had computed it. */
export const completenessKinds = ['met', 'open', 'not_met'] as const;
export type Completeness = (typeof completenessKinds)[number];

export const completenessWords: Readonly<Record<Completeness, string>> = {
  met: 'Every criterion met',
  open: 'Something still open',
  not_met: 'A criterion not met',
};

/** Of the computed outcome: what a physician signed instead, with a reason, changes nothing about what was on record. */
export const completenessOf: Readonly<Record<ScreeningOutcome, Completeness>> = {
  likely_medical: 'met',
  uncertain: 'open',
  cosmetic: 'not_met',
};
