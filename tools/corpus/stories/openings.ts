import type { Dice } from '../dice';
import {
  answerChanges,
  askChanges,
  askSignature,
  discardLetter,
  draftLetter,
  reviseLetter,
  signLetter,
} from '../telling/letter';
import { proposeScreening, signScreening } from '../telling/screening';
import {
  acknowledgeReceipt,
  completeRequest,
  draftRequest,
  returnRequest,
  submitRequest,
} from '../telling/request';
import { type Found, evidenced } from './beginnings';
import { Step, need, onRequest, step } from './plot';

// The way on from the evidence: to a request that the payer has received.

export const proposed = (dice: Dice, outcome: Found, answer?: 'yes' | 'no' | 'unknown'): Step[] => [
  ...evidenced(dice, answer, outcome),
  step([0, 3], (story, threads) => {
    threads.screening = proposeScreening(story);
  }),
];

export const screened = (dice: Dice, outcome: Found, answer?: 'yes' | 'no' | 'unknown'): Step[] => [
  ...proposed(dice, outcome, answer),
  // Now and then the coordinator thinks better of it before the physician has signed.
  ...(dice.chance(0.03)
    ? [
        step(
          [0, 1],
          (story, threads) => void (threads.screening = proposeScreening(story, threads.screening)),
        ),
      ]
    : []),
  step([0, 3], (story, threads) => signScreening(story, need(threads.screening, 'screening'))),
];

/** Mostly clearly medical; some cases are worth a request although something is still open. */
export const medical = (dice: Dice, answer?: 'yes' | 'no' | 'unknown'): Step[] =>
  screened(dice, 'medical', answer);

export const drafted = (dice: Dice): Step[] => [
  ...medical(dice),
  ...(dice.chance(0.04)
    ? [
        step([0, 3], (story, threads) =>
          discardLetter(story, draftLetter(story, need(threads.case, 'case').fact.plannedSessions)),
        ),
      ]
    : []),
  step([0, 5], (story, threads) => {
    threads.letter = draftLetter(story, need(threads.case, 'case').fact.plannedSessions);
  }),
  ...(dice.chance(0.14)
    ? [
        step([0, 3], (story, threads) =>
          reviseLetter(
            story,
            need(threads.letter, 'letter'),
            need(threads.case, 'case').fact.plannedSessions,
          ),
        ),
      ]
    : []),
];

export const letterReady = (dice: Dice): Step[] => [
  ...drafted(dice),
  step([0, 2], (story, threads) => askSignature(story, need(threads.letter, 'letter'))),
];

export const letterSentBack = (dice: Dice): Step[] => [
  ...letterReady(dice),
  step([0, 2], (story, threads) => askChanges(story, need(threads.letter, 'letter'))),
];

export const letterReadyAgain = (dice: Dice): Step[] => [
  ...letterSentBack(dice),
  step([0, 2], (story, threads) => {
    const letter = need(threads.letter, 'letter');
    answerChanges(story, letter);
    askSignature(story, letter);
  }),
];

export const letterSigned = (dice: Dice): Step[] => [
  ...letterReady(dice),
  step([0, 4], (story, threads) => signLetter(story, need(threads.letter, 'letter'))),
];

export const requestDrafted = (dice: Dice): Step[] => [
  ...letterSigned(dice),
  step([0, 3], (story, threads) => void (threads.request = draftRequest(story))),
];

export const requestReady = (dice: Dice): Step[] => [...requestDrafted(dice), ...completed(dice)];

const completed = (dice: Dice): Step[] => [
  step([0, 2], onRequest(completeRequest)),
  ...(dice.chance(0.03) ? [step(0, onRequest(returnRequest)), step([0, 1], onRequest(completeRequest))] : []),
];

export const submitted = (
  dice: Dice,
  channel: 'fax' | 'mail' = dice.chance(0.8) ? 'fax' : 'mail',
): Step[] => [
  ...requestReady(dice),
  step(
    [0, 1],
    onRequest((story, request) => submitRequest(story, request, channel)),
  ),
];

/** At the payer: by portal at once, otherwise when somebody has asked. */
export const received = (dice: Dice): Step[] =>
  dice.chance(0.66) ? byPortal(requestReady(dice)) : acknowledged(submitted(dice));

/** Once more, with a new request; the letter stays. */
export const askedAgain = (dice: Dice, corrects: boolean): Step[] => [
  step(
    [1, 6],
    (story, threads) => void (threads.request = draftRequest(story, corrects ? threads.request : undefined)),
  ),
  ...byPortal(completed(dice)),
];

const byPortal = (steps: readonly Step[]): Step[] => [
  ...steps,
  step(
    [0, 1],
    onRequest((story, request) => submitRequest(story, request, 'portal')),
  ),
];
const acknowledged = (steps: readonly Step[]): Step[] => [
  ...steps,
  step([1, 3], onRequest(acknowledgeReceipt)),
];
