import type { GroupCode } from '@stipple/domain';
import type { Dice } from '../dice';

interface Beside {
  readonly group: GroupCode | null;
  readonly remarks: string[];
}

/** The remarks that a reason comes with; where there are several, a letter has one of them, or both. */
const remarksOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '16': [['N350'], ['M127']],
  '96': [['N383'], ['N383'], ['N383', 'N130'], ['N130']],
  '204': [['N130'], []],
  '226': [['M127'], ['N706']],
  '227': [['N706']],
  '250': [['N706']],
  '251': [['N705'], ['N710']],
  '252': [['N929'], ['N706'], ['N710', 'N929']],
  '163': [['N706']],
  '50': [['N661'], [], []],
  '150': [['N661'], []],
  '216': [['N10']],
  '55': [['N623'], []],
  '56': [['N623'], []],
  '197': [['M62'], []],
  '284': [['N54']],
  '11': [['N569'], []],
};

/**
 * Group and remarks of a letter, as payers combine them: what the plan leaves out is the patient's, everything else the
 * clinic's. A letter without a reason code has neither.
 */
export function codesBeside(dice: Dice, code: string): Beside {
  if (code === '') return { group: null, remarks: [] };
  const remarks = [...dice.pick(remarksOf[code] ?? [[]])];
  const patients = code === '204' || (code === '96' && dice.chance(0.4));
  return { group: dice.chance(0.12) ? null : patients ? 'PR' : code === '22' ? 'OA' : 'CO', remarks };
}
