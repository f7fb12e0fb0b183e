import {
  AuthRequest,
  CaseFacts,
  ClockName,
  KnownDates,
  RouteWindow,
  RouteWindows,
  answerClock,
} from '@stipple/domain';

/**
 * The last days of the ways of arguing, as the clocks compute them from the decision and its notice. A level above the
 * first counts from the loss of the one before, which has its day with that challenge and not here: it has no date.
 */
export function routeWindows({ clock, case: { planType } }: CaseFacts, request: AuthRequest): RouteWindows {
  const { decidedOn, noticeReceivedOn, urgency } = request;
  const windowOf = (name: ClockName, known: KnownDates): RouteWindow => {
    const question = { clock: name, planType, request: urgency, timeZone: clock.timeZone, known };
    const answer = answerClock(question);
    return { lastDay: answer.kind === 'due' ? answer.due.day : null, words: answer.sentence };
  };
  // A notice is dated on the day of its decision or later: counting from the decision is the safe side.
  const notice = { decidedOn, noticeDatedOn: decidedOn, noticeReceivedOn };
  const first = windowOf('appeal_1_filing', notice);
  return {
    peer_to_peer: windowOf('peer_to_peer', notice),
    appeal_1: first,
    // Elsewhere a reconsideration is informal, and no clock runs on it.
    ...(planType === 'medicare_advantage' ? { reconsideration: first } : {}),
    appeal_2: windowOf('appeal_2_filing', {}),
    external_review: windowOf('external_review_filing', {}),
  };
}
