import { Challenge, ChallengeKind, challengeLifecycle } from '@stipple/domain';
import type { Story, Told } from '../story';
import { addSignature, hashOf } from './signature';

export type ChallengeTold = Told<Challenge, 'challenge'>;

/** Opens, drafts, signs and sends a challenge; the payer upholds its decision some days later. */
export function openChallenge(
  story: Story,
  kind: ChallengeKind,
  requestId: string,
  body: string,
): ChallengeTold {
  const { physician } = story.cast;
  const content = {
    kind,
    requestId,
    clinical: true,
    fileByOn: null,
    lateReason: null,
    deemedExhausted: false,
  };
  const told = story.create(challengeLifecycle, 'challenge', 'open', story.cast.owner, {
    to: 'open',
    fact: content,
    row: {
      kind,
      request_id: requestId,
      clinical: true,
      body: null,
      file_by_on: null,
      late_reason: null,
      sent_on: null,
      decided_on: null,
      decision_words: null,
    },
    data: { kind },
  });
  story.facts.challenges.push(told.fact);
  story.advance(challengeLifecycle, told, 'draft', physician, { to: 'drafted', row: { body } });
  return told;
}

export function sendChallenge(story: Story, told: ChallengeTold): void {
  const { physician, owner } = story.cast;
  story.advance(challengeLifecycle, told, 'sign', physician, { to: 'signed' });
  addSignature(story, 'challenge', told.fact, hashOf(`\n${told.row.body as string}`), null);
  story.advance(challengeLifecycle, told, 'send', owner, {
    to: 'sent',
    row: { sent_on: story.today },
    data: { sentOn: story.today },
  });
}

export function upholdChallenge(story: Story, told: ChallengeTold, words: string): void {
  const decision = { decided_on: story.today, decision_words: words };
  story.advance(challengeLifecycle, told, 'uphold', story.cast.owner, {
    to: 'upheld',
    row: decision,
    data: { decisionOn: story.today, words },
  });
}
