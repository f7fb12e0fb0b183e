import type { MetricMode } from '@stipple/domain';
import type { Parameters } from './parameters';

/**
 * What is counted, one row each: `r` is the request it is attributed to. Figure, cell and the list of cases behind either
 * are read from the very same rows.
 */
export interface Population {
  readonly from: string;
  readonly where: string;
  /** The day it is counted on. */
  readonly day: string;
  /** What is counted, by its id and its state. */
  readonly id: string;
  readonly outcome: string;
}

export const populationNames = ['decisions', 'denials', 'challenges', 'closed_cases', 'sent_cases'] as const;
export type PopulationName = (typeof populationNames)[number];

/** A payer's answer to what was asked; none of the states in which nothing was reviewed, or nothing is sure. */
const decided = `('approved', 'partial', 'modified', 'denied')`;

/** Of a case's requests in these states the first, by the day of the decision. */
const firstOfCase = (states: string) => /* sql */ `NOT EXISTS (SELECT FROM stipple.auth_request e
      WHERE (e.clinic_id, e.case_id) = (r.clinic_id, r.case_id) AND e.state IN ${states} AND (e.decided_on, e.id) < (r.decided_on, r.id))`;

function requests(states: string, mode: MetricMode, { clinic, period }: Parameters): Population {
  const all = `r.clinic_id = ${clinic} AND r.state IN ${states} AND r.decided_on ${period}`;
  return {
    from: 'stipple.auth_request r',
    where: mode === 'event' ? all : `${all} AND ${firstOfCase(states)}`,
    day: 'r.decided_on',
    id: 'r.id',
    outcome: 'r.state',
  };
}

const challenges = ({ clinic, period }: Parameters): Population => ({
  from: /* sql */ `stipple.challenge h JOIN stipple.auth_request r ON (r.clinic_id, r.id) = (h.clinic_id, h.request_id)`,
  where: `h.clinic_id = ${clinic} AND h.state IN ('overturned', 'partly_overturned', 'upheld') AND h.decided_on ${period}`,
  day: 'h.decided_on',
  id: 'h.id',
  outcome: 'h.state',
});

/** A closed case has been closed by its last event. `which` picks the request that it is attributed to. */
const closed = (which: string, { clinic, timeZone, period }: Parameters): Population => ({
  from: /* sql */ `stipple.treatment_case k
  JOIN stipple.case_event z ON (z.clinic_id, z.subject_id, z.seq) = (k.clinic_id, k.id, k.seq)
  JOIN stipple.auth_request r ON (r.clinic_id, r.case_id) = (k.clinic_id, k.id)`,
  where: `k.clinic_id = ${clinic} AND k.state = 'closed' AND (z.at AT TIME ZONE ${timeZone})::date ${period} AND ${which}`,
  day: `(z.at AT TIME ZONE ${timeZone})::date`,
  id: 'k.id',
  outcome: 'k.close_reason',
});

const deniedAndChallenged = /* sql */ `r.state = 'denied' AND ${firstOfCase(`('denied')`)}
   AND EXISTS (SELECT FROM stipple.challenge s WHERE (s.clinic_id, s.case_id) = (k.clinic_id, k.id) AND s.sent_on IS NOT NULL)`;

const firstSent = /* sql */ `r.submitted_at IS NOT NULL AND NOT EXISTS (SELECT FROM stipple.auth_request e
      WHERE (e.clinic_id, e.case_id) = (r.clinic_id, r.case_id) AND (e.submitted_at, e.id) < (r.submitted_at, r.id))`;

export function populationOf(name: PopulationName, mode: MetricMode, asked: Parameters): Population {
  if (name === 'decisions') return requests(decided, mode, asked);
  if (name === 'denials') return requests(`('denied')`, mode, asked);
  if (name === 'challenges') return challenges(asked);
  return closed(name === 'closed_cases' ? deniedAndChallenged : firstSent, asked);
}
