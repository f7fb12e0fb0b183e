/**
 * Why something may not be done: a stable code for programs and one whole sentence for people.
 * The same sentence stands in the log, in the API's answer and on the screen.
 */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
  /** The input field that has to change, where one does. */
  readonly field?: string;
}

export function refusal(code: string, sentence: string, field?: string): Refusal {
  return field === undefined ? { code, sentence } : { code, sentence, field };
}

/** Keeps the refusals of a list of checks; a check that is content returns null. */
export function refusalsOf(...checks: readonly (Refusal | readonly Refusal[] | null)[]): readonly Refusal[] {
  return checks.flatMap((check) => check ?? []);
}
