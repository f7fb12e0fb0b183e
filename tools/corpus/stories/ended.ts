import type { CloseReason } from '@stipple/domain';
import type { Story } from '../story';
import { cancel } from '../telling/answer';
import { billSession, settleClaim } from '../telling/claims';
import { closeCase } from '../telling/care';
import { withdrawRequest } from '../telling/request';
import { closeKey, voidAgreement } from '../telling/self-pay';
import { cancelSession } from '../telling/treatment';
import { voidReasons, withdrawReasons } from '../words/clinic-words';
import { cancellationReasons } from '../words/payer-words';
import {
  approved,
  acknowledged,
  choseToPay,
  confirmed,
  denied,
  deniedClinically,
  deniedTwice,
  offered,
} from './decisions';
import { evidenced } from './beginnings';
import { medical, received, screened } from './openings';
import { appealedInVain, won } from './challenged';
import { Act, Plot, Step, need, onRequest, step } from './plot';
import { treat } from './treating';

// Cases that are over, in the ways in which they end.

const close = (gap: readonly [number, number], reason: CloseReason): Step =>
  step(gap, (story, threads) => closeCase(story, need(threads.case, 'case'), reason));

const finish = (story: Story, threads: Parameters<Act>[1], reason: CloseReason): void => {
  const gap = story.dice.within([1, 6]);
  if (!story.reaches(gap)) return;
  story.goOn(gap);
  closeCase(story, need(threads.case, 'case'), reason);
};

/** Treated, billed, paid, closed; as far as there was time for it. */
const treatedAndBilled: Act = (story, threads) => {
  const { isFinished, isStuck, sessions } = treat(story, threads, { ahead: 1 });
  const [toBill, toPay] = [story.dice.within([1, 4]), story.dice.within([14, 28])];
  if (!(isFinished || isStuck) || !story.reaches(toBill + toPay)) return;
  story.goOn(toBill);
  const authorization = need(threads.authorization, 'authorization');
  const claims = sessions
    .filter(({ fact }) => fact.state === 'performed')
    .map((session) => billSession(story, session, authorization));
  story.goOn(toPay);
  for (const claim of claims) settleClaim(story, claim);
  finish(story, threads, 'completed');
};

const treatedAndPaid: Act = (story, threads) => {
  const { isFinished, isStuck } = treat(story, threads, { ahead: 1 });
  if (isFinished || isStuck) finish(story, threads, 'completed');
};

/** Begins and does not go on: whatever is still booked is cancelled, the agreement withdrawn. */
const breaksOff =
  (reason: CloseReason): Act =>
  (story, threads) => {
    const { course, sessions } = treat(story, threads, { ahead: 1, most: story.dice.within([1, 2]) });
    const gap = story.dice.within([8, 25]);
    if (!story.reaches(gap)) return;
    story.goOn(gap);
    for (const session of sessions)
      if (['scheduled', 'planned'].includes(session.fact.state))
        cancelSession(story, session, 'Patient does not want to go on', course);
    if (course.agreement && ['signed', 'active'].includes(course.agreement.fact.state)) {
      voidAgreement(story, course.agreement, 'Patient does not want to go on');
      closeKey(course.clearance);
    }
    finish(story, threads, reason);
  };

const voided = (): Step =>
  step([2, 15], (story, threads) =>
    voidAgreement(story, need(threads.agreement, 'agreement'), story.dice.pick(voidReasons)),
  );

const dies: Act = (story, threads) => {
  story.patient.row.died_on = story.today;
  closeCase(story, need(threads.case, 'case'), 'deceased');
};

const withdraws = onRequest((story, request) =>
  withdrawRequest(story, request, story.dice.pick(withdrawReasons)),
);
const cancelled = onRequest((story, request) => cancel(story, request, story.dice.pick(cancellationReasons)));

const functional = { scar: 'functional', leaning: 'any' } as const;
const cosmetic = { scar: 'cosmetic', leaning: 'any' } as const;
const denying = { scar: 'functional', leaning: 'denying' } as const;
const approving = { scar: 'functional', leaning: 'approving' } as const;

// prettier-ignore
export const endedPlots: readonly Plot[] = [
  { ...approving, name: 'completed, approved', share: 80, rest: [96, 252], steps: (dice) => approved(dice), then: treatedAndBilled },
  { ...approving, name: 'completed, partly approved', share: 6, rest: [80, 230], steps: (dice) => acknowledged(dice, 'partial'), then: treatedAndBilled },
  { ...functional, name: 'completed, not required', share: 5, rest: [90, 230], steps: (dice) => confirmed(dice), then: treatedAndBilled },
  { ...denying, name: 'completed, overturned on appeal', share: 10, rest: [90, 190], steps: (dice) => [...deniedClinically(dice), ...won(dice, 'overturned')], then: treatedAndBilled },
  { ...cosmetic, name: 'completed, self-pay', share: 48, rest: [72, 255], steps: (dice) => [...screened(dice, 'cosmetic'), ...choseToPay()], then: treatedAndPaid },
  { ...denying, name: 'completed, self-pay after a denial', share: 36, rest: [72, 240], steps: (dice) => [...denied(dice), ...choseToPay()], then: treatedAndPaid },
  { ...functional, name: 'broke off', share: 6, rest: [60, 230], steps: (dice) => approved(dice), then: breaksOff('patient_withdrew') },
  { ...cosmetic, name: 'broke off, self-pay', share: 4, rest: [60, 230], steps: (dice) => [...screened(dice, 'cosmetic'), ...choseToPay()], then: breaksOff('patient_withdrew') },
  { ...cosmetic, name: 'cosmetic, declined', share: 46, rest: [3, 255], steps: (dice) => [...screened(dice, 'cosmetic'), close([1, 15], 'cosmetic_declined')] },
  { ...cosmetic, name: 'cosmetic, declined the estimate', share: 22, rest: [3, 245], steps: (dice) => [...screened(dice, 'cosmetic'), ...offered(), voided(), close([0, 2], 'cosmetic_declined')] },
  { ...denying, name: 'no coverage', share: 38, rest: [3, 235], steps: (dice) => [...denied(dice), close([2, 14], 'no_coverage')] },
  { ...denying, name: 'no coverage, twice', share: 6, rest: [3, 220], steps: (dice) => [...deniedTwice(dice), close([2, 10], 'no_coverage')] },
  { ...denying, name: 'declined to pay after a denial', share: 18, rest: [3, 225], steps: (dice) => [...denied(dice), ...offered(), voided(), close([0, 2], 'patient_withdrew')] },
  { ...denying, name: 'appeals exhausted', share: 12, rest: [3, 200], steps: (dice) => [...deniedClinically(dice), ...appealedInVain(), close([1, 6], 'exhausted_appeals')] },
  { ...functional, name: 'withdrew while with the payer', share: 14, rest: [3, 240], steps: (dice) => [...received(dice), step([2, 9], withdraws), close([0, 3], 'patient_withdrew')] },
  { ...functional, name: 'cancelled by the payer', share: 4, rest: [3, 240], steps: (dice) => [...received(dice), step([2, 9], cancelled), close([1, 5], 'transferred')] },
  { ...functional, name: 'withdrew before the letter', share: 18, rest: [3, 255], steps: (dice) => [...medical(dice), close([2, 20], 'patient_withdrew')] },
  { ...functional, name: 'transferred', share: 8, rest: [3, 250], steps: (dice) => [...evidenced(dice), close([2, 20], 'transferred')] },
  { ...functional, name: 'died', share: 2, rest: [5, 230], alone: true, steps: (dice) => [...medical(dice), step([5, 30], dies)] },
];
