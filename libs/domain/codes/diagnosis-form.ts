/** Extent of a burn, transplant and amputation complications: chapter 19 without a seventh character. */
const withoutSeventh = /^(T30|T31|T32|T86|T87|Y6[2-9]|Y7|Y8[0-4]|Y9)/;

/** Whether a code of this category carries the encounter in a seventh character: A, D or S (sequela). */
export function takesSeventh(code: string): boolean {
  return /^[STV-Y]/.test(code) && !withoutSeventh.test(code);
}

/** `T20.30S` → `T20.30XS`: an encounter letter that stands too early is moved to the seventh place. */
export function padded(code: string): string | null {
  const compact = code.replace('.', '');
  if (!takesSeventh(code) || compact.length >= 7 || compact.length < 4 || !/[ADS]$/.test(compact))
    return null;
  const whole = compact.slice(0, -1).padEnd(6, 'X') + compact.slice(-1);
  return `${whole.slice(0, 3)}.${whole.slice(3)}`;
}

/** Injury codes whose seventh character is not there yet. */
export function lacksSeventh(code: string): boolean {
  return takesSeventh(code) && code.replace('.', '').length < 7 && padded(code) === null;
}

/** `T31.10XS` → `T31.10`: what is left without a seventh character that its category does not have. */
export function withoutSeventhOf(code: string): string | null {
  if (!/^T3[12]/.test(code)) return null;
  const plain = /^T3[12]\.\d{1,2}/.exec(code)?.[0] ?? code.slice(0, 3);
  return plain === code ? null : plain;
}
