import { BodySite, Day, ScarCause, InjuryContext, Side, addDays, sideFits } from '@stipple/domain';
import type { Dice } from './dice';
import { usualCare } from './prior-care';
import { codesOf, originOf } from './scar-origins';
import { Measure, sitePictures } from './sites';

/** What a case is about, as the physician would describe it. Measures are null where only appearance is concerned. */
export interface Scar {
  readonly cause: ScarCause;
  readonly context: InjuryContext;
  readonly site: BodySite;
  readonly side: Side;
  /** “right hand”, “neck” … */
  readonly place: string;
  readonly origin: string;
  readonly injuredOn: Day;
  readonly diagnoses: readonly string[];
  readonly functional: {
    readonly impairment: string;
    readonly measure: Measure;
    readonly before: number;
    readonly aim: number;
  } | null;
  readonly areaCm2: number;
  readonly vss: number;
  readonly pain: number;
  readonly itch: number;
  readonly tried: readonly string[];
}

/** As much of the patient as a scar's story has to fit. */
export interface Bearer {
  readonly age: number;
  readonly pronoun: 'she' | 'he';
}

const works = (age: number) => age >= 18 && age <= 67;

/** Nobody of eighty misses a shift, and no child drives. */
function fits(words: string, age: number): boolean {
  if (/work|shift/.test(words)) return works(age);
  if (/driv|steering|crib/.test(words)) return age >= 18;
  return true;
}

/** A scar that hinders: after a burn, an injury, an operation or radiation. */
export function functionalScar(dice: Dice, opened: Day, { age }: Bearer): Scar {
  const picture = dice.weighted(sitePictures);
  const side = sideOf(dice, picture.site);
  const right = side !== 'left';
  const cause = dice.weighted<ScarCause>([
    ['burn', 62],
    ['trauma', picture.wound?.(right) ? 26 : 0],
    ['surgery', 18],
    ['radiation', ['neck', 'chest'].includes(picture.site) ? 12 : 0],
  ]);
  const context = dice.weighted<InjuryContext>(
    cause === 'burn' || cause === 'trauma'
      ? [
          ['neither', 84],
          ['work', works(age) ? 11 : 0],
          ['auto', 5],
        ]
      : [['neither', 1]],
  );
  const [origin, external] = originOf(dice, cause, context, picture.site);
  const before = dice.within(picture.measure.before);
  const aim = Math.round(before + (picture.measure.norm - before) * (0.4 + dice.fraction() * 0.25));
  return {
    cause,
    context,
    site: picture.site,
    side,
    place: placeWords(picture.words, side),
    origin,
    injuredOn: addDays(opened, -dice.within([240, 2600])),
    diagnoses: codesOf(dice, picture, cause, right, external),
    functional: {
      impairment: dice.pick(picture.impairments.filter((words) => fits(words, age))),
      measure: picture.measure,
      before,
      aim,
    },
    areaCm2: dice.within(picture.areaCm2),
    vss: dice.within([6, 11]),
    pain: dice.within([3, 8]),
    itch: dice.within([2, 8]),
    tried: dice.some(usualCare, dice.within([2, 4])),
  };
}

function sideOf(dice: Dice, site: BodySite): Side {
  return sideFits(site, 'midline')
    ? dice.weighted<Side>([
        ['left', 35],
        ['right', 35],
        ['midline', 30],
      ])
    : dice.weighted<Side>([
        ['right', 54],
        ['left', 46],
      ]);
}

function placeWords(words: string, side: Side): string {
  if (side === 'midline') return words;
  if (words === 'fingers') return `fingers of the ${side} hand`;
  return ['neck', 'face', 'chest', 'abdomen'].includes(words)
    ? `${side} side of the ${words}`
    : `${side} ${words}`;
}
