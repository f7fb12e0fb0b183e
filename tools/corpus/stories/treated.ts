import { addDays } from '@stipple/domain';
import type { Story } from '../story';
import { amendWindow, revoke } from '../telling/blocking';
import { billSession } from '../telling/claims';
import type { SessionTold } from '../telling/booking';
import { revocationReasons, shorteningReasons } from '../words/payer-words';
import { acknowledged, approved, choseToPay, confirmed, denied } from './decisions';
import { screened } from './openings';
import { Act, Plot, need } from './plot';
import { treat } from './treating';

// Cases under treatment: how far they are follows from the diary.

const inTreatment: Act = (story, threads) =>
  void treat(story, threads, {
    ahead: story.dice.weighted([
      [1, 70],
      [2, 20],
      [3, 10],
    ] as const),
  });

/** Treated to the end; the first sessions may be billed already, the rest waits. */
const toBill: Act = (story, threads) => {
  const { isFinished, sessions } = treat(story, threads, { ahead: 1 });
  if (!isFinished || !story.reaches(2) || story.dice.chance(0.6)) return;
  story.goOn(2);
  const authorization = need(threads.authorization, 'authorization');
  const done = sessions.filter(({ fact }) => fact.state === 'performed');
  for (const session of done.slice(0, story.dice.within([1, done.length])))
    billSession(story, session, authorization);
};

/** The payer takes back or shortens what it granted while sessions are booked: they are blocked. */
const losesClearance =
  (how: 'revoked' | 'shortened'): Act =>
  (story, threads) => {
    const { sessions } = treat(story, threads, { ahead: story.dice.within([1, 3]) });
    const future = sessions.filter(({ fact }) => fact.state === 'scheduled');
    const day = story.clinic.days.lastFull - story.dice.within([0, 2]);
    if (future.length === 0 || day <= story.day) return;
    story.moveTo(day, story.dice.within([520, 960]));
    const authorization = need(threads.authorization, 'authorization');
    if (how === 'revoked') return revoke(story, authorization, sessions, story.dice.pick(revocationReasons));
    const expiresOn = lastDayBefore(story, future);
    if (expiresOn > authorization.fact.effectiveOn)
      amendWindow(story, authorization, sessions, expiresOn, story.dice.pick(shorteningReasons));
  };

function lastDayBefore(story: Story, future: readonly SessionTold[]): string {
  const days = future.map(({ fact }) => fact.day ?? story.today).sort();
  return addDays(days[0] ?? story.today, -1);
}

const functional = { scar: 'functional', leaning: 'approving' } as const;

// prettier-ignore
export const treatedPlots: readonly Plot[] = [
  { ...functional, name: 'in treatment, approved', share: 62, rest: [4, 58], steps: (dice) => approved(dice), then: inTreatment },
  { ...functional, name: 'in treatment, partly approved', share: 5, rest: [4, 40], steps: (dice) => acknowledged(dice, 'partial'), then: inTreatment },
  { ...functional, name: 'in treatment, approved with changes', share: 3, rest: [4, 40], steps: (dice) => acknowledged(dice, 'modified'), then: inTreatment },
  { ...functional, leaning: 'any', name: 'in treatment, not required', share: 3, rest: [4, 40], steps: (dice) => confirmed(dice), then: inTreatment },
  { scar: 'cosmetic', leaning: 'any', name: 'in treatment, self-pay', share: 30, rest: [4, 58], steps: (dice) => [...screened(dice, 'cosmetic'), ...choseToPay()], then: inTreatment },
  { ...functional, leaning: 'denying', name: 'in treatment, self-pay after a denial', share: 20, rest: [4, 58], steps: (dice) => [...denied(dice), ...choseToPay()], then: inTreatment },
  { ...functional, name: 'approval revoked', share: 2, rest: [14, 45], steps: (dice) => approved(dice), then: losesClearance('revoked') },
  { ...functional, name: 'approval shortened', share: 2, rest: [14, 45], steps: (dice) => approved(dice), then: losesClearance('shortened') },
  { ...functional, name: 'to bill', share: 14, rest: [62, 90], steps: (dice) => approved(dice), then: toBill },
];
