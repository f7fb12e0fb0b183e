import type { Dice, Range } from '../dice';
import type { Leaning } from '../payers';
import type { Story } from '../story';
import type { AuthorizationTold } from '../telling/authorization';
import type { CaseTold } from '../telling/begin';
import type { Course } from '../telling/booking';
import type { ChallengeTold } from '../telling/challenge';
import type { LetterTold } from '../telling/letter';
import type { ScreeningTold } from '../telling/screening';
import type { RequestTold } from '../telling/request';
import type { AgreementTold } from '../telling/self-pay';

/** What a story has brought forth so far, for the steps that come after. */
export interface Threads {
  case?: CaseTold;
  screening?: ScreeningTold;
  letter?: LetterTold;
  request?: RequestTold;
  authorization?: AuthorizationTold;
  agreement?: AgreementTold;
  course?: Course;
  challenge?: ChallengeTold;
}

export type Act = (story: Story, threads: Threads) => void;

/** Something that happens a number of working days after what came before; 0 is the same day, a little later. */
export interface Step {
  readonly gap: Range;
  readonly act: Act;
}

export const step = (gap: Range | 0, act: Act): Step => ({ gap: gap === 0 ? [0, 0] : gap, act });

/** A kind of case: what happens in it, how often it occurs, and how long ago its last step was. */
export interface Plot {
  readonly name: string;
  /** Out of a thousand cases. */
  readonly share: number;
  /** However large the clinic: what waits for one of three physicians stays a day's work. */
  readonly most?: number;
  readonly scar: 'functional' | 'cosmetic';
  /** With which payers this is likelier. */
  readonly leaning: Leaning;
  /** Working days between the last of its steps and yesterday. */
  readonly rest: Range;
  readonly steps: (dice: Dice) => readonly Step[];
  /** What follows at the pace of the diary, up to the present. */
  readonly then?: Act;
  /** Nobody else's story may be this patient's: they die in it. */
  readonly alone?: true;
}

/** An act on the request that an earlier step has drafted. */
export const onRequest =
  (act: (story: Story, request: RequestTold) => void): Act =>
  (story, threads) =>
    act(story, need(threads.request, 'request'));

/** A thread that an earlier step must have left. */
export function need<T>(thread: T | undefined, what: string): T {
  if (thread === undefined) throw new Error(`this story has no ${what} yet`);
  return thread;
}
