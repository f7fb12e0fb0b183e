import { shippedProcedures } from './codes/shipped/shipped-procedures';

/** Code numbers with our own words; the official descriptions belong to their owners and are not shipped. */
export interface Procedure {
  readonly code: string;
  readonly words: string;
}

/** What may stand on a request of this trade. */
export const procedures: readonly Procedure[] = shippedProcedures.filter(({ use }) => use === 'asked');

/** The code for microneedling as long as nothing more specific exists. */
export const microneedlingCode = '17999';

export function procedureWords(code: string): string {
  return shippedProcedures.find((procedure) => procedure.code === code)?.words ?? 'Not in the shipped list';
}

/** Five characters: a CPT or HCPCS code, or a Category III code that ends in T. Form only, not validity. */
export function isProcedureCode(code: string): boolean {
  return /^(\d{4}[0-9T]|[A-Z]\d{4})$/.test(code);
}
