import type { Day } from '../calendar';

/** When the lists of codes were last held against what X12 publishes. Labels are our own words; the texts are X12’s. */
export const codeListsReadOn: Day = '2026-08-17';

/** A code of a payer’s answer, with our own words. Which text it stands for belongs to its owner and is not shipped. */
export interface ListedCode {
  readonly code: string;
  readonly words: string;
  /** First and last day on which it may be issued; null where the list does not say. */
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  /** Gone from the list that was read, on a day that it does not name: read on old letters, never offered. */
  readonly deactivated: boolean;
}

/** What somebody received: a code of the list, or one that is kept as it is and given no meaning. */
export type ReadCode<C extends ListedCode> =
  | { readonly raw: string; readonly known: true; readonly entry: C }
  | { readonly raw: string; readonly known: false };

export function listed(code: string, words: string, more: Partial<ListedCode> = {}): ListedCode {
  return { code, words, validFrom: null, validTo: null, deactivated: false, ...more };
}

/** Whether a code may be issued on a day, and so be offered to whoever enters a letter of that day. */
export function isOffered({ validFrom, validTo, deactivated }: ListedCode, on: Day): boolean {
  return !deactivated && (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
}

/** Looks a code up in a list whatever its case; what is not in it stays raw. */
export function lookUp<C extends ListedCode>(entries: readonly C[], text: string): ReadCode<C> {
  const raw = text.trim().toUpperCase();
  const entry = entries.find(({ code }) => code === raw);
  return entry === undefined ? { raw, known: false } : { raw, known: true, entry };
}
