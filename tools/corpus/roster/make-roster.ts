import { csvLine } from '@stipple/files';
import { Dice } from '../dice';
import { familyNames, givenNames, towns } from '../names';
import { payers } from '../payers';

/** File name to content. */
export type RosterFiles = Readonly<Record<string, string>>;

const patientCount = 96;
const organizations = ['Port Alden Dermatology', 'Graycliff Scar Center', 'Larkspur Rehabilitation'];
const specialties = ['DERMATOLOGY', 'PLASTIC SURGERY', 'GENERAL PRACTICE', 'PHYSICAL MEDICINE'];

/** A small roster in the layout of Synthea’s files: the same on every machine, and nobody’s. */
export function makeRoster(): RosterFiles {
  const dice = new Dice('roster');
  const id = () =>
    [8, 4, 4, 4, 12]
      .map((length) => Array.from({ length }, () => dice.within([0, 15]).toString(16)).join(''))
      .join('-');
  const place = () => dice.pick(towns);
  const payerRows = payers.map(({ name, phone }) => [id(), name, ...place(), '03801', phone]);
  const organizationRows = organizations.map((name) => [id(), name, ...place(), '03801', '6035550100']);
  const providerRows = Array.from({ length: 12 }, () => {
    const gender = dice.pick(['F', 'M'] as const);
    const [city, state] = place();
    const organization = dice.pick(organizationRows)[0] ?? '';
    return [id(), organization, nameOf(dice, gender).join(' '), gender, dice.pick(specialties), city, state];
  });
  const patientRows = Array.from({ length: patientCount }, () => {
    const gender = dice.pick(['F', 'M'] as const);
    const [city, state] = place();
    const born = dayOf(dice, [1946, 2016]);
    const died = dice.chance(0.03) ? dayOf(dice, [2019, 2024]) : '';
    return [id(), born, died, ...nameOf(dice, gender), gender, `${city}  ${state}  US`, city, state];
  });
  const coverageRows = patientRows.flatMap((patient) => periodsOf(dice, patient, payerRows, id));
  return {
    'payers.csv': file('Id,NAME,CITY,STATE_HEADQUARTERED,ZIP,PHONE,AMOUNT_COVERED', payerRows, '0.00'),
    'organizations.csv': file(
      'Id,NAME,CITY,STATE,ZIP,PHONE,REVENUE,UTILIZATION',
      organizationRows,
      '0.00',
      '0',
    ),
    'providers.csv': file('Id,ORGANIZATION,NAME,GENDER,SPECIALITY,CITY,STATE,UTILIZATION', providerRows, '0'),
    'patients.csv': file('Id,BIRTHDATE,DEATHDATE,FIRST,LAST,GENDER,BIRTHPLACE,CITY,STATE', patientRows),
    'payer_transitions.csv': file(
      'PATIENT,MEMBERID,START_YEAR,END_YEAR,PAYER,SECONDARY_PAYER,OWNERSHIP,OWNERNAME',
      coverageRows,
    ),
  };
}

function file(header: string, rows: readonly (readonly string[])[], ...more: readonly string[]): string {
  return csvLine(header.split(',')) + rows.map((row) => csvLine([...row, ...more])).join('');
}

function nameOf(dice: Dice, gender: 'F' | 'M'): [given: string, family: string] {
  return [dice.pick(givenNames[gender === 'F' ? 'female' : 'male']), dice.pick(familyNames)];
}

function dayOf(dice: Dice, years: readonly [number, number]): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${dice.within(years)}-${two(dice.within([1, 12]))}-${two(dice.within([1, 28]))}`;
}

/** One payer after another, the last one without an end. */
function periodsOf(
  dice: Dice,
  [patient = '', , , given = '', family = '']: readonly string[],
  payerRows: readonly (readonly string[])[],
  id: () => string,
): string[][] {
  const member = id();
  const starts = Array.from({ length: dice.within([1, 3]) }, () => dice.within([2015, 2024]));
  const years = [...new Set(starts)].sort();
  const [holder, ownership] = dice.chance(0.8)
    ? [`${given} ${family}`, 'Self']
    : [`${dice.pick(givenNames.female)} ${family}`, dice.pick(['Spouse', 'Guardian'])];
  return years.map((year, index) => {
    const next = years[index + 1];
    const payer = dice.pick(payerRows)[0] ?? '';
    const ends = next === undefined ? '' : `${next - 1}-12-31T00:00:00Z`;
    return [patient, member, `${year}-01-01T00:00:00Z`, ends, payer, '', ownership, holder];
  });
}
