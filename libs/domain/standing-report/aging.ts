/** How long something has waited, in the bands in which the trade ages its receivables. */
export const ageBands = ['to_30', 'to_60', 'to_90', 'to_120', 'beyond'] as const;
export type AgeBand = (typeof ageBands)[number];

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  to_30: '0–30 days',
  to_60: '31–60 days',
  to_90: '61–90 days',
  to_120: '91–120 days',
  beyond: 'Over 120 days',
};

/** The last day of a band that is still in it; the last band has none. */
export const ageBandEnds: readonly (readonly [AgeBand, number])[] = [
  ['to_30', 30],
  ['to_60', 60],
  ['to_90', 90],
  ['to_120', 120],
];

export function ageBandOf(days: number): AgeBand {
  return ageBandEnds.find(([, last]) => days <= last)?.[0] ?? 'beyond';
}
