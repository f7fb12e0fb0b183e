import {
  AuthRequest,
  CaseFacts,
  RouteWindows,
  challengeRoutes,
  filingWindow,
  lastDayOf,
} from '@stipple/domain';

/** The last days of the ways of arguing: the same windows that a challenge's own last day to file comes from. */
export function routeWindows(facts: CaseFacts, request: AuthRequest): RouteWindows {
  return Object.fromEntries(
    challengeRoutes.flatMap((kind) => {
      const window = filingWindow(facts, { request, kind });
      return window === null ? [] : [[kind, { lastDay: lastDayOf(window), words: window.sentence }]];
    }),
  );
}
