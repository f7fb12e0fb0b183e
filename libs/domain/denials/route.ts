import type { Day } from '../calendar';
import type { Challenge, ScreeningOutcome } from '../case-facts';

/** What can be done after a denial, in the order in which a screen lists it. */
export const routeKinds = [
  'correct_and_resubmit',
  'new_request',
  'peer_to_peer',
  'reconsideration',
  'appeal_1',
  'appeal_2',
  'external_review',
  'exception',
  'self_pay',
] as const;
export type RouteKind = (typeof routeKinds)[number];

export const routeWords: Record<RouteKind, string> = {
  correct_and_resubmit: 'Correct and send again',
  new_request: 'New request',
  peer_to_peer: 'Peer-to-peer call',
  reconsideration: 'Reconsideration',
  appeal_1: 'Appeal, first level',
  appeal_2: 'Appeal, second level',
  external_review: 'External review',
  exception: 'Exception',
  self_pay: 'Self-pay',
};

/** The routes that argue with the decision; each is a challenge of its own once it is taken. */
export const challengeRoutes = [
  'peer_to_peer',
  'reconsideration',
  'appeal_1',
  'appeal_2',
  'external_review',
] as const satisfies readonly RouteKind[];
export type ChallengeRoute = (typeof challengeRoutes)[number];

export function isChallengeRoute(kind: RouteKind): kind is ChallengeRoute {
  return (challengeRoutes as readonly RouteKind[]).includes(kind);
}

/** The last day of a route and the rule it comes from, as the clocks have computed it. Null: there is none, or it is unknown. */
export interface RouteWindow {
  readonly lastDay: Day | null;
  readonly words: string;
}
export type RouteWindows = Readonly<Partial<Record<RouteKind, RouteWindow>>>;

/** What else decides whether a route is open. Null: nobody has found it out. */
export interface RouteFacts {
  readonly today: Day;
  /** Of this decision, and of no other. */
  readonly challenges: readonly Pick<Challenge, 'kind' | 'state' | 'deemedExhausted'>[];
  /** How the signed screening came out. */
  readonly screening: ScreeningOutcome | null;
  /** Whether a person who read the letter says that the exclusion rests on a judgement, as “cosmetic or not” often does. */
  readonly exclusionIsJudgement: boolean | null;
  /** Whether the plan’s documents name a second internal level. */
  readonly secondLevel: boolean | null;
  /** Whether the payer says in writing that a peer-to-peer call stops the clock of the appeal. */
  readonly peerStopsAppealClock: boolean;
  /** The patient’s signed form that lets the clinic appeal for them. */
  readonly representativeOnFile: boolean;
}

/** `not_known` is an honest answer: what has to be found out first stands in `why`. */
export type RouteAnswer =
  | {
      readonly answer: 'yes';
      /** What it is called with this plan, where it has another name. */
      readonly name: string | null;
      readonly who: string;
      readonly needs: readonly string[];
      readonly notes: readonly string[];
    }
  | { readonly answer: 'no' | 'not_known'; readonly why: string };

export const open = (
  who: string,
  needs: readonly string[],
  more: { readonly notes?: readonly string[]; readonly name?: string | null } = {},
): RouteAnswer => ({ answer: 'yes', name: more.name ?? null, who, needs, notes: more.notes ?? [] });
export const closed = (why: string): RouteAnswer => ({ answer: 'no', why });
export const askFirst = (why: string): RouteAnswer => ({ answer: 'not_known', why });

export type Route = { readonly kind: RouteKind; readonly words: string } & (
  | Exclude<RouteAnswer, { answer: 'yes' }>
  | (Extract<RouteAnswer, { answer: 'yes' }> & {
      readonly window: RouteWindow;
      /** Its last day lies behind: only a manager’s good cause opens it. */
      readonly late: boolean;
    })
);
