import type { ChallengeKind } from '../case-facts';
import type { PlanType } from '../coverage';
import { RouteCase, challengeAnswer } from './challenge-answers';
import { readClassWords } from './classes';
import type { DenialCodes } from './denial';
import { FirstRoute, firstRoute } from './first-route';
import { correctAndResubmit, exception, newRequest, selfPay } from './other-answers';
import { firstLevelOf } from './plan-levels';
import { readDenial } from './read-denial';
import {
  Route,
  RouteAnswer,
  RouteFacts,
  RouteKind,
  RouteWindow,
  RouteWindows,
  closed,
  isChallengeRoute,
  routeKinds,
  routeWords,
} from './route';

export interface RoutesAfter {
  /** All of them, always in the same order: what is closed says why. */
  readonly routes: readonly Route[];
  readonly first: FirstRoute;
}

const noWindow: RouteWindow = { lastDay: null, words: 'No last day is known for it.' };

/** What can be done after a denial with this kind of plan. Last days come from the caller’s clocks; none is computed here. */
export function routesAfter(
  denial: DenialCodes,
  planType: PlanType,
  facts: RouteFacts,
  windows: RouteWindows,
): RoutesAfter {
  const about: RouteCase = {
    denial,
    planType,
    facts: {
      ...facts,
      challenges: facts.challenges.map((one) => ({ ...one, kind: asNamed(one.kind, planType) })),
    },
    denialClass: readDenial(denial).denialClass,
  };
  const routes = routeKinds.map((kind): Route => {
    const answer = answerOf(kind, about);
    if (answer.answer !== 'yes') return { kind, words: routeWords[kind], ...answer };
    const window = windows[kind] ?? noWindow;
    const late = window.lastDay !== null && facts.today > window.lastDay;
    return { kind, words: answer.name ?? routeWords[kind], ...answer, window, late };
  });
  return { routes, first: firstRoute(about, routes) };
}

/** A first-level appeal to a plan that calls its first level reconsideration is just that. */
function asNamed(kind: ChallengeKind, planType: PlanType): ChallengeKind {
  return kind === 'appeal_1' && firstLevelOf(planType) === 'reconsideration' ? 'reconsideration' : kind;
}

function answerOf(kind: RouteKind, about: RouteCase): RouteAnswer {
  if (about.denialClass === 'not_a_denial')
    return closed(`${readClassWords.not_a_denial}: the code is the patient’s share or a contractual amount.`);
  if (about.facts.challenges.some(({ state }) => state === 'overturned'))
    return closed('The decision was overturned: record the authorization that it grants.');
  if (isChallengeRoute(kind)) return challengeAnswer(kind, about);
  if (about.planType === 'none' && kind !== 'self_pay')
    return closed('There is no plan that a request could be sent to.');
  switch (kind) {
    case 'correct_and_resubmit':
      return correctAndResubmit(about);
    case 'new_request':
      return newRequest(about);
    case 'exception':
      return exception(about);
    case 'self_pay':
      return selfPay(about);
  }
}
