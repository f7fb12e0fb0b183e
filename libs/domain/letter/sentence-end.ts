import { alwaysGoesOn, goesOnBeforeNumber, mayEnd, sentenceStarts } from './abbreviations';

/**
 * Whether a sentence ends at a mark (`.`, `!`, `?`, `…` or several). `before` ends with the mark and the
 * quotation marks or brackets that close behind it, `after` is what follows the white space. In doubt it ends: two sentences that are taken for one would share their evidence.
 */
export function endsSentence(before: string, after: string): boolean {
  if (after === '') return true;
  const lower = /^\p{Ll}/u.test(after);
  const [, mark = '', closed = ''] = /([.!?…]+)([^.!?…]*)$/u.exec(before) ?? [];
  if (closed !== '') return !lower;
  if (/[!?]/.test(mark)) return true;
  if (mark !== '.') return !lower;
  const word = (/[^\s(“"[«]*$/u.exec(before.slice(0, -1)) ?? [''])[0].toLowerCase();
  if (alwaysGoesOn.has(word)) return false;
  const [next = ''] = /^[^\s]+/.exec(after) ?? [];
  if (goesOnBeforeNumber.has(word)) return !/\d/.test(next) && !lower;
  const begins = sentenceStarts.has((/^\p{L}+/u.exec(after) ?? [''])[0].toLowerCase()) && !lower;
  if (/^\p{L}$/u.test(word)) return begins || !isInitial(before) || lower;
  if (mayEnd.has(word) || /^(?:\p{L}\.)+\p{L}{1,2}$/u.test(word)) return begins;
  // An abbreviation nobody listed is short: “rom. exercises”. A sentence that begins small is a slip of the pen.
  return !(lower && /^\p{L}{1,4}$/u.test(word));
}

/** “J. Smith”, “Dr. A. Lee”, “Lena M. Hart”: a capital at the beginning, or after a title, a name or an initial. */
function isInitial(before: string): boolean {
  const lastTwo = /(?:\S+\s+)?\S+$/.exec(before)?.[0] ?? '';
  return /^[(“"]?(?:(?:(?:Dr|Mr|Mrs|Ms|Prof|\p{Lu})\.|\p{Lu}[\p{L}’'-]+)\s+)?\p{Lu}\.$/u.test(lastTwo);
}
