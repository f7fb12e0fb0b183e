import type { Clock } from '../calendar';
import type { AuthRequest, CaseRecord, Challenge, ChallengeKind } from '../case-facts';
import type { ClockAnswer } from '../clocks/clock-answer';
import { decisionClockOf, type ClockName } from '../clocks/clock-names';
import { pressureOf } from '../clocks/limits';
import { planLevels } from '../denials/plan-levels';
import { isOpenRequest } from '../moves/auth-request-moves';
import { isAdverse, lostChallenges } from '../moves/challenge-states';
import { CaseClock, endOf } from './case-clock';
import { extensionTold } from './extension-told';
import { type FiledAgainst, type FiledChallenge, type FilingFacts, filingWindow } from './filing-window';
import { type ClockFacts, type ClockedRequest, answerAbout, dayNamedByPayer } from './request-question';

/** What every clock of a case is read from: less than all the facts, for whoever reads many cases. */
export interface ClockedCase extends FilingFacts {
  readonly clock: Pick<Clock, 'timeZone' | 'now'>;
  readonly case: Pick<CaseRecord, 'planType' | 'state'>;
  readonly requests: readonly AskedRequest[];
  readonly challenges: readonly SentChallenge[];
}
type AskedRequest = FiledAgainst & Pick<AuthRequest, 'respondByOn'>;
type SentChallenge = FiledChallenge & Pick<Challenge, 'payerReceivedOn'>;

/**
 * Every clock that bears on an open case: the payer's to decide, the clinic's to answer and to argue. What has an end comes
 * first, the earliest one first; then what has none, with the reason. What does not exist for the plan is left out.
 */
export function clocksOfCase(facts: ClockedCase): readonly CaseClock[] {
  if (facts.case.state === 'closed') return [];
  return [
    ...facts.requests.flatMap((request) => requestClocks(facts, request)),
    ...facts.challenges.flatMap((challenge) => challengeClocks(facts, challenge)),
  ]
    .filter(({ answer }) => answer.kind !== 'does_not_exist')
    .map((clock) => ({ ...clock, pressure: pressureOf(clock.answer, facts.clock.now) }))
    .sort(earliestFirst);
}

/** By when the payer has to decide a request that is with it; null once it is decided. */
export function decisionClock(facts: ClockFacts, request: ClockedRequest): ClockAnswer | null {
  if (!isOpenRequest(request.state)) return null;
  return answerAbout(facts, request, {
    clock: decisionClockOf(request.urgency),
    extension: extensionTold(facts, request),
  });
}

type Unpressed = Omit<CaseClock, 'pressure'>;

function requestClocks(facts: ClockedCase, request: AskedRequest): readonly Unpressed[] {
  const about = (answer: ClockAnswer): Unpressed => ({
    subject: 'auth_request',
    subjectId: request.id,
    requestId: request.id,
    answer,
  });
  const decision = decisionClock(facts, request);
  if (decision === null) return windowsOf(facts, request).map(about);
  return request.state === 'information_requested'
    ? [about(decision), about(answerToPayer(facts, request))]
    : [about(decision)];
}

function answerToPayer(facts: ClockedCase, request: AskedRequest): ClockAnswer {
  return answerAbout(facts, request, {
    clock: 'information_answer',
    furtherRules: dayNamedByPayer(facts, request),
  });
}

/**
 * How long there is to argue with a decision, as long as nothing has been filed and nothing that was asked anew was
 * granted: a new request stops no clock of the old decision.
 */
export function windowsOf(facts: FilingFacts, request: FiledAgainst): readonly ClockAnswer[] {
  const replaced = facts.requests.some(
    ({ supersedesId, state }) => supersedesId === request.id && state === 'approved',
  );
  if (!isAdverse(request.state) || replaced) return [];
  const argued = facts.challenges.filter(({ requestId }) => requestId === request.id);
  if (argued.some(({ state }) => state === 'overturned')) return [];
  return openLevels(facts, argued).flatMap((kind) => filingWindow(facts, { request, kind }) ?? []);
}

/** The levels at which something can be filed now: the first ones, or what follows the last one that was lost. */
function openLevels(facts: FilingFacts, argued: readonly FiledChallenge[]): readonly ChallengeKind[] {
  const filed = (kind: ChallengeKind) => argued.some((one) => one.kind === kind && isFiled(one));
  const lost = argued.some(({ kind, state }) => isInternal(kind) && lostChallenges.includes(state));
  const first: ChallengeKind = facts.case.planType === 'medicare_advantage' ? 'reconsideration' : 'appeal_1';
  const levels: readonly ChallengeKind[] = lost
    ? ['appeal_2', 'external_review']
    : argued.some((one) => isInternal(one.kind) && isFiled(one))
      ? []
      : [first];
  const calls = !argued.some(isFiled) && planLevels[facts.case.planType].peer_to_peer.has !== 'no';
  return [...(calls ? (['peer_to_peer'] as const) : []), ...levels].filter((kind) => !filed(kind));
}

const isInternal = (kind: ChallengeKind) => ['reconsideration', 'appeal_1', 'appeal_2'].includes(kind);
const isFiled = ({ state, sentOn }: FiledChallenge) => sentOn !== null && state !== 'withdrawn';

/** How long the other side has to decide on what was sent. */
const decisionClocks: Readonly<Partial<Record<ChallengeKind, ClockName>>> = {
  appeal_1: 'appeal_1_decision',
  appeal_2: 'appeal_2_decision',
  external_review: 'external_review_decision',
};

function challengeClocks(facts: ClockedCase, challenge: SentChallenge): readonly Unpressed[] {
  const request = facts.requests.find(({ id }) => id === challenge.requestId);
  const clock =
    challenge.kind === 'reconsideration' && facts.case.planType === 'medicare_advantage'
      ? 'appeal_1_decision'
      : decisionClocks[challenge.kind];
  if (request === undefined || clock === undefined || !isAtPayer(challenge)) return [];
  const { sentOn, payerReceivedOn } = challenge;
  const known = { appealSentAt: sentOn, appealReceivedAt: payerReceivedOn };
  const answer = answerAbout(facts, request, { clock, known });
  return [{ subject: 'challenge', subjectId: challenge.id, requestId: request.id, answer }];
}

const isAtPayer = ({ state }: SentChallenge) => state === 'sent' || state === 'received';

function earliestFirst(one: CaseClock, other: CaseClock): number {
  const [a, b] = [endOf(one.answer), endOf(other.answer)];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Temporal.Instant.compare(a.ends, b.ends);
}
