import type { MetricMode } from '@stipple/domain';

/** Whose rows, and which days of them: `period` follows the name of the day, as `BETWEEN … AND …`. */
interface Within {
  readonly clinic: string;
  readonly period: string;
}

/**
 * What is counted, one row each: `r` is the request it is attributed to, as `stipple.reported_request` keeps it. Figure,
 * cell and the list of cases behind either are read from the very same rows.
 */
export interface Population {
  readonly from: string;
  /** Among which rows it lies; populations that have this in common can be counted in one reading. */
  readonly within: string;
  /** Which of these it is. */
  readonly which: string;
  /** The day it is counted on. */
  readonly day: string;
  /** What is counted, by its id and its state. */
  readonly id: string;
  readonly outcome: string;
}

export const populationNames = ['decisions', 'denials', 'challenges', 'closed_cases', 'sent_cases'] as const;
export type PopulationName = (typeof populationNames)[number];

/** A payer's answer to what was asked; none of the states in which nothing was reviewed, or nothing is sure. */
const decided = `r.state IN ('approved', 'partial', 'modified', 'denied')`;

const requests = (which: string, { clinic, period }: Within): Population => ({
  from: 'stipple.reported_request r',
  within: `r.clinic_id = ${clinic} AND ${decided} AND r.decided_on ${period}`,
  which,
  day: 'r.decided_on',
  id: 'r.id',
  outcome: 'r.state',
});

/** In whose case none was sent has none: that leaves few rows, and an index of their own. */
const challenges = ({ clinic, period }: Within): Population => ({
  from: /* sql */ `stipple.challenge h JOIN stipple.reported_request r ON (r.clinic_id, r.id) = (h.clinic_id, h.request_id) AND r.challenged`,
  within: `h.clinic_id = ${clinic} AND h.state IN ('overturned', 'partly_overturned', 'upheld') AND h.decided_on ${period}`,
  which: 'true',
  day: 'h.decided_on',
  id: 'h.id',
  outcome: 'h.state',
});

/** Closed cases. `which` picks the request that each is attributed to. */
const closed = (which: string, { clinic, period }: Within): Population => ({
  from: 'stipple.reported_request r',
  within: `r.clinic_id = ${clinic} AND r.closed_on ${period}`,
  which,
  day: 'r.closed_on',
  id: 'r.case_id',
  outcome: 'r.close_reason',
});

export function populationOf(name: PopulationName, mode: MetricMode, asked: Within): Population {
  const once = mode === 'case';
  if (name === 'decisions') return requests(once ? 'r.first_decision' : 'true', asked);
  if (name === 'denials')
    return requests(once ? `r.state = 'denied' AND r.first_denial` : `r.state = 'denied'`, asked);
  if (name === 'challenges') return challenges(asked);
  return closed(name === 'closed_cases' ? 'r.first_denial AND r.challenged' : 'r.first_sent', asked);
}
