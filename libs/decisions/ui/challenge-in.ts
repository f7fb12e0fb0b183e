import type { ChallengeView } from '@stipple/contracts';
import { challengeKindWords } from '@stipple/domain';
import type { MoveContext } from '@stipple/ui';

/** The challenge that a form is about. */
export function challengeOf({ case: view, subjectId }: MoveContext): ChallengeView | undefined {
  return view.challenges.find(({ id }) => id === subjectId);
}

export function isCall(context: MoveContext): boolean {
  return challengeOf(context)?.kind === 'peer_to_peer';
}

export function nameOf(context: MoveContext): string {
  const kind = challengeOf(context)?.kind;
  return kind ? challengeKindWords[kind] : 'Challenge';
}
