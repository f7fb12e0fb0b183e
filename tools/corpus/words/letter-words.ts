import { dayInWords, Day, diagnosisWords } from '@stipple/domain';
import type { Dice } from '../dice';
import type { Patient } from '../patients';
import type { Scar } from '../scars';
import { capital, unit } from './clinic-words';

export interface LetterFacts {
  readonly patient: Patient;
  readonly scar: Scar;
  readonly physician: string;
  readonly sessions: number;
  readonly today: Day;
}

/**
 * A letter of medical necessity: what the patient has, where it came from, what it hinders, what was tried, what is
 * planned, what can be measured afterwards, and what is not known. It claims nothing beyond that.
 */
export function letterOf(dice: Dice, { patient, scar, physician, sessions, today }: LetterFacts): string {
  const { givenName, familyName, birthDate, memberId, payer, pronoun } = patient;
  const name = `${givenName} ${familyName}`;
  const weeks = dice.pick([4, 5, 6]);
  const depth = dice.pick(['1.5 mm', '1.5 to 2.0 mm', '2.0 mm']);
  const years = Number(today.slice(0, 4)) - Number(scar.injuredOn.slice(0, 4));
  const since = years === 0 ? 'earlier this year' : years === 1 ? 'last year' : `${years} years ago`;
  return [
    `${dayInWords(today)}`,
    `To ${payer.name}, Utilization Management\nRe: ${name}, born ${dayInWords(birthDate)}, member ${memberId}\nRequest: ${sessions} sessions of medical microneedling, code 17999 (unlisted), office`,
    dice.pick([
      `I treat ${name} for a scar of the ${scar.place} after ${scar.origin} ${since}.`,
      `${name} is under my care because of a scar of the ${scar.place}. It goes back to ${scar.origin} ${since}.`,
    ]) +
      ` Diagnoses: ${scar.diagnoses.map((code) => `${code} (${diagnosisWords(code).toLowerCase()})`).join('; ')}.`,
    function_(dice, scar, pronoun),
    `${capital(listed(scar.tried))} did not change this enough: improvement stopped, and function has been the same for at least three months.`,
    `I plan ${sessions} sessions of microneedling at intervals of ${weeks} weeks, needle depth ${depth}, over ${scar.areaCm2} cm², followed by therapy and stretching. No more specific code describes the work. In time and effort it is comparable to dermabrasion of a segment, at a lower depth; the comparator and the price are on the enclosed worksheet.`,
    goal(scar, sessions),
    dice.pick([
      'The evidence is limited: one randomized comparison with fractional laser and several small series report softer scars and better movement. Needling devices are cleared for facial acne scars in adults; use on this scar lies outside that indication, and the patient knows it.',
      'Published evidence consists of small trials and series with consistent, moderate gains in scar scores. The device’s clearance does not name this indication; I have explained this. I consider the treatment appropriate because the alternatives, release and graft, carry more risk.',
    ]),
    `Photographs with scale, measurements and the record of earlier treatment are enclosed. I am available for a call with your medical director.\n\n${physician}`,
  ].join('\n\n');
}

function function_(dice: Dice, scar: Scar, pronoun: string): string {
  const rated = `On the Vancouver Scar Scale it scores ${scar.vss} of 13; pain is ${scar.pain} and itch ${scar.itch} of 10.`;
  if (scar.functional === null)
    return `The scar is visible and bothers the patient. It does not restrict movement. ${rated}`;
  const { impairment, measure, before } = scar.functional;
  const link = dice.pick([
    `The scar tethers the skin, and because of it ${pronoun} ${impairment}.`,
    `Because the scar does not stretch, ${pronoun} ${impairment}.`,
  ]);
  return `${link} ${capital(measure.words)} is ${before}${unit(scar)}; normal is ${measure.norm}${unit(scar)}. ${rated} This is an impairment of function, not a matter of appearance.`;
}

function goal(scar: Scar, sessions: number): string {
  const aim = scar.functional
    ? `${scar.functional.measure.words} of at least ${scar.functional.aim}${unit(scar)}`
    : 'a scar score lowered by two points';
  return `The goal is ${aim} after ${sessions} sessions. If there is no measurable gain after the second session, I will stop.`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** What physicians ask for before they sign, and what is added then. */
export const letterChanges = [
  {
    note: 'Say by which instrument the restriction was measured.',
    answer: 'All ranges were measured by goniometer, three times each, by the same therapist.',
  },
  {
    note: 'Name what was tried before and for how long.',
    answer: 'Silicone sheeting and massage were tried for six months, without lasting gain.',
  },
  {
    note: 'State what we will measure to judge success.',
    answer: 'Success is a gain of ten degrees, or of two points of pain, after the third session.',
  },
] as const;
