import type { ChallengeKind } from './case-facts';
import { challengeKindWords } from './challenge-rules';
import { authRequestLifecycle } from './moves/auth-request-moves';
import { challengeLifecycle } from './moves/challenge-moves';

/** What leaves the clinic towards a payer: a request, an answer to what the payer asked, a challenge of its no. */
export const submissionKinds = ['request', 'answer', 'challenge'] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

export function submissionWords(kind: SubmissionKind, challenge: ChallengeKind | null): string {
  if (kind === 'challenge') return challenge === null ? 'Challenge' : challengeKindWords[challenge];
  return kind === 'request' ? 'Request' : 'Answer to the payer';
}

/**
 * What became of it at the payer. `received`: the payer or the channel said so, and when. `answered`: nobody recorded a
 * receipt, but the payer went on with it, so it has it. `rejected`: returned without review. `ended`: the clinic took it
 * back first. `waiting`: nothing came back yet.
 */
export const receiptStates = ['received', 'answered', 'rejected', 'ended', 'waiting'] as const;
export type ReceiptState = (typeof receiptStates)[number];

/** @param next the move that followed the sending, if any did */
export function receiptAfter(next: string | null): ReceiptState {
  if (next === null) return 'waiting';
  if (next === 'acknowledge_receipt') return 'received';
  if (next === 'reject_unreviewed') return 'rejected';
  return next === 'withdraw' ? 'ended' : 'answered';
}

/** How the history tells that move: “Approved by phone, not yet proven”. */
export function afterSendingWords(kind: SubmissionKind, next: string): string {
  const { moves } = kind === 'challenge' ? challengeLifecycle : authRequestLifecycle;
  return moves.find(({ move }) => move === next)?.happened ?? next;
}
