import { Day, dayInWords } from '../calendar';
import { changeClock, estimateClock, type EstimateStarts } from '../estimate/estimate-clock';
import type { Watch } from './watch';
import { watch } from './watch-requests';

/** A good faith estimate that is drafted and not given: the first one, or what follows one that was given. */
export interface OwedEstimate {
  readonly agreementId: string;
  readonly starts: EstimateStarts;
  readonly wasGiven: boolean;
}

/** Counted in the clinic’s business days, by the table of clocks. Without a duty, or before anything set it going, there is nothing to be late for. */
export interface WatchedEstimate {
  readonly agreementId: string;
  readonly dueOn: Day;
  readonly wasGiven: boolean;
}

export function estimatesDue(owed: readonly OwedEstimate[], timeZone: string): readonly WatchedEstimate[] {
  return owed.flatMap(({ agreementId, starts, wasGiven }) => {
    const due = (wasGiven ? changeClock : estimateClock)(starts, timeZone);
    return due.kind === 'due' ? [{ agreementId, dueOn: due.dueOn, wasGiven }] : [];
  });
}

/** Due from the moment on which its clock runs: one business day is no time for a warning. */
export function watchOfEstimate({ agreementId, dueOn, wasGiven }: WatchedEstimate, today: Day): Watch {
  const what = wasGiven ? 'The changed estimate' : 'The good faith estimate';
  return watch(`estimate_due:${agreementId}`, today, {
    dueOn,
    taskKind: 'give_estimate',
    about: `${what} is to be given by ${dayInWords(dueOn)}: complete the draft and issue it.`,
    forRole: 'coordinator',
  });
}
