import type { Dice } from '../dice';
import {
  draftChallenge,
  lastDayFor,
  openChallenge,
  overturnChallenge,
  sendChallenge,
  upholdChallenge,
} from '../telling/challenge';
import type { ChallengeKind } from '@stipple/domain';
import { upheldInCall, upheldInWriting } from '../words/appeal-words';
import { acknowledgedByCoordinator, agreedByPhysician } from './decisions';
import { Act, Step, need, step } from './plot';

// A denial that somebody argues with, to the payer's answer.

/** Opened and written, in one go. */
const written =
  (kind: ChallengeKind): Act =>
  (story, threads) => {
    const request = need(threads.request, 'request');
    threads.challenge = openChallenge(story, kind, request, lastDayFor(kind, story, request));
    draftChallenge(story, threads.challenge, request);
  };
const sent: Act = (story, threads) => sendChallenge(story, need(threads.challenge, 'challenge'));

/** The physician calls. What the payer's physician says is known when the call is over. */
const called = (answered: Act): Step =>
  step([1, 4], (story, threads) => {
    written('peer_to_peer')(story, threads);
    sent(story, threads);
    story.goOn(0);
    answered(story, threads);
  });

const appealed = (answered: Act): Step[] => [
  step([4, 15], written('appeal_1')),
  step([0, 3], sent),
  step([12, 24], answered),
];

const inVain =
  (words: typeof upheldInCall): Act =>
  (story, threads) =>
    upholdChallenge(story, need(threads.challenge, 'challenge'), words(story.dice));

/** In a call, then in writing; the payer stays with its decision both times. */
export const appealedInVain = (): Step[] => [
  called(inVain(upheldInCall)),
  ...appealed(inVain(upheldInWriting)),
];

/** The payer changes its mind: now and then in the call already, else in writing; of a part two people have to know. */
export const won = (dice: Dice, as: 'overturned' | 'partly_overturned'): Step[] => {
  const granted: Act = (story, threads) => {
    const [challenge, request] = [need(threads.challenge, 'challenge'), need(threads.request, 'request')];
    threads.authorization = overturnChallenge(story, challenge, request, as);
  };
  const argued = dice.chance(0.3)
    ? [called(granted)]
    : [...(dice.chance(0.5) ? [called(inVain(upheldInCall))] : []), ...appealed(granted)];
  return as === 'overturned' ? argued : [...argued, acknowledgedByCoordinator(), agreedByPhysician()];
};
