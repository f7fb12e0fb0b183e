import type { Metric } from './metric';
import { byClosing, first, neverSent } from './metric-words';

/** Of challenges that were decided, and of cases that were closed. */
// prettier-ignore
export const outcomeMetrics = [
  {
    key: 'overturn_rate', name: 'Overturn rate', unit: 'share', modes: ['event'], narrowedByReason: 'both',
    versions: first({
      formula: 'Challenges that changed the decision, divided by challenges decided.',
      numerator: 'Challenges decided as overturned or partly overturned.', denominator: 'Challenges decided as overturned, partly overturned or upheld, at any level.',
      exclusions: 'Challenges that were dismissed or withdrawn, or that run.', dateBasis: 'The day on which the challenge was decided.',
    }),
  },
  {
    key: 'case_overturn_rate', name: 'Overturn rate by case', unit: 'share', modes: ['case'], narrowedByReason: 'both',
    versions: first({
      formula: 'Denied cases that were approved in the end, divided by denied cases that were challenged and are closed.',
      numerator: 'Of these: cases in which something was authorized on or after the day of the first denial and not revoked, by a challenge or by another request.',
      denominator: 'Closed cases with a denial in which a challenge was sent.',
      exclusions: 'Open cases, and cases whose challenges were all withdrawn before they were sent.', dateBasis: 'The day on which the case was closed, the last time; attributed by its first denial.',
    }),
  },
  {
    key: 'open_time', name: 'Time open', unit: 'seconds', modes: ['case'], narrowedByReason: 'nothing',
    versions: first({
      formula: 'Time with the payer plus time with the clinic, to the second.', numerator: 'From the opening of a case to its closing; what passed between a closing and a reopening is not in it.', denominator: null,
      exclusions: neverSent, dateBasis: byClosing,
    }),
  },
  {
    key: 'payer_time', name: 'Time with the payer', unit: 'seconds', modes: ['case'], narrowedByReason: 'nothing',
    versions: first({
      formula: 'A sum of times, to the second, in which the payer held the ball.', numerator: 'While a request was submitted, received or pended, or a challenge sent or received; what overlaps is counted once.', denominator: null,
      exclusions: `What the payer had asked back and was not answered, had asked to be called about, or had approved by phone and not proven: then it was ours to go on. ${neverSent}`, dateBasis: byClosing,
    }),
  },
  {
    key: 'clinic_time', name: 'Time with the clinic', unit: 'seconds', modes: ['case'], narrowedByReason: 'nothing',
    versions: first({
      formula: 'Time open less time with the payer.', numerator: 'All other time in which the case was open, waiting for the patient and for the day of a session among it.', denominator: null,
      exclusions: neverSent, dateBasis: byClosing,
    }),
  },
] as const satisfies readonly Metric[];
