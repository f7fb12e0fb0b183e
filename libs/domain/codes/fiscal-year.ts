import type { Day } from '../calendar';

/** ICD-10-CM changes each 1 October; the fiscal year is named after the calendar year in which it ends. */
export function fiscalYearOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '10-01' ? year + 1 : year;
}

export function fiscalYearOpens(year: number): Day {
  return `${year - 1}-10-01`;
}

export function fiscalYearCloses(year: number): Day {
  return `${year}-09-30`;
}
