import type { Day } from '@stipple/domain';
import { addDays } from '@stipple/domain';
import type { Dice } from './dice';
import type { Bearer, Scar } from './scars';

const looks = [
  {
    cause: 'acne',
    site: 'face',
    words: 'cheeks',
    side: 'both',
    origin: 'acne in the teenage years',
    codes: ['L90.5', 'L70.0'],
    weight: 40,
  },
  { cause: 'acne', site: 'face', words: 'face', side: 'both', origin: 'acne', codes: ['L73.0'], weight: 8 },
  {
    cause: 'other',
    site: 'abdomen',
    words: 'abdomen',
    side: 'both',
    origin: 'pregnancy',
    codes: ['L90.6'],
    weight: 14,
  },
  {
    cause: 'other',
    site: 'thigh',
    words: 'thighs',
    side: 'both',
    origin: 'rapid growth',
    codes: ['L90.6'],
    weight: 10,
  },
  {
    cause: 'surgery',
    site: 'neck',
    words: 'front of the neck',
    side: 'midline',
    origin: 'a thyroid operation',
    codes: ['L90.5'],
    weight: 10,
  },
  {
    cause: 'surgery',
    site: 'knee',
    words: 'left knee',
    side: 'left',
    origin: 'a knee operation',
    codes: ['L90.5'],
    weight: 6,
  },
  {
    cause: 'trauma',
    site: 'face',
    words: 'forehead',
    side: 'midline',
    origin: 'a cut in childhood',
    codes: ['L90.5', 'S01.81XS'],
    weight: 12,
  },
] as const;

/** A scar that is about appearance: nothing hinders, nothing hurts enough to be a claim. */
export function cosmeticScar(dice: Dice, opened: Day, { age, pronoun }: Bearer): Scar {
  const possible = looks.filter(({ origin, cause }) =>
    origin === 'pregnancy' ? pronoun === 'she' && age >= 20 && age < 60 : cause !== 'surgery' || age >= 18,
  );
  const look = dice.weighted(possible.map((one) => [one, one.weight]));
  return {
    cause: look.cause,
    context: 'neither',
    site: look.site,
    side: look.side,
    place: look.words,
    origin: look.origin,
    injuredOn: addDays(opened, -dice.within([900, 5200])),
    diagnoses: look.codes,
    functional: null,
    areaCm2: dice.within([15, 90]),
    vss: dice.within([2, 5]),
    pain: dice.within([0, 2]),
    itch: dice.within([0, 2]),
    tried: ['moisturizers and sun protection throughout'],
  };
}
