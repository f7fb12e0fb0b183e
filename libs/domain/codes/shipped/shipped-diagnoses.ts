import type { Day } from '../../calendar';
import { burnDiagnoses } from './burn-diagnoses';
import { plainDiagnoses } from './plain-diagnoses';
import { sidedDiagnoses } from './sided-diagnoses';

export interface DiagnosisEntry {
  readonly code: string;
  readonly words: string;
  /** The first day of service for which the code exists. */
  readonly opensOn: Day;
}

/** The first day of ICD-10-CM in the United States. */
const firstDay = '2015-10-01';
const later: Readonly<Record<string, Day>> = { 'F32.A': '2021-10-01' };

/**
 * The codes this trade meets daily, in our own words; the same list stands in the database. Other codes come with the
 * official list of a fiscal year, which a clinic's operator loads.
 */
export const shippedDiagnoses: readonly DiagnosisEntry[] = [
  ...plainDiagnoses,
  ...sidedDiagnoses,
  ...burnDiagnoses,
].map(([code, words]) => ({ code, words, opensOn: later[code] ?? firstDay }));

const byCode = new Map(shippedDiagnoses.map((entry) => [entry.code, entry]));

export function shippedDiagnosis(code: string): DiagnosisEntry | null {
  return byCode.get(code) ?? null;
}

/** A code above others is a heading: nothing can be billed with it. Null where the list has nothing below it. */
export function shippedBelow(code: string): string | null {
  if (byCode.has(code)) return null;
  return shippedDiagnoses.find((entry) => entry.code.startsWith(code))?.code ?? null;
}
