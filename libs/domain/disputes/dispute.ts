import type { DisputeState } from '../moves/dispute-moves';
import { Refusal, refusal } from '../refusal';

/** How a dispute ends, in the terms of 45 CFR 149.620: what the entity that decides says, or what ended it before. */
export const disputeOutcomes = [
  'estimate_stands',
  'in_between',
  'bill_stands',
  'settled',
  'not_taken_up',
  'withdrawn',
] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

export const outcomeWords: Readonly<Record<DisputeOutcome, string>> = {
  estimate_stands: 'Decided: the patient pays the estimate',
  in_between: 'Decided: an amount between estimate and bill',
  bill_stands: 'Decided: the patient pays the bill',
  settled: 'Settled between patient and clinic',
  not_taken_up: 'Not taken up by the deciding entity',
  withdrawn: 'Withdrawn by the patient',
};

/** While one dispute of an agreement is open, nothing of the agreement is collected. */
export function isOnHold(disputes: readonly { readonly state: DisputeState }[]): boolean {
  return disputes.some(({ state }) => state === 'open');
}

/**
 * Why nothing may be collected now. What the patient brings by themselves is taken, and what is owed may be given up or
 * given back; nobody’s care depends on it (45 CFR 149.620(c)(2)(ii), (iii)).
 */
export function holdRefusal(onHold: boolean): Refusal | null {
  return onHold
    ? refusal(
        'collections_on_hold',
        'The patient disputes the bill: nothing is collected until the dispute is closed. Payments they make by themselves are taken.',
      )
    : null;
}
