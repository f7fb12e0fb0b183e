import type { EstimateDueView } from '@stipple/contracts';
import { type Clock, type Day, type EstimateStarts, estimateClock, isEstimateLate } from '@stipple/domain';

/** Where the estimate of an agreement stands with its clock: when it is due, or whether the first one came in time. */
export function estimateDueView(
  starts: EstimateStarts,
  firstGivenOn: Day | null,
  clock: Clock,
): EstimateDueView {
  const due = estimateClock(starts, clock.timeZone);
  return {
    dueOn: due.kind === 'due' ? due.dueOn : null,
    late: isEstimateLate(due, firstGivenOn, clock),
    sentence: due.sentence,
  };
}
