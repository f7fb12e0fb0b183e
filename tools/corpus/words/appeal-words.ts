import type { Dice } from '../dice';
import type { Scar } from '../scars';
import { capital, unit } from './clinic-words';

/** What the physician says in a call with the medical director, noted beforehand. */
export const peerToPeerNotes = ({ place, origin, functional }: Scar) =>
  `For the call: scar of the ${place} after ${origin}.` +
  (functional ? ` Patient ${functional.impairment}.` : '') +
  ' Ask which criterion is not met, and whether a second measurement would settle it.';

export function appealLetter(scar: Scar, denialWords: string): string {
  const { functional, place, origin, tried } = scar;
  const measured = functional
    ? `${capital(functional.measure.words)} is ${functional.before}${scar.functional ? unit(scar) : ''} where ${functional.measure.norm} is normal, measured by two examiners. The patient ${functional.impairment}.`
    : '';
  return [
    `We appeal the decision, which says: “${denialWords}”`,
    `The scar of the ${place} comes from ${origin}. ${measured}`,
    `${capital(tried.join(', '))} did not restore function. The plan’s reconstructive clause covers what restores function after an injury. We ask for review by a physician of the same specialty.`,
  ].join('\n\n');
}

export const upheldInCall = (dice: Dice) =>
  dice.pick([
    'The medical director listened and stays with the decision: no new clinical information was presented.',
    'The director agrees that function is impaired but sees no evidence for this method. The decision stands.',
    'Not overturned in the call. A written appeal with a second measurement was recommended.',
  ]);

export const upheldInWriting = (dice: Dice) =>
  dice.pick([
    'After review of the additional information, the original decision is maintained.',
    'The appeal was reviewed by a physician not involved in the first decision. The denial is upheld.',
    'The denial is upheld. The criteria of the plan were applied as written.',
  ]);

export const overturnedWords = (dice: Dice) =>
  dice.pick([
    'After review of the additional information, the original decision is reversed.',
    'The second measurement shows the loss of function. The denial is overturned.',
    'A physician of the same specialty reviewed the appeal. The criteria are met.',
  ]);

/** With whom the physician spoke at the payer. */
export const reviewer = (dice: Dice) =>
  dice.pick(['Dr. Edda Kornblum', 'Dr. Tobias Ferro', 'Dr. Mina Castell', 'Dr. Hugh Arkwright']);
