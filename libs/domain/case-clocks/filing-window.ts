import type { Day } from '../calendar';
import type { AuthRequest, Challenge, ChallengeKind } from '../case-facts';
import type { ClockAnswer } from '../clocks/clock-answer';
import type { ClockName } from '../clocks/clock-names';
import type { KnownDates } from '../clocks/start-events';
import type { PlanType } from '../coverage';
import { lostChallenges } from '../moves/challenge-states';
import { lastDayOf } from './case-clock';
import { type ClockFacts, type ClockedRequest, answerAbout } from './request-question';

/** What the days to argue by are read from: less than all the facts, for whoever reads many cases. */
export interface FilingFacts extends ClockFacts {
  readonly requests: readonly FiledAgainst[];
  readonly challenges: readonly FiledChallenge[];
}
/** A request whose decision can be argued with; `supersedesId` says which other one it took the place of. */
export type FiledAgainst = ClockedRequest & Pick<AuthRequest, 'supersedesId'>;
export type FiledChallenge = Pick<
  Challenge,
  'id' | 'kind' | 'state' | 'requestId' | 'fileByOn' | 'sentOn' | 'decidedOn'
>;

export interface Filing {
  readonly request: FiledAgainst;
  readonly kind: ChallengeKind;
  /** Whether the plan's own levels count as used up, because it broke its rules. */
  readonly exhausted?: boolean;
}

/**
 * Within which clock a challenge of a kind is filed; null where nothing is filed within one. Outside Medicare Advantage a
 * reconsideration is informal and stops no clock; the independent review entity gets its cases by themselves.
 */
export function filingClockOf(kind: ChallengeKind, planType: PlanType): ClockName | null {
  switch (kind) {
    case 'peer_to_peer':
      return 'peer_to_peer';
    case 'appeal_1':
      return 'appeal_1_filing';
    case 'reconsideration':
      return planType === 'medicare_advantage' ? 'appeal_1_filing' : null;
    case 'appeal_2':
      return 'appeal_2_filing';
    case 'external_review':
      // A state fair hearing takes the place of external review where Medicaid is managed by a plan.
      return planType === 'medicaid_managed_care' ? 'fair_hearing_filing' : 'external_review_filing';
    case 'independent_review_entity':
    // A plan may grant an exception at any time, and owes none.
    case 'exception':
      return null;
  }
}

/** How long there is to file a challenge of a kind against a decision; null where no clock is asked for it. */
export function filingWindow(facts: FilingFacts, filing: Filing): ClockAnswer | null {
  const { request, kind } = filing;
  const clock = filingClockOf(kind, facts.case.planType);
  if (clock === null) return null;
  const known = noticeFor(facts, filing);
  return answerAbout(facts, request, known === null ? { clock } : { clock, known });
}

/** The last day for `challenge.file_by_on`; null where there is no date. Nobody types it. */
export function fileByOnFor(facts: FilingFacts, filing: Filing): Day | null {
  const window = filingWindow(facts, filing);
  return window && lastDayOf(window);
}

/** Which levels come before one, the nearest first. */
const levelsBefore: Readonly<Partial<Record<ChallengeKind, readonly ChallengeKind[]>>> = {
  appeal_2: ['appeal_1', 'reconsideration'],
  external_review: ['appeal_2', 'appeal_1', 'reconsideration'],
};

/** A higher level counts from the loss of the one before it; null where the payer's own decision is what it counts from. */
function noticeFor(facts: FilingFacts, { request, kind, exhausted = false }: Filing): KnownDates | null {
  const before = levelsBefore[kind];
  if (before === undefined) return null;
  const lost = lastLost(facts, request, before);
  // Without a decision of the plan on an appeal, its breach opens external review of the first decision.
  if (lost === undefined) return exhausted ? null : {};
  return { decidedOn: lost.decidedOn, noticeDatedOn: lost.decidedOn };
}

function lastLost(
  { challenges }: FilingFacts,
  request: FiledAgainst,
  kinds: readonly ChallengeKind[],
): FiledChallenge | undefined {
  const lost = challenges.filter(
    (one) => one.requestId === request.id && kinds.includes(one.kind) && lostChallenges.includes(one.state),
  );
  return kinds.flatMap((kind) => lost.filter((one) => one.kind === kind)).at(0);
}
