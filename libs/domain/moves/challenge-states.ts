import type { AuthRequestState } from './auth-request-moves';

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

const adverse: readonly AuthRequestState[] = ['denied', 'partial', 'modified'];

/** Whether the payer decided against the patient, in full or in part. */
export function isAdverse(state: AuthRequestState): boolean {
  return adverse.includes(state);
}
