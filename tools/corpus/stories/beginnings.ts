import { addDays } from '@stipple/domain';
import type { Dice } from '../dice';
import type { Story } from '../story';
import { Opening, benefitCall, openCase } from '../telling/begin';
import { assign, nextTouchNear } from '../telling/care';
import { gatherEvidence } from '../telling/gather-evidence';
import { Step, need, step } from './plot';

// How every case begins: opened, called about, its evidence gathered.

const plannedSessions = (dice: Dice, cosmetic: boolean) =>
  dice.weighted(
    cosmetic
      ? ([
          [3, 60],
          [4, 25],
          [2, 10],
          [5, 5],
        ] as const)
      : ([
          [3, 52],
          [4, 24],
          [2, 12],
          [5, 7],
          [6, 5],
        ] as const),
  );

/** What nobody owns yet is looked at today or tomorrow. */
const firstLookAt = ({ clinic, dice }: Story) =>
  clinic.days.dayAt(clinic.days.current + (dice.chance(0.7) ? 0 : 1));

export const opened = (opening: Opening = 'by owner'): Step[] => [
  step(0, (story, threads) => {
    const planned = plannedSessions(story.dice, story.scar.functional === null);
    const isFresh = story.day > story.clinic.days.lastFull - 8;
    const touch =
      opening === 'unowned'
        ? firstLookAt(story)
        : isFresh
          ? nextTouchNear(story)
          : addDays(story.today, story.dice.within([2, 5]));
    threads.case = openCase(story, planned, touch, opening);
  }),
];

/** Opened by one coordinator, handed to the other by the manager. */
const handedOver = (): Step[] => [
  ...opened('by colleague'),
  step([0, 1], (story, threads) => assign(story, need(threads.case, 'case'), story.cast.owner)),
];

export const called = (dice: Dice, answer?: 'yes' | 'no' | 'unknown'): Step[] => [
  ...(dice.chance(0.05) ? handedOver() : opened()),
  step([0, 3], (story) =>
    benefitCall(
      story,
      answer ??
        story.dice.weighted([
          ['yes', 82],
          ['unknown', 18],
        ] as const),
    ),
  ),
];

/** What the screening afterwards is to come to, by what is found here: of what hinders, as much as the case's record holds. */
export type Found = 'medical' | 'cosmetic';

export const evidenced = (
  dice: Dice,
  answer?: 'yes' | 'no' | 'unknown',
  found: Found = 'medical',
): Step[] => [
  ...called(dice, answer),
  step([0, 5], (story) =>
    gatherEvidence(
      story,
      found === 'cosmetic' ? 'cosmetic' : story.onRecord.open ? 'uncertain' : 'likely_medical',
    ),
  ),
];
