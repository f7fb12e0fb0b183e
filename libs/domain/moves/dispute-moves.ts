import type { Subject } from '../case-facts';
import { Lifecycle, nowhere } from '../lifecycle/lifecycle';

export const disputeStates = ['open', 'closed'] as const;
export type DisputeState = (typeof disputeStates)[number];

/** A patient’s dispute of a bill. Nothing is collected while it is open, and it outlives the case as the bill does. */
export const disputeLifecycle: Lifecycle<DisputeState, Subject<DisputeState>> = {
  subject: 'dispute',
  words: 'a dispute',
  states: { open: 'open', closed: 'closed' },
  terminal: ['closed'],
  outlivesCase: true,
  // prettier-ignore
  moves: [
    { move: 'open', label: 'Record dispute', happened: 'Bill disputed by the patient', from: [nowhere], to: ['open'], by: ['coordinator'], needs: ['provider', 'billedCents', 'billedOn', 'openedOn', 'openedBy'], guards: [] },
    { move: 'close', label: 'Close dispute', happened: 'Dispute closed', from: ['open'], to: ['closed'], by: ['coordinator'], needs: ['closedOn', 'outcome'], guards: [] },
  ],
};
