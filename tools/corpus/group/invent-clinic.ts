import type { Dice } from '../dice';
import { familyNames, givenNames, towns } from '../names';
import { ClinicianSketch, DemoPerson, StaffKey, clinicians, referrers, staff, staffKeys } from '../people';
import { DemoPayer, payers } from '../payers';
import { ClinicSketch, harbor } from '../sketch';
import { kindsOfClinic, payerWords, places, specialties, streets } from './clinic-words';

/**
 * Another clinic of a group: as many people in the same parts as the first one has, but none of them, with rooms and
 * payers of its own. Its payers are of the same six kinds, by which their policies and clocks go; how often each is met,
 * and what it denies for, differs.
 *
 * @param number its place in the group, from 2
 */
export function inventClinic(number: number, dice: Dice): ClinicSketch {
  const place = dice.pick(places);
  const clinicName = `${place} ${dice.pick(kindsOfClinic)}`;
  const [city] = dice.pick(towns);
  const people = peopleOf(number, dice);
  return {
    name: `${clinicName} (demo ${number})`,
    identity: {
      ...harbor.identity,
      name: clinicName,
      tin: `0000${String(10_000 + number)}`,
      street: `${dice.within([2, 98])} ${dice.pick(streets)}`,
      city,
      phone: `555-01${String(dice.within([0, 99])).padStart(2, '0')}`,
    },
    staff: people,
    clinicians: cliniciansOf(people, dice),
    referrers: referrers.map((one) => ({ ...one, name: `Dr. ${personName(dice).join(' ')}` })),
    rooms: dice.some(places, dice.within([3, 4])).map((name, index) => `Room ${index + 1} · ${name}`),
    payers: payersOf(dice),
    mark: initialsOf(clinicName),
  };
}

function peopleOf(number: number, dice: Dice): Readonly<Record<StaffKey, DemoPerson>> {
  const people = staffKeys.map((key, index): [StaffKey, DemoPerson] => {
    const [given, family] = personName(dice);
    const { roles, name } = staff[key];
    const title = name.startsWith('Dr. ') ? 'Dr. ' : '';
    // The number keeps addresses apart where two people have one name: they are unique in a database.
    const mailbox = `${plain(given)}.${plain(family)}.${index + 1}`;
    return [
      key,
      { name: `${title}${given} ${family}`, roles, email: `${mailbox}@clinic-${number}.stipple.test` },
    ];
  });
  return Object.fromEntries(people) as Record<StaffKey, DemoPerson>;
}

/** The NPIs stay those of the first clinic: they come from a range that was never given out, and are unique in a clinic. */
function cliniciansOf(people: Readonly<Record<StaffKey, DemoPerson>>, dice: Dice): ClinicianSketch[] {
  return clinicians.map((one) =>
    one.staff === null
      ? { ...one, name: `${personName(dice).join(' ')}, PA-C` }
      : { ...one, name: people[one.staff].name, specialty: dice.pick(specialties) },
  );
}

function payersOf(dice: Dice): DemoPayer[] {
  const marks = new Set<string>();
  return payers.map((kind) => {
    const payer = payerLike(kind, dice);
    const mark = freeMark(payer.mark, marks);
    marks.add(mark);
    return { ...payer, mark, policy: kind.policy.replaceAll(`${kind.mark}-`, `${mark}-`) };
  });
}

/** Two payers of a clinic do not begin their numbers with the same letters. */
function freeMark(wanted: string, taken: ReadonlySet<string>): string {
  const others = [...'XYZWVU'].map((end) => wanted.charAt(0) + end);
  return [wanted, ...others].find((one) => !taken.has(one)) ?? wanted;
}

function payerLike(kind: DemoPayer, dice: Dice): DemoPayer {
  const [first, second, what] = payerWords[kind.key as keyof typeof payerWords];
  const [one, other] = [dice.pick(first), dice.pick(second)];
  const name = other === other.toLowerCase() ? `${one}${other}` : `${one} ${other}`;
  const wobble = (weight: number) => Math.max(1, Math.round(weight * (0.6 + dice.fraction())));
  const { any, approving, denying } = kind.leaning;
  return {
    ...kind,
    name: `${name} ${what}`,
    phone: `${kind.phone.slice(0, 3)}-555-01${String(dice.within([10, 99]))}`,
    portal: `${name} Provider Portal`,
    mark: `${one.charAt(0)}${other.charAt(0)}`.toUpperCase(),
    leaning: { any: wobble(any), approving: wobble(approving), denying: wobble(denying) },
    reasons: kind.reasons.map(([code, weight]) => [code, wobble(weight)] as const),
    ...(kind.lately && { lately: kind.lately.map(([code, weight]) => [code, wobble(weight)] as const) }),
  };
}

function personName(dice: Dice): [given: string, family: string] {
  return [dice.pick(dice.chance(0.55) ? givenNames.female : givenNames.male), dice.pick(familyNames)];
}

/** For an address: letters only, without their accents. */
function plain(name: string): string {
  const letters = name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  return letters === '' ? 'x' : letters;
}

const initialsOf = (name: string) =>
  name
    .split(' ')
    .filter((word) => /^[A-Z]/.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
