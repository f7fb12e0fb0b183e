import type { Day } from '../calendar';
import { fiscalYearCloses, fiscalYearOf } from './fiscal-year';
import { shippedDiagnosis } from './shipped/shipped-diagnoses';

/** A diagnosis code as a list has it: the short list that is shipped (`year` 0), or the official one of a fiscal year. */
export interface DiagnosisOnFile {
  readonly code: string;
  readonly year: number;
  readonly words: string;
  /** False for a heading, under which the codes stand that can be billed. */
  readonly billable: boolean;
  readonly opensOn: Day;
  /** Null: still valid as far as the list knows. */
  readonly closesOn: Day | null;
}

/** The year of the list that comes with Stipple. */
export const shippedYear = 0;

/** What is known about some codes: all their entries, and which official years are loaded whole. */
export interface CodesOnFile {
  readonly years: readonly number[];
  readonly diagnoses: readonly DiagnosisOnFile[];
}

/** What is known without any database: the shipped list alone. */
export function shippedOnFile(codes: readonly string[]): CodesOnFile {
  return {
    years: [],
    diagnoses: codes.flatMap((code) => {
      const entry = shippedDiagnosis(code);
      return entry === null ? [] : [{ ...entry, year: shippedYear, billable: true, closesOn: null }];
    }),
  };
}

/** How a code stands on a day of service. `unchecked`: no list at hand could say. */
export type CodeStanding = 'valid' | 'heading' | 'not_valid' | 'unchecked';

/** The official list of the day's fiscal year decides where it is loaded; else the shipped one, for what it holds. */
export function standingOn(day: Day, code: string, { years, diagnoses }: CodesOnFile): CodeStanding {
  const year = fiscalYearOf(day);
  const known = (of: number) => diagnoses.find((entry) => entry.code === code && entry.year === of);
  if (years.includes(year)) return standing(known(year), day) ?? 'not_valid';
  return standing(known(shippedYear), day) ?? 'unchecked';
}

function standing(entry: DiagnosisOnFile | undefined, day: Day): CodeStanding | null {
  if (entry === undefined) return null;
  if (!entry.billable) return 'heading';
  return entry.opensOn <= day && (entry.closesOn === null || day <= entry.closesOn) ? 'valid' : 'not_valid';
}

/** The words for a code on a day: those of the year’s official list, of the shipped one, or of whichever has it. */
export function wordsOn(day: Day, code: string, { diagnoses }: CodesOnFile): string | null {
  const entries = diagnoses.filter((entry) => entry.code === code);
  const year = fiscalYearOf(day);
  const best =
    entries.find((entry) => entry.year === year) ?? entries.find((entry) => entry.year === shippedYear);
  return (best ?? entries[0])?.words ?? null;
}

/**
 * From when to when a code is known to be valid. `closesOn` is null where no later list says that it is gone; it is the
 * end of the last year that has it where a newer year is loaded and lacks it.
 */
export function validityOf(
  code: string,
  { years, diagnoses }: CodesOnFile,
): { readonly opensOn: Day; readonly closesOn: Day | null } | null {
  const entries = diagnoses.filter((entry) => entry.code === code && entry.billable);
  const [opensOn] = entries.map((entry) => entry.opensOn).toSorted();
  if (opensOn === undefined) return null;
  const last = Math.max(...entries.map(({ year }) => year));
  if (last === shippedYear) return { opensOn, closesOn: entries[0]?.closesOn ?? null };
  return { opensOn, closesOn: years.some((year) => year > last) ? fiscalYearCloses(last) : null };
}
