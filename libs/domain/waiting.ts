/** What a physician (or a coordinator, or a manager) can be waited for with, in the order of the trade. */
export const waitingKinds = [
  'clinical_alert',
  'treatment',
  'peer_to_peer',
  'challenge',
  'acknowledgement',
  'confirmation',
  'letter',
  'screening',
  'evidence',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];
