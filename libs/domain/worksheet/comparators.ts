import { Day, dayInWords } from '../calendar';
import { isUnlisted, isValid, procedureOn } from '../codes/procedure-findings';
import { ProcedureEntry, shippedProcedures } from '../codes/shipped/shipped-procedures';
import { isProcedureCode } from '../procedure';

/** A code that an unlisted one may be compared with, in our own words. */
export interface ComparatorChoice {
  readonly code: string;
  readonly words: string;
  readonly note: string | null;
  /** Named by the code list itself as what a reviewer would compare with. */
  readonly usual: boolean;
}

/** Nothing is destroyed by a needle: a reviewer takes the comparison for miscoding. */
const misleading = new Set(['17110', '17111']);

/** Procedures on the skin have the numbers 10000 to 19999; the laser’s codes and special dermatology stand elsewhere. */
function isOnSkin(code: string): boolean {
  const laser = shippedProcedures.some((one) => one.code === code && one.use === 'asked');
  return /^1\d{4}$/.test(code) || /^969\d\d$/.test(code) || laser;
}

/** What to choose from on a day of service: the usual comparators first. */
export function comparatorsFor(procedureCode: string, on: Day): readonly ComparatorChoice[] {
  const usual = procedureOn(on, procedureCode)?.comparators ?? [];
  const fits = (entry: ProcedureEntry) =>
    isValid(entry, on) && comparatorFlaw(entry.code, procedureCode, on) === null;
  return shippedProcedures
    .filter(fits)
    .map(({ code, words, note }) => ({ code, words, note, usual: usual.includes(code) }))
    .sort((one, other) => Number(other.usual) - Number(one.usual));
}

/** Why an unlisted code cannot be compared with this one, or null. */
export function comparatorFlaw(comparator: string, procedureCode: string, on: Day): string | null {
  if (!isProcedureCode(comparator)) return `“${comparator}” is not a procedure code such as 15781.`;
  if (comparator === procedureCode) return `${comparator} is the code itself; compare it with another one.`;
  if (isUnlisted(comparator))
    return `${comparator} is unlisted too and has no fee of its own; compare with a code that has one.`;
  if (misleading.has(comparator))
    return `${comparator} destroys lesions, which needles do not; compare with work on a scar.`;
  const entry = procedureOn(on, comparator);
  if (entry !== null && !isValid(entry, on))
    return `${comparator} is not valid on the day of service, ${dayInWords(on)}.`;
  if (!isOnSkin(comparator))
    return `${comparator} ${entry ? `(${entry.words.toLowerCase()}) ` : ''}is no procedure on the skin; compare with one that is.`;
  return null;
}
