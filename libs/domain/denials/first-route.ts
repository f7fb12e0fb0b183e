import type { ChallengeKind } from '../case-facts';
import { lostChallenges, runningChallenges } from '../moves/challenge-moves';
import type { RouteCase } from './challenge-answers';
import { ReadClass, isFixable } from './classes';
import { isAboutNetwork } from './network-reasons';
import { extensionReasons } from './other-answers';
import { firstLevelOf, planLevels } from './plan-levels';
import type { Route, RouteKind } from './route';

/** What to do first and why; no route where something has to be found out before. */
export interface FirstRoute {
  readonly kind: RouteKind | null;
  readonly why: string;
}

type Preference = readonly [kind: RouteKind | 'first_level', why: string];

const internal: Preference = ['first_level', 'Only a formal appeal keeps the later levels open.'];
const later: readonly Preference[] = [
  ['appeal_2', 'The first level is decided: the second follows.'],
  ['external_review', 'The plan has spoken its last word: independent reviewers decide now.'],
];
const again: readonly Preference[] = [
  ['new_request', 'No way of arguing is left: new evidence makes a new request.'],
  ['self_pay', 'No way of arguing is left: the patient may choose to pay.'],
];
const correct: readonly Preference[] = [
  ['correct_and_resubmit', 'It can be set right without arguing, which is quicker than an appeal.'],
  internal,
];

const byClass: Readonly<Record<Exclude<ReadClass, 'benefit_exclusion'>, readonly Preference[]>> = {
  clinical: [
    ['peer_to_peer', 'A physician decides at once, and the appeal stays open; its clock runs on.'],
    internal,
    ...later,
    ...again,
  ],
  experimental: [
    [
      'first_level',
      'A call seldom moves a policy: an appeal with literature may, and opens external review.',
    ],
    ...later,
    ['peer_to_peer', 'No appeal is open: a call may still show what the policy overlooks.'],
    ...again,
  ],
  authorization: correct,
  documentation: correct,
  coding: correct,
  eligibility: correct,
  timely_filing: [
    ['correct_and_resubmit', 'The proof of when it was sent settles it; without one it is written off.'],
    internal,
  ],
  unclassified: [],
  not_a_denial: [],
};

const byCode = (code: string | null): readonly Preference[] | null => {
  if (code === null) return null;
  if (extensionReasons.includes(code))
    return [['new_request', 'The authorization ran out: an extension gives what is missing.'], internal];
  if (isAboutNetwork({ code }))
    return [['exception', 'It is about the network: a gap exception asks for what it lacks.'], internal];
  if (code === '210') return [['first_level', 'It was asked for in time: the proof of that is an appeal.']];
  if (code === '39' || code === '193')
    return [['first_level', 'It repeats a decision: that one has to be appealed.'], ...later];
  return null;
};

/** The first route of the preferences that is open and in time. */
export function firstRoute(about: RouteCase, routes: readonly Route[]): FirstRoute {
  const { denialClass } = about;
  if (denialClass === 'not_a_denial') return { kind: null, why: 'There is nothing to argue.' };
  const waiting = whatIsAwaited(about);
  if (waiting !== null) return { kind: null, why: waiting };
  if (denialClass === 'benefit_exclusion' && !isScreened(about))
    return {
      kind: null,
      why: 'Screen first whether injury or function was overlooked: that decides between the plan’s words and self-pay.',
    };
  const formal = firstLevelOf(about.planType);
  const level = planLevels[about.planType].appeal_1;
  if (formal === null && level.has === 'not_known' && !isFixable(denialClass))
    return { kind: null, why: level.why };
  const preferences = byCode(about.denial.code) ?? preferred(about);
  for (const [wanted, why] of preferences) {
    const kind = wanted === 'first_level' ? formal : wanted;
    const route = routes.find((one) => one.kind === kind);
    if (route?.answer === 'yes' && !route.late) return { kind: route.kind, why };
  }
  return {
    kind: null,
    why:
      denialClass === 'unclassified'
        ? 'Ask the payer what its decision rests on: what to do depends on that.'
        : 'None of the usual ways is open: read what each lacks.',
  };
}

/** What is already on its way; a call and an informal look are not waited for, since the appeal’s clock runs on. */
function whatIsAwaited({ facts, planType }: RouteCase): string | null {
  if (facts.challenges.some(({ state }) => state === 'overturned'))
    return 'The decision was overturned: record the authorization that it grants.';
  const formal: readonly ChallengeKind[] = [
    'appeal_1',
    'appeal_2',
    'external_review',
    'independent_review_entity',
    ...(planType === 'medicare_advantage' ? (['reconsideration'] as const) : []),
  ];
  const argued = facts.challenges.filter(({ kind }) => formal.includes(kind));
  if (argued.some(({ state }) => runningChallenges.includes(state)))
    return 'An appeal is under way: follow it up until it is decided.';
  const forwarded = argued.some(
    ({ kind, state }) => kind === 'reconsideration' && lostChallenges.includes(state),
  );
  const heard = argued.some(({ kind }) => kind === 'independent_review_entity');
  return forwarded && !heard
    ? 'The plan passes what it upheld to the independent review entity by itself: wait for that decision.'
    : null;
}

const isScreened = ({ facts }: RouteCase) => facts.screening !== null && facts.screening !== 'uncertain';

/** An exclusion is never argued as necessity: either it does not apply, or it stands. */
function preferred({ denialClass, facts }: RouteCase): readonly Preference[] {
  if (denialClass !== 'benefit_exclusion') return byClass[denialClass];
  return facts.screening === 'likely_medical'
    ? [
        [
          'first_level',
          'The record shows injury or impaired function: argue that the exclusion does not apply.',
        ],
        ...later,
        ['exception', 'The exclusion stands: ask the plan for an exception.'],
        ['self_pay', 'The exclusion stands: the patient may choose to pay.'],
      ]
    : [['self_pay', 'The record speaks of looks, which the plan excludes: the patient may choose to pay.']];
}
