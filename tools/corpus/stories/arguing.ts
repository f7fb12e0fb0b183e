import { draftChallenge, lastDayFor, openChallenge } from '../telling/challenge';
import { deniedClinically } from './decisions';
import { Act, Plot, need } from './plot';

// Denials that somebody argues with, while there is still time to.

/** Where the last day to file is behind, or nearly, nobody begins to write: the case waits as denied. */
const appeals =
  (how: 'to write' | 'drafted'): Act =>
  (story, threads) => {
    const { clinic, dice } = story;
    const request = need(threads.request, 'request');
    const fileByOn = lastDayFor('appeal_1', story, request);
    const day = Math.max(story.day + 1, clinic.days.lastFull - dice.within([0, 3]));
    if (day > clinic.days.lastFull || (fileByOn !== null && fileByOn < clinic.days.today)) return;
    story.moveTo(day, dice.within([520, 960]));
    threads.challenge = openChallenge(story, 'appeal_1', request, fileByOn);
    if (how === 'drafted') draftChallenge(story, threads.challenge, request);
  };

/** The payer offers a call with its physician within some days of its notice; the last of them is near. */
const calls: Act = (story, threads) => {
  const request = need(threads.request, 'request');
  story.goOn(0);
  const fileByOn = lastDayFor('peer_to_peer', story, request);
  threads.challenge = openChallenge(story, 'peer_to_peer', request, fileByOn);
  if (story.dice.chance(0.5)) draftChallenge(story, threads.challenge, request);
};

const denying = {
  scar: 'functional',
  leaning: 'denying',
  steps: (dice: Parameters<typeof deniedClinically>[0]) => deniedClinically(dice),
} as const;

// prettier-ignore
export const arguingPlots: readonly Plot[] = [
  { ...denying, name: 'appeal to write, the last days', share: 5, most: 5, rest: [110, 122], then: appeals('to write') },
  { ...denying, name: 'appeal to write', share: 5, most: 5, rest: [22, 40], then: appeals('to write') },
  { ...denying, name: 'appeal drafted', share: 4, most: 5, rest: [6, 118], then: appeals('drafted') },
  { ...denying, name: 'peer-to-peer to hold', share: 4, most: 4, rest: [2, 4], then: calls },
];
