import {
  Challenge,
  ChallengeKind,
  Day,
  challengeLifecycle,
  decisionRefusals,
  fileByOnFor,
} from '@stipple/domain';
import type { Story, Told } from '../story';
import { appealLetter, overturnedWords, peerToPeerNotes, reviewer } from '../words/appeal-words';
import { AuthorizationTold, recordWon } from './authorization';
import type { RequestTold } from './request';
import { addSignature, hashOf } from './signature';

export type ChallengeTold = Told<Challenge, 'challenge'>;

/** As the clocks say it; null where the plan is not known. */
export function lastDayFor(kind: ChallengeKind, { facts }: Story, { fact }: RequestTold): Day | null {
  return fileByOnFor(facts, { request: fact, kind });
}

/** Argues with a denial; a call, or in writing. It has to be made by that day. */
export function openChallenge(
  story: Story,
  kind: ChallengeKind,
  request: RequestTold,
  fileByOn: Day | null,
): ChallengeTold {
  const requestId = request.fact.id;
  const told = story.create(challengeLifecycle, 'challenge', 'open', story.cast.owner, {
    to: 'open',
    fact: {
      kind,
      requestId,
      clinical: true,
      fileByOn,
      lateReason: null,
      sentOn: null,
      payerReceivedOn: null,
      decidedOn: null,
      deemedExhausted: false,
      argues: null,
      representation: 'not_needed',
    },
    row: {
      kind,
      request_id: requestId,
      clinical: true,
      body: null,
      file_by_on: fileByOn,
      late_reason: null,
      sent_on: null,
      decided_on: null,
      decision_words: null,
      spoken_with: null,
      authorization_id: null,
    },
    data: { kind, fileByOn },
  });
  story.facts.challenges.push(told.fact);
  return told;
}

/** The physician writes what is to be said in the call, or the appeal itself. */
export function draftChallenge(story: Story, told: ChallengeTold, request: RequestTold): void {
  const body =
    told.fact.kind === 'peer_to_peer'
      ? peerToPeerNotes(story.scar)
      : appealLetter(story.scar, String(request.row.denial_words));
  story.advance(challengeLifecycle, told, 'draft', story.cast.physician, { to: 'drafted', row: { body } });
}

export function sendChallenge(story: Story, told: ChallengeTold): void {
  const { physician, owner } = story.cast;
  story.advance(challengeLifecycle, told, 'sign', physician, { to: 'signed' });
  addSignature(story, 'challenge', told.fact, hashOf(`\n${told.row.body as string}`), null);
  story.advance(challengeLifecycle, told, 'send', owner, {
    to: 'sent',
    fact: { sentOn: story.today },
    row: { sent_on: story.today },
    data: { sentOn: story.today },
  });
}

/** The payer changes its mind, and says what it grants; in a call also who says so. */
export function overturnChallenge(
  story: Story,
  told: ChallengeTold,
  request: RequestTold,
  to: keyof typeof wins,
): AuthorizationTold {
  const spokenWith = spokenIn(story, told);
  const authorization = recordWon(story, request, told.fact.id, to);
  const { id, number } = authorization.fact;
  story.advance(challengeLifecycle, told, wins[to], story.cast.owner, {
    to,
    fact: { decidedOn: story.today },
    row: {
      decided_on: story.today,
      decision_words: overturnedWords(story.dice),
      spoken_with: spokenWith,
      authorization_id: id,
    },
    data: { decisionOn: story.today, number, authorizationId: id },
  });
  return authorization;
}

/** With whom the physician spoke, of a call; null in writing. */
function spokenIn(story: Story, { fact }: ChallengeTold): string | null {
  const spokenWith = fact.kind === 'peer_to_peer' ? reviewer(story.dice) : undefined;
  const outcome = { on: story.today, field: 'decidedOn', spokenWith } as const;
  story.assertNone(decisionRefusals(story.facts, fact, outcome));
  return spokenWith ?? null;
}

const wins = { overturned: 'overturn', partly_overturned: 'overturn_partly' } as const;

export function upholdChallenge(story: Story, told: ChallengeTold, words: string): void {
  const spokenWith = spokenIn(story, told);
  const decision = { decided_on: story.today, decision_words: words, spoken_with: spokenWith };
  story.advance(challengeLifecycle, told, 'uphold', story.cast.owner, {
    to: 'upheld',
    fact: { decidedOn: story.today },
    row: decision,
    data: { decisionOn: story.today, words },
  });
}
