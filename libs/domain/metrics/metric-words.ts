import type { MetricVersion } from './metric';

/** Since when figures are told by these definitions. */
const since = '2026-11-30';
export const everyMode = ['event', 'case'] as const;
export const byDecision =
  'The day the payer decided, on the clinic’s calendar. By case: the day of its first decision.';
export const byDenial =
  'The day of the denial, on the clinic’s calendar. By case: the day of its first denial.';
export const undecided =
  'Requests that were rejected without review, withdrawn, cancelled, answered “no action required”, or approved by phone without proof so far.';
export const decisions =
  'Requests with a first decision: approved, partly approved, approved with changes, or denied. Each request is decided once. By case: cases with a decision.';
export const percentiles =
  'The median, and the ninth decile beside it; between two values it is interpolated in proportion (R’s type 7).';

export const neverSent = 'Cases in which nothing was sent to a payer; open cases.';
export const byClosing =
  'The day on which the case was closed, the last time; times are those at which moves were recorded. Attributed by the first request that was sent.';
export const atFees =
  'A sum, at the fees of the clinic’s own worksheets: of what was asked of payers, not of what a claim would be paid.';

export const first = (
  words: Omit<MetricVersion, 'version' | 'since' | 'change'>,
): readonly [MetricVersion] => [{ version: 1, since, change: null, ...words }];

/** As counted until classes were read as on the page of the case, and since. */
export const reclassed = (
  words: Omit<MetricVersion, 'version' | 'since' | 'change'>,
): readonly [MetricVersion, MetricVersion] => [
  {
    version: 2,
    since: '2026-11-29',
    change:
      'A class is read from the reason, the remarks and what whoever read the letter stated, as on the page of the case. Version 1 read it from the reason alone.',
    ...words,
  },
  { version: 1, since: '2026-11-23', change: null, ...words },
];
