import type { EstimateDueView } from '@stipple/contracts';
import { type Clock, type SelfPayAgreement, estimateClock, isEstimateLate } from '@stipple/domain';

/** Where the estimate of an agreement stands with its clock: when it is due, or whether it came in time. */
export function estimateDueView({ starts, estimateOn }: SelfPayAgreement, clock: Clock): EstimateDueView {
  const due = estimateClock(starts, clock.timeZone);
  return {
    dueOn: due.kind === 'due' ? due.dueOn : null,
    late: isEstimateLate(due, estimateOn, clock),
    sentence: due.sentence,
  };
}
