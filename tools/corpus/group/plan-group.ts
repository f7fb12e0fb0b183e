import { StartProblem } from '@stipple/postgres';
import { Dice } from '../dice';
import { ClinicSketch, harbor } from '../sketch';
import { inventClinic } from './invent-clinic';

export interface GroupWish {
  readonly cases: number;
  readonly seed: number;
  /** One for each 10,000 cases, unless it is said. */
  readonly clinics?: number;
}

/** All that a clinic of a group is made from. Two of the same plan are equal to the byte. */
export interface PlannedClinic {
  /** From 1. */
  readonly number: number;
  readonly cases: number;
  /** Names its dice. */
  readonly seed: string;
  readonly now: string;
}

/** More cases than this do not find their places in the diary of three or four rooms. */
export const mostCases = 10_000;

/** The clinics of a group, as alike in size as can be. */
export function planGroup({
  cases,
  seed,
  clinics = Math.ceil(cases / mostCases),
}: GroupWish): PlannedClinic[] {
  if (clinics > cases) throw new StartProblem(`${cases} cases are not enough for ${clinics} clinics.`);
  if (Math.ceil(cases / clinics) > mostCases)
    throw new StartProblem(
      `${clinics} clinics are too few for ${cases.toLocaleString('en-US')} cases: a clinic has room for ${mostCases.toLocaleString('en-US')}.`,
    );
  return Array.from({ length: clinics }, (_, index) => ({
    number: index + 1,
    cases: Math.floor(cases / clinics) + (index < cases % clinics ? 1 : 0),
    seed: `group ${seed} clinic ${index + 1}`,
    now: momentOf(seed),
  }));
}

export function sketchOf({ number, seed }: PlannedClinic): ClinicSketch {
  return number === 1 ? harbor : inventClinic(number, new Dice(`${seed} sketch`));
}

/**
 * The moment for which a seed’s corpus is made: ten in the morning on one of forty days up to 23 November 2026. It never
 * comes from the clock, and lies before the day on which this was written: no row claims to be of the future.
 */
export function momentOf(seed: number): string {
  const day = Temporal.PlainDate.from('2026-11-23').subtract({ days: (((seed - 1) % 40) + 40) % 40 });
  return day.toZonedDateTime({ timeZone: 'America/New_York', plainTime: '10:00' }).toInstant().toString();
}
