/** Code numbers with our own words; the official descriptions belong to their owners and are not shipped. */
export interface Procedure {
  readonly code: string;
  readonly words: string;
}

export const procedures: readonly Procedure[] = [
  { code: '17999', words: 'Unlisted skin procedure: medical microneedling' },
  { code: '0479T', words: 'Fractional ablative laser on a functional scar, first area' },
  { code: '0480T', words: 'Fractional ablative laser on a functional scar, each added area' },
  { code: '96999', words: 'Unlisted special dermatologic procedure, where the payer asks for it' },
];

/** The code for microneedling as long as nothing more specific exists. */
export const microneedlingCode = '17999';

export function procedureWords(code: string): string {
  return procedures.find((procedure) => procedure.code === code)?.words ?? 'Not in the shipped list';
}

/** Five characters: a CPT or HCPCS code, or a Category III code that ends in T. Form only, not validity. */
export function isProcedureCode(code: string): boolean {
  return /^(\d{4}[0-9T]|[A-Z]\d{4})$/.test(code);
}
