/** Units of what letters count and measure: how they are written, and one spelling for comparing. */
const spellings: readonly (readonly [unit: string, pattern: string])[] = [
  ['°', '°|º|degrees?|deg\\.?'],
  ['%', '%|per ?cent'],
  ['cm²', 'cm²|cm2|cm\\^2|sq\\.? ?cm|square cm|square centim(?:eters?|etres?)'],
  ['cm', 'cm|centim(?:eters?|etres?)'],
  ['mm', 'mm|millim(?:eters?|etres?)'],
  ['months', 'months?'],
  ['weeks', 'weeks?'],
  ['days', 'days?'],
  ['years', 'years?|yrs?\\.?'],
  ['hours', 'hours?'],
  ['minutes', 'minutes?'],
  ['sessions', 'sessions?|visits?'],
  ['treatments', 'treatments?'],
  ['photographs', 'photographs?|photos?'],
  ['units', 'units?'],
  ['mg', 'mg'],
];

export const units = spellings.map(([, pattern]) => pattern).join('|');

export function canonicalUnit(text: string | undefined): string | null {
  if (text === undefined) return null;
  return spellings.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(text))?.[0] ?? null;
}

const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Numbers in words up to ninety-nine, the longer ones first. */
export const numberWords = `(?:${tens.join('|')})(?:[ -](?:${small.slice(0, 9).join('|')}))?|twice|${[...small].reverse().join('|')}`;

export function numberWord(text: string): number {
  if (text.toLowerCase() === 'twice') return 2;
  return text
    .toLowerCase()
    .split(/[ -]/)
    .reduce(
      (sum, word) =>
        sum +
        Math.max(0, small.indexOf(word) + 1) +
        10 * (tens.indexOf(word) >= 0 ? tens.indexOf(word) + 2 : 0),
      0,
    );
}
