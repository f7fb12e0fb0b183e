import { Day, addDays } from '@stipple/domain';
import type { Dice } from './dice';
import type { Patient } from './patients';
import { listedCare, triedUntil } from './prior-care';
import type { Scar } from './scars';

/** A scar as this patient can have it: since they were born, with care that there was time for and that their payer asks about. */
export function historyOf(scar: Scar, { birthDate, payer }: Patient, opened: Day, dice: Dice): Scar {
  const injuredOn = startOf(scar, birthDate, addDays(opened, -300), dice.fork('youth'));
  if (scar.functional === null) return { ...scar, injuredOn };
  const tried = triedUntil(scar.tried, injuredOn, opened);
  const care = dice.fork('listed care');
  // Some have had nothing of what the payer lists; the physician then has to say why.
  const more =
    payer.key === 'heron' && !tried.some((words) => words.startsWith('a compression')) && care.chance(0.92)
      ? [listedCare(care, injuredOn, opened)]
      : [];
  return { ...scar, injuredOn, tried: [...tried, ...more] };
}

/** Nobody is injured before they are born, and acne is of the youth. */
function startOf({ cause, injuredOn }: Scar, birthDate: Day, lately: Day, youth: Dice): Day {
  const grown = addDays(birthDate, cause === 'acne' ? youth.within([4700, 6600]) : 400);
  const earliest = grown < lately ? grown : lately;
  return cause === 'acne' || injuredOn < earliest ? earliest : injuredOn;
}

/** Nearly all who come with an operation’s scar are insured where operations count. */
export function isLikely(scar: Scar, { payer }: Patient, dice: Dice): boolean {
  const counts = payer.key !== 'heron' || scar.functional === null;
  return counts || ['burn', 'trauma'].includes(scar.cause) || dice.chance(0.2);
}
