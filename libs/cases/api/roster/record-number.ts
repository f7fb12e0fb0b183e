import { createHash } from 'node:crypto';

/** No letter that is mistaken for a digit, or the other way round (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The number people say, for a patient whose file gives none. An id that is short enough to be said is used as it is.
 * A longer one, such as a UUID, becomes two groups of five characters, made from its SHA-256: always the same for the
 * same id, and of 2⁵⁰ possible ones, so that two patients of a million share one in 4 of 10,000 rosters. Then the
 * second of them is refused, in words.
 */
export function recordNumberFor(key: string): string {
  if (/^[\w./-]{1,12}$/.test(key)) return key;
  const hash = createHash('sha256').update(key).digest();
  const letters = Array.from({ length: 10 }, (_, place) => alphabet[bitsAt(hash, place * 5)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** Five bits of the hash, from this bit on. */
function bitsAt(hash: Buffer, bit: number): number {
  const pair = hash.readUInt16BE(bit >> 3);
  return (pair >> (11 - (bit & 7))) & 31;
}
