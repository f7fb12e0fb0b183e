import type { Dice } from '../dice';
import type { FirstDecision } from '../evidence/completeness-model';
import type { Story } from '../story';
import {
  answerInformation,
  approveByPhone,
  answerNoAction,
  deny,
  pend,
  referToCall,
  requestInformation,
} from '../telling/answer';
import { giveAssent } from '../telling/assent';
import { recordApproval, recordNotRequired } from '../telling/authorization';
import { mayAgreeOnPlan } from '../telling/payment-plan';
import { draftAgreement, issueEstimate, signAgreement } from '../telling/self-pay';
import { askedAgain, medical, received } from './openings';
import { Act, Step, Threads, need, onRequest, step } from './plot';

// What a payer answers, and what the patient answers to that.

const request = (threads: Threads) => need(threads.request, 'request');

/** The payer thinks about it: nothing, or a pend, a question, a referral to a call, in various orders. */
export const considered = (dice: Dice): Step[] => {
  const way = dice.weighted([
    ['at once', 46],
    ['pended', 24],
    ['asked', 20],
    ['called', 10],
  ] as const);
  if (way === 'pended') return [step([1, 4], onRequest(pend))];
  if (way === 'called') return [step([2, 6], onRequest(referToCall))];
  return way === 'asked' ? [...informationAsked(dice), informationAnswered()] : [];
};

export const informationAsked = (dice: Dice): Step[] => [
  ...(dice.chance(0.4) ? [step([1, 3], onRequest(pend))] : []),
  step([2, 6], onRequest(requestInformation)),
];
export const informationAnswered = (): Step => step([1, 6], onRequest(answerInformation));

/** With the payer, then decided one way or the other. */
const answered = (dice: Dice, first: FirstDecision, act: Act): Step[] =>
  endingAs(first, [...received(dice), ...considered(dice), step([3, 11], act)]);

/** What is on record from the beginning depends on how it ends. */
const endingAs = (first: FirstDecision, [opening, ...others]: readonly Step[]): Step[] => {
  if (opening === undefined) throw new Error('nothing is decided before it begins');
  const { gap, act } = opening;
  const foretold: Act = (story, threads) => {
    story.firstDecision = first;
    act(story, threads);
  };
  return [{ gap, act: foretold }, ...others];
};

export const denied = (dice: Dice): Step[] => answered(dice, 'denied', onRequest(deny));

/** For reasons that a physician can argue with. */
export const deniedClinically = (dice: Dice): Step[] =>
  answered(
    dice,
    'denied',
    onRequest((story, request) => deny(story, request, 'clinical')),
  );

/** Denied, asked once more with new evidence, denied again. */
export const deniedTwice = (dice: Dice): Step[] => [
  ...denied(dice),
  ...askedAgain(dice, false),
  step([4, 12], onRequest(deny)),
];

/** Approved in full: at once, after a phone call that had to be proven, or only at the second attempt. */
export const approved = (dice: Dice): Step[] => {
  const record = (story: Story, threads: Threads) =>
    void (threads.authorization = recordApproval(story, request(threads), 'approved'));
  if (dice.chance(0.1)) return [...denied(dice), ...askedAgain(dice, false), step([4, 10], record)];
  if (dice.chance(0.08))
    return endingAs('granted', [
      ...received(dice),
      step([3, 8], onRequest(approveByPhone)),
      step([1, 2], record),
    ]);
  return answered(dice, 'granted', record);
};

/** Approved with a difference that two people still have to acknowledge. */
export const differing = (dice: Dice, kind: 'partial' | 'modified'): Step[] =>
  answered(
    dice,
    'granted',
    (story, threads) => void (threads.authorization = recordApproval(story, request(threads), kind)),
  );

export const acknowledgedByCoordinator = (): Step =>
  step([0, 1], (story, threads) =>
    giveAssent(story, need(threads.authorization, 'authorization'), story.cast.owner),
  );
export const agreedByPhysician = (): Step =>
  step([0, 2], (story, threads) =>
    giveAssent(story, need(threads.authorization, 'authorization'), story.cast.physician),
  );

export const acknowledged = (dice: Dice, kind: 'partial' | 'modified'): Step[] => [
  ...differing(dice, kind),
  acknowledgedByCoordinator(),
  agreedByPhysician(),
];

/** The payer needs no authorization: said in the first call, or as its answer to the request. */
export const notRequired = (dice: Dice): Step[] =>
  dice.chance(0.6)
    ? [
        ...medical(dice, 'no'),
        step([0, 2], (story, threads) => void (threads.authorization = recordNotRequired(story, null))),
      ]
    : [
        ...noActionAnswered(dice),
        step(
          [0, 1],
          (story, threads) => void (threads.authorization = recordNotRequired(story, request(threads))),
        ),
      ];

export const noActionAnswered = (dice: Dice): Step[] => [
  ...received(dice),
  step([1, 5], onRequest(answerNoAction)),
];

/** Manager and treating physician confirm; where that is one person, once is enough. */
export const confirmed = (dice: Dice): Step[] => [
  ...notRequired(dice),
  step([0, 2], (story, threads) =>
    giveAssent(story, need(threads.authorization, 'authorization'), story.cast.manager),
  ),
  step([0, 2], (story, threads) => {
    const authorization = need(threads.authorization, 'authorization');
    if (authorization.fact.state === 'awaiting_confirmation')
      giveAssent(story, authorization, story.cast.physician);
  }),
];

/** The patient is offered to pay: a draft, then the estimate. */
export const offered = (): Step[] => [
  step([0, 6], (story, threads) => void (threads.agreement = draftAgreement(story))),
  step([0, 2], (story, threads) => issueEstimate(story, need(threads.agreement, 'agreement'))),
];

/** The patient signs; that opens the diary. */
export const choseToPay = (): Step[] => [
  ...offered(),
  step([1, 9], (story, threads) => {
    const agreement = need(threads.agreement, 'agreement');
    threads.course = { clearance: signAgreement(story, agreement), agreement };
    mayAgreeOnPlan(story, agreement);
  }),
];
