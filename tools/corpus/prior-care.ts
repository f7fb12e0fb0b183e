import { Day, TreatmentKind, addDays, daysBetween } from '@stipple/domain';
import type { Dice } from './dice';

/** What was tried before, as a letter says it, and for how many months. */
interface Care {
  readonly words: string;
  readonly kind: TreatmentKind;
  readonly months: number;
}

const usual: readonly Care[] = [
  { words: 'silicone sheeting for four months', kind: 'silicone', months: 4 },
  { words: 'a compression garment worn for nine months', kind: 'compression', months: 9 },
  { words: 'scar massage and therapy, 16 visits', kind: 'massage_therapy', months: 4 },
  { words: 'stretching and splinting for three months', kind: 'splinting', months: 3 },
  { words: 'three injections of a steroid into the scar', kind: 'steroid_injection', months: 3 },
  { words: 'two sessions of pulsed laser', kind: 'pulsed_laser', months: 2 },
  { words: 'moisturizers and sun protection throughout', kind: 'topical', months: 0 },
];

/** What a policy may list that few patients have had. */
const listed: readonly Care[] = [
  { words: 'three injections of 5-fluorouracil into the scar', kind: 'fluorouracil_injection', months: 3 },
  { words: 'two sessions of fractional ablative laser', kind: 'ablative_laser', months: 3 },
];

const all = [...usual, ...listed];
export const usualCare = usual.map(({ words }) => words);
const [silicone, compression] = usualCare as [string, string];

/** Treatment begins when the wound has closed, and a course that was not over yet has not failed. */
const woundCloses = 45;
const lately = 21;
const monthDays = 30.44;

function fits({ months }: Care, room: number): boolean {
  return woundCloses + months * monthDays + lately <= room;
}

/** Of what the dice chose, what fits between injury and now; something always was tried. */
export function triedUntil(tried: readonly string[], injuredOn: Day, now: Day): readonly string[] {
  const room = daysBetween(injuredOn, now);
  const possible = tried.filter((words) => all.some((care) => care.words === words && fits(care, room)));
  const failing = possible.filter((words) => words !== all.find(({ kind }) => kind === 'topical')?.words);
  return failing.length > 0 ? possible : [silicone, ...possible];
}

/** One more, of those that a payer lists. */
export function listedCare(dice: Dice, injuredOn: Day, now: Day): string {
  const room = daysBetween(injuredOn, now);
  const wornOut = usual.find(({ words }) => words === compression);
  const possible = [...(wornOut && fits(wornOut, room) ? [wornOut, wornOut] : []), ...listed];
  return dice.pick(possible).words;
}

export interface Course {
  readonly kind: TreatmentKind;
  readonly fromOn: Day;
  /** Null while it goes on. */
  readonly toOn: Day | null;
}

/** When each was given: one after the other from the time the wound closed, together where there is little room. */
export function coursesOf(dice: Dice, tried: readonly string[], injuredOn: Day, now: Day): readonly Course[] {
  const first = addDays(injuredOn, woundCloses);
  const last = addDays(now, -lately);
  let next = addDays(first, dice.within([0, 20]));
  return all
    .filter(({ words }) => tried.includes(words))
    .map(({ kind, months }) => {
      if (kind === 'topical') {
        const lastYear = addDays(now, -dice.within([330, 700]));
        return { kind, fromOn: lastYear > first ? lastYear : first, toOn: null };
      }
      const length = Math.round(months * monthDays) + 2;
      const latest = addDays(last, -length);
      const fromOn = next <= latest ? next : latest < first ? first : latest;
      const toOn = addDays(fromOn, length);
      next = addDays(toOn, dice.within([10, 40]));
      return { kind, fromOn, toOn };
    });
}
