import { Day, Instant, dayOf, isAhead } from './calendar';
import { AuthorizationTerms, differencesOf, termsRefusals } from './authorization-terms';
import type {
  AppealRight,
  AuthRequest,
  AuthorizationBasis,
  CaseFacts,
  Challenge,
  ChallengeGround,
  ChallengeKind,
} from './case-facts';
import { isPatientsAppeal } from './challenge-grounds';
import { isAdverse, lostChallenges, runningChallenges } from './moves/challenge-states';
import { Refusal, refusal, refusalsOf } from './refusal';

export const challengeKindWords: Readonly<Record<ChallengeKind, string>> = {
  peer_to_peer: 'Peer-to-peer call',
  reconsideration: 'Reconsideration',
  appeal_1: 'Appeal, first level',
  appeal_2: 'Appeal, second level',
  external_review: 'External review',
  independent_review_entity: 'Independent review entity',
  exception: 'Exception',
};

interface Opening {
  readonly request: AuthRequest;
  readonly kind: ChallengeKind;
  /** Whether the plan's own levels count as used up, because it broke its rules. */
  readonly exhausted: boolean;
  readonly argues: ChallengeGround | undefined;
  readonly appealsAs: AppealRight | undefined;
}

export function openingRefusals(facts: CaseFacts, opening: Opening): readonly Refusal[] {
  const { request, kind, exhausted, argues, appealsAs } = opening;
  const running = facts.challenges.find(
    (one) => one.requestId === request.id && one.kind === kind && isRunning(one),
  );
  return refusalsOf(
    isAdverse(request.state)
      ? null
      : refusal(
          'nothing_to_challenge',
          'Only an adverse decision can be challenged. What was rejected without review is corrected and sent again.',
          'requestId',
        ),
    running
      ? refusal('challenge_running', `${challengeKindWords[kind]}: one is under way already.`, 'kind')
      : null,
    exhausted && kind !== 'external_review'
      ? refusal(
          'exhaustion_of_no_use',
          'That the plan broke its own rules opens external review only.',
          'exhaustedBecause',
        )
      : null,
    kind === 'peer_to_peer' && argues !== undefined
      ? refusal('ground_of_a_call', 'A call is prepared, not argued in writing.', 'argues')
      : null,
    kind === 'exception' && argues !== undefined
      ? refusal(
          'ground_of_an_exception',
          'An exception asks the plan for more than it owes: it argues nothing.',
          'argues',
        )
      : null,
    appealsAs !== undefined && !isPatientsAppeal(kind)
      ? refusal(
          'right_of_no_appeal',
          'In whose right is asked of appeals and external reviews only.',
          'appealsAs',
        )
      : null,
  );
}

export function isRunning({ state }: Pick<Challenge, 'state'>): boolean {
  return runningChallenges.includes(state);
}

/** The lost level that this one stands on; undefined where it stands on none. */
export function priorLevelOf(facts: CaseFacts, challenge: Challenge): Challenge | undefined {
  const before: Readonly<Partial<Record<ChallengeKind, readonly ChallengeKind[]>>> = {
    appeal_2: ['appeal_1'],
    external_review: ['appeal_2', 'appeal_1'],
  };
  return (before[challenge.kind] ?? [])
    .flatMap((kind) => facts.challenges.filter((one) => one.kind === kind))
    .find((one) => one.requestId === challenge.requestId && lostChallenges.includes(one.state));
}

/** Held against the day on which it went out, which may lie before the day on which somebody says so. */
export function filingRefusals(
  facts: CaseFacts,
  { requestId, fileByOn, lateReason }: Challenge,
  sentAt: Instant,
): readonly Refusal[] {
  const sentOn = dayOf(sentAt, facts.clock.timeZone);
  const decidedOn = facts.requests.find(({ id }) => id === requestId)?.decidedOn ?? null;
  return refusalsOf(
    isAhead(sentAt, facts.clock)
      ? refusal('in_the_future', 'The sending cannot lie in the future.', 'sentAt')
      : null,
    decidedOn !== null && sentOn < decidedOn
      ? refusal('sent_before_decision', 'It cannot have been sent before the decision it is about.', 'sentAt')
      : null,
    fileByOn !== null && sentOn > fileByOn && (lateReason ?? '').trim() === ''
      ? refusal(
          'filing_late',
          'The last day to file had passed; a manager has to record good cause first.',
          'sentAt',
        )
      : null,
  );
}

interface Outcome {
  readonly on: Day;
  /** The field that holds the day. */
  readonly field: string;
  /** The payer's reviewer, of a call. */
  readonly spokenWith: string | undefined;
}

export function decisionRefusals(
  { clock }: CaseFacts,
  { kind, sentOn }: Challenge,
  { on, field, spokenWith }: Outcome,
): readonly Refusal[] {
  return refusalsOf(
    on > clock.today ? refusal('in_the_future', 'The decision cannot lie in the future.', field) : null,
    sentOn !== null && on < sentOn
      ? refusal('decided_before_sent', 'It cannot have been decided before it was sent.', field)
      : null,
    kind === 'peer_to_peer' && spokenWith === undefined
      ? refusal('reviewer_missing', 'Say with whom the physician spoke.', 'spokenWith')
      : null,
    kind !== 'peer_to_peer' && spokenWith !== undefined
      ? refusal('reviewer_of_no_call', 'Nobody was spoken with in writing.', 'spokenWith')
      : null,
  );
}

/** What was won is recorded as what it is: everything that was asked, or a part. */
export function wonRefusals(
  request: AuthRequest,
  terms: AuthorizationTerms,
  as: 'overturned' | 'partly_overturned',
): readonly Refusal[] {
  const whole = grantsAll(request, terms);
  if (as === 'overturned' && !whole)
    return [
      ...termsRefusals(terms),
      refusal(
        'overturned_in_part',
        'This grants less than was asked: record it as partly overturned.',
        'lines',
      ),
    ];
  return as === 'partly_overturned' && whole
    ? [
        refusal(
          'overturned_in_full',
          'This grants everything that was asked: record it as overturned.',
          'lines',
        ),
      ]
    : termsRefusals(terms);
}

/** The whole needs nobody's second look; a part is acknowledged by both roles before it unlocks anything. */
export function basisOfWon(request: AuthRequest, terms: AuthorizationTerms): AuthorizationBasis {
  return grantsAll(request, terms) ? 'approved' : 'partial';
}

function grantsAll(request: AuthRequest, { effectiveOn, expiresOn, lines }: AuthorizationTerms): boolean {
  const enough = differencesOf(request.lines, lines).every(({ asked, granted }) => granted >= asked);
  return enough && effectiveOn <= request.fromOn && expiresOn >= request.toOn;
}
