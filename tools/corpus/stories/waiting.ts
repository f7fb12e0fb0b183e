import { attach } from '../telling/begin';
import { approveByPhone, pend, referToCall } from '../telling/answer';
import { rejectUnreviewed } from '../telling/request';
import { draftAgreement } from '../telling/self-pay';
import { closeCase, reopenCase } from '../telling/care';
import { leaveNoteHalfWritten } from '../telling/notes';
import { reopenReasons } from '../words/clinic-words';
import {
  acknowledgedByCoordinator,
  agreedByPhysician,
  confirmed,
  acknowledged,
  approved,
  choseToPay,
  denied,
  deniedClinically,
  deniedTwice,
  differing,
  informationAnswered,
  informationAsked,
  noActionAnswered,
  notRequired,
  offered,
} from './decisions';
import { won } from './challenged';
import { called, evidenced, opened } from './beginnings';
import {
  askedAgain,
  drafted,
  letterReady,
  letterReadyAgain,
  letterSentBack,
  letterSigned,
  medical,
  proposed,
  received,
  requestDrafted,
  requestReady,
  screened,
  submitted,
} from './openings';
import { Plot, need, onRequest, step } from './plot';

// Cases on somebody's desk: each plot ends where the case stands today.

const functional = { scar: 'functional', leaning: 'any' } as const;
const cosmetic = { scar: 'cosmetic', leaning: 'any' } as const;
const denying = { scar: 'functional', leaning: 'denying' } as const;
const approving = { scar: 'functional', leaning: 'approving' } as const;

// prettier-ignore
const preparing: readonly Plot[] = [
  { ...functional, name: 'opened, to be called', share: 18, rest: [0, 12], steps: () => opened() },
  { ...functional, name: 'opened, nobody’s yet', share: 8, most: 8, rest: [0, 1], steps: () => opened('unowned') },
  { ...cosmetic, name: 'opened with a photograph', share: 8, rest: [0, 6], steps: () => [...opened(), step([0, 1], (story) => attach(story, 'photo', 'Sent in by the patient', 'photo head'))] },
  { ...functional, name: 'called', share: 7, rest: [0, 12], steps: (dice) => called(dice) },
  { ...functional, name: 'called, a note begun', share: 2, most: 2, rest: [0, 1], steps: (dice) => called(dice), then: (story) => leaveNoteHalfWritten(story, 'billing') },
  { ...functional, name: 'called, evidence gathered', share: 8, rest: [0, 14], steps: (dice) => evidenced(dice) },
  { ...functional, name: 'screening to sign', share: 6, most: 3, rest: [0, 3], steps: (dice) => proposed(dice, 'medical') },
  { ...cosmetic, name: 'cosmetic screening to sign', share: 1, most: 1, rest: [0, 3], steps: (dice) => proposed(dice, 'cosmetic') },
  { ...functional, name: 'letter to write', share: 20, rest: [0, 48], steps: (dice) => medical(dice) },
  { ...functional, name: 'letter begun', share: 14, rest: [0, 44], steps: (dice) => drafted(dice) },
  { ...functional, name: 'letter to sign', share: 6, most: 5, rest: [0, 3], steps: (dice) => letterReady(dice) },
  { ...functional, name: 'letter sent back', share: 3, most: 3, rest: [0, 2], steps: (dice) => letterSentBack(dice), then: (story) => leaveNoteHalfWritten(story, 'clinical') },
  { ...functional, name: 'letter to sign again', share: 3, most: 3, rest: [0, 2], steps: (dice) => letterReadyAgain(dice) },
  { ...functional, name: 'letter signed', share: 8, rest: [0, 24], steps: (dice) => letterSigned(dice) },
  { ...functional, name: 'request begun', share: 9, rest: [0, 30], steps: (dice) => requestDrafted(dice) },
  { ...functional, name: 'request ready', share: 6, rest: [0, 8], steps: (dice) => requestReady(dice) },
  { ...functional, name: 'rejected without review', share: 4, rest: [0, 3], steps: (dice) => [...submitted(dice), step([1, 3], onRequest(rejectUnreviewed))] },
  { ...cosmetic, name: 'cosmetic, to be offered', share: 20, rest: [0, 60], steps: (dice) => screened(dice, 'cosmetic') },
];

// prettier-ignore
const withPayer: readonly Plot[] = [
  { ...functional, name: 'sent, not confirmed', share: 7, rest: [0, 2], steps: (dice) => submitted(dice) },
  { ...functional, name: 'with the payer', share: 36, rest: [0, 30], steps: (dice) => received(dice) },
  { ...functional, name: 'with the payer, corrected', share: 4, rest: [0, 18], steps: (dice) => [...submitted(dice), step([1, 3], onRequest(rejectUnreviewed)), ...askedAgain(dice, true)] },
  { ...functional, name: 'pended', share: 18, rest: [0, 30], steps: (dice) => [...received(dice), step([1, 4], onRequest(pend))] },
  { ...functional, name: 'information asked', share: 11, most: 6, rest: [0, 9], steps: (dice) => [...received(dice), ...informationAsked(dice)] },
  { ...functional, name: 'information answered', share: 8, rest: [0, 14], steps: (dice) => [...received(dice), ...informationAsked(dice), informationAnswered()] },
  { ...functional, name: 'to be called', share: 4, most: 3, rest: [0, 1], steps: (dice) => [...received(dice), step([2, 6], onRequest(referToCall))] },
  { ...functional, name: 'approved by phone', share: 4, rest: [0, 1], steps: (dice) => [...received(dice), step([3, 8], onRequest(approveByPhone))] },
  { ...functional, name: 'no action required', share: 3, rest: [0, 1], steps: (dice) => noActionAnswered(dice) },
  { ...functional, name: 'partial, to acknowledge', share: 2, most: 2, rest: [0, 2], steps: (dice) => differing(dice, 'partial') },
  { ...functional, name: 'modified, physician to acknowledge', share: 2, most: 2, rest: [0, 2], steps: (dice) => [...differing(dice, 'modified'), acknowledgedByCoordinator()] },
  { ...functional, name: 'partial, coordinator to acknowledge', share: 1, most: 2, rest: [0, 2], steps: (dice) => [...differing(dice, 'partial'), agreedByPhysician()] },
  { ...functional, name: 'not required, to confirm', share: 3, most: 3, rest: [0, 2], steps: (dice) => notRequired(dice) },
  { ...denying, name: 'asked again after a denial', share: 10, rest: [0, 28], steps: (dice) => [...denied(dice), ...askedAgain(dice, false)] },
];

// prettier-ignore
const decided: readonly Plot[] = [
  { ...denying, name: 'denied', share: 64, rest: [0, 170], steps: (dice) => denied(dice) },
  { ...denying, name: 'denied twice', share: 5, rest: [0, 120], steps: (dice) => deniedTwice(dice) },
  { ...cosmetic, name: 'estimate begun', share: 7, rest: [0, 14], steps: (dice) => [...screened(dice, 'cosmetic'), step([0, 5], (story, threads) => void (threads.agreement = draftAgreement(story)))] },
  { ...cosmetic, name: 'estimate issued', share: 22, rest: [0, 130], steps: (dice) => [...screened(dice, 'cosmetic'), ...offered()] },
  { ...denying, name: 'estimate begun after a denial', share: 5, rest: [0, 14], steps: (dice) => [...denied(dice), step([1, 6], (story, threads) => void (threads.agreement = draftAgreement(story)))] },
  { ...denying, name: 'estimate issued after a denial', share: 20, rest: [0, 130], steps: (dice) => [...denied(dice), ...offered()] },
  { ...cosmetic, name: 'came back', share: 3, rest: [0, 60], steps: (dice) => [...screened(dice, 'cosmetic'), step([3, 20], (story, threads) => closeCase(story, need(threads.case, 'case'), 'cosmetic_declined')), step([20, 90], (story, threads) => reopenCase(story, need(threads.case, 'case'), story.dice.pick(reopenReasons))), ...offered()] },
  { ...cosmetic, name: 'self-pay signed', share: 14, rest: [0, 45], steps: (dice) => [...screened(dice, 'cosmetic'), ...choseToPay()] },
  { ...denying, name: 'self-pay signed after a denial', share: 13, rest: [0, 45], steps: (dice) => [...denied(dice), ...choseToPay()] },
  { ...approving, name: 'approved, to be booked', share: 36, rest: [0, 45], steps: (dice) => approved(dice) },
  { ...denying, name: 'overturned, to be booked', share: 4, rest: [0, 40], steps: (dice) => [...deniedClinically(dice), ...won(dice, 'overturned')] },
  { ...denying, name: 'partly overturned, to be booked', share: 2, rest: [0, 36], steps: (dice) => [...deniedClinically(dice), ...won(dice, 'partly_overturned')] },
  { ...approving, name: 'partly approved, to be booked', share: 5, rest: [0, 36], steps: (dice) => acknowledged(dice, 'partial') },
  { ...approving, name: 'approved with changes, to be booked', share: 4, rest: [0, 36], steps: (dice) => acknowledged(dice, 'modified') },
  { ...functional, name: 'not required, to be booked', share: 4, rest: [0, 30], steps: (dice) => confirmed(dice) },
];

export const waitingPlots = [...preparing, ...withPayer, ...decided];
