export type ChallengeState =
  | 'open'
  | 'drafted'
  | 'signed'
  | 'sent'
  | 'received'
  | 'overturned'
  | 'partly_overturned'
  | 'upheld'
  | 'dismissed'
  | 'withdrawn';

/** With the clinic or with the payer, and not decided. */
export const runningChallenges: readonly ChallengeState[] = ['open', 'drafted', 'signed', 'sent', 'received'];
/** Decided, and something of the denial is left: the next level may follow. */
export const lostChallenges: readonly ChallengeState[] = ['upheld', 'partly_overturned'];
