import type { LoseChallenge, OverturnChallenge } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  Authorization,
  Challenge,
  ChallengeState,
  authorizationLifecycle,
  basisOfWon,
  challengeLifecycle,
  decisionRefusals,
  wonRefusals,
} from '@stipple/domain';
import { CaseInHand, nextTouch, withSubject } from '@stipple/moves';
import { PayerAuthorizationEntity } from '../authorization.entity';
import { amendTerms } from '../change-authorization';
import { recordAuthorization } from '../record-authorization';
import { ChallengeEntity } from './challenge.entity';

const won = { overturned: 'overturn', partly_overturned: 'overturn_partly' } as const;
const lost = { upheld: 'uphold', dismissed: 'dismiss' } as const;

/**
 * The payer changes its mind. That alone unlocks nothing: what it grants now is recorded with all that an
 * authorization carries, in the same command. Where the decision had granted a part already, its authorization is widened.
 */
export function winChallenge(
  command: Command,
  id: string,
  to: keyof typeof won,
  body: OverturnChallenge,
): Promise<{ id: string }> {
  return withSubject(command, challengeLifecycle, id, async (hand, challenge) => {
    const { version, spokenWith, words, ...grant } = body;
    const request = hand.facts.requests.find((candidate) => candidate.id === challenge.requestId);
    if (request === undefined) throw new Error('a challenge without its request');
    refuseIfAny([
      ...decisionRefusals(hand.facts, challenge, { on: grant.decidedOn, field: 'decidedOn', spokenWith }),
      ...wonRefusals(request, grant, to),
    ]);
    const before = await standingGrant(hand, challenge, grant.number);
    const basis = basisOfWon(request, grant);
    const authorizationId =
      before === undefined
        ? await recordAuthorization(hand, basis, request.id, { ...grant, challengeId: id })
        : await widened(hand, before, grant);
    await hand.advance(challengeLifecycle, ChallengeEntity, challenge, won[to], {
      to,
      version,
      set: {
        decidedOn: grant.decidedOn,
        decisionWords: words ?? null,
        spokenWith: spokenWith ?? null,
        authorizationId,
      },
      data: { decisionOn: grant.decidedOn, number: grant.number, authorizationId },
    });
    return { id: authorizationId };
  });
}

/**
 * What the challenged decision granted so far under this number. Whatever it granted that is not yet in force covers no
 * booking, and gives way to what is granted now; under another number it stands beside it.
 */
async function standingGrant(
  hand: CaseInHand,
  { requestId }: Challenge,
  number: string,
): Promise<Authorization | undefined> {
  const standing = hand.facts.authorizations.find(
    (one) => one.requestId === requestId && (one.state === 'in_force' || one.state.startsWith('awaiting')),
  );
  if (standing?.state === 'in_force') return standing.number === number ? standing : undefined;
  if (standing === undefined) return undefined;
  await hand.advance(authorizationLifecycle, PayerAuthorizationEntity, standing, 'supersede', {
    to: 'superseded',
  });
  return undefined;
}

async function widened(
  hand: CaseInHand,
  before: Authorization,
  grant: Omit<OverturnChallenge, 'version'>,
): Promise<string> {
  const { effectiveOn, expiresOn, lines, proofId } = grant;
  await amendTerms(hand, before, { effectiveOn, expiresOn, lines, proofId, reason: 'a won challenge' });
  return before.id;
}

export function loseChallenge(
  command: Command,
  id: string,
  to: keyof typeof lost & ChallengeState,
  { version, decisionOn, words, spokenWith, nextTouchOn }: LoseChallenge,
): Promise<void> {
  return withSubject(command, challengeLifecycle, id, async (hand, challenge) => {
    refuseIfAny(decisionRefusals(hand.facts, challenge, { on: decisionOn, field: 'decisionOn', spokenWith }));
    await hand.advance(challengeLifecycle, ChallengeEntity, challenge, lost[to], {
      to,
      version,
      set: { decidedOn: decisionOn, decisionWords: words, spokenWith: spokenWith ?? null },
      data: { decisionOn, words },
    });
    await nextTouch(hand, nextTouchOn);
  });
}
