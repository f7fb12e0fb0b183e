import { Day, isDay } from '../calendar';
import { normalizeDiagnosis } from '../diagnosis';
import { bodySiteWords } from '../injury';
import { canonicalUnit, numberWord, numberWords, units } from './units';

export type ValueKind =
  'number' | 'day' | 'month' | 'year' | 'code' | 'identifier' | 'quote' | 'side' | 'motion' | 'site';

/** Something specific that words say and a record can agree or disagree with: “62°”, “3 March 2026”, “L90.5”, “left”. */
export interface SaidValue {
  readonly kind: ValueKind;
  /** As it was written, and where. */
  readonly text: string;
  readonly at: number;
  /** For comparing: `62`, `2026-03-03`, `2026-03`, `L90.5`, `left`. */
  readonly value: string;
  /** Of a number, where it has one. */
  readonly unit: string | null;
}

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
const month = `(?:${months}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?`;
// “Back” is too often not the body’s.
const siteNames = Object.values(bodySiteWords)
  .map((words) => words.toLowerCase())
  .filter((words) => words !== 'back')
  .join('|');
const limbs = `${siteNames}|palm|thumb|finger|arm|leg|limb|extremity|side|eye|ear|cheek|breast|heel|toes?`;
const joints = 'upper|lower|dominant|index|middle|ring|little|fourth|fifth|distal|proximal|dorsal|volar';

type Maker = (match: RegExpExecArray) => Omit<SaidValue, 'text' | 'at'> | null;
const plain = (kind: ValueKind, value: string) => ({ kind, value, unit: null });

// In this order: what is found first keeps its place, so that “3 March 2026” is a day and not a 3.
const readers: readonly (readonly [RegExp, Maker])[] = [
  [/\b(\d{4})-(\d\d)-(\d\d)\b/g, ([, y, m, d]) => dayOf(y, Number(m), d)],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${month}),? (\\d{4})\\b`, 'gi'),
    ([, d, m, y]) => dayOf(y, monthOf(m), d),
  ],
  [
    new RegExp(`\\b(${month}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'gi'),
    ([, m, d, y]) => dayOf(y, monthOf(m), d),
  ],
  [/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, ([, m, d, y]) => dayOf(y, Number(m), d)],
  [
    new RegExp(`\\b(${month}),? (\\d{4})\\b`, 'gi'),
    ([, m, y]) => plain('month', `${y}-${String(monthOf(m)).padStart(2, '0')}`),
  ],
  // Names that hold a figure and measure nothing.
  [/\b(?:PHQ-9|5-FU|CO2|CO₂|POSAS v2)(?![\p{L}\p{N}])/gu, () => null],
  [/\b[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b/gi, ([text]) => plain('code', normalizeDiagnosis(text) ?? text)],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}.,])(?:(?<sign>minus |[-−](?=\\d))|)(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:[ -]?(?<unit>${units})(?![\\p{L}\\p{N}²]))`,
      'giu',
    ),
    numberOf,
  ],
  [/\b(?:\d{4}[0-9T]|[A-Z]\d{4})\b/g, ([text]) => plain('code', text)],
  [/\b[A-Z]\d[0-9A-Z]{1,5}\b/g, ([text]) => plain('code', normalizeDiagnosis(text) ?? text)],
  [
    /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}/-]*\d)(?=[\p{L}\p{N}/-]*\p{L})[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*/gu,
    ([text]) =>
      /^\d+(?:st|nd|rd|th)$/i.test(text)
        ? { kind: 'number', value: text.replace(/\D/g, ''), unit: null }
        : plain('identifier', text.toLowerCase()),
  ],
  [/(?<![\p{L}\p{N}.,/-])(?:19|20)\d\d(?![\p{L}\p{N}/-])(?![.,]\d)/gu, ([text]) => plain('year', text)],
  [
    /(?<![\p{L}\p{N}.,])(?:(?<sign>minus |[-−](?=\d))|)(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/giu,
    numberOf,
  ],
  [
    new RegExp(`(?<![\\p{L}-])(?<word>${numberWords})(?:[ -](?<unit>${units}))?(?![\\p{L}])`, 'giu'),
    ({ groups }) => {
      const [word = '', unit] = [groups?.['word'], groups?.['unit']];
      // “One” without what it counts is a pronoun.
      if (word.toLowerCase() === 'one' && unit === undefined) return null;
      return { kind: 'number', value: String(numberWord(word)), unit: canonicalUnit(unit) };
    },
  ],
  [
    new RegExp(
      `\\b(left|right)(?=[- ](?:(?:${joints}) )?(?:${limbs})|,|\\)|;|$)|\\b(?:bilateral(?:ly)?|both (?:sides|${limbs})s?)\\b`,
      'gi',
    ),
    ([, side]) => plain('side', side?.toLowerCase() ?? 'both'),
  ],
  [
    /\b(?:dorsi|plantar ?)?(?:flexion|extension)\b|\b(?:ab|ad)duction\b|\b(?:(?:internal|external) )?rotation\b|\bside bending\b|\b(?:pro|supi)nation\b|\bopposition\b|\b(?:in|e)version\b|\b(?:radial|ulnar) deviation\b/gi,
    ([text]) => plain('motion', text.toLowerCase()),
  ],
  [new RegExp(`\\b(${siteNames})s?\\b`, 'gi'), ([, site = '']) => plain('site', site.toLowerCase())],
];

/** Everything specific in a text, by position. What stands in quotation marks is also said as a whole. */
export function valuesSaid(text: string): readonly SaidValue[] {
  const taken: { from: number; to: number }[] = [];
  const found: SaidValue[] = [];
  for (const [pattern, make] of readers)
    for (const match of text.matchAll(pattern)) {
      const span = { from: match.index, to: match.index + match[0].length };
      if (span.to === span.from || taken.some((one) => span.from < one.to && one.from < span.to)) continue;
      const made = make(match);
      taken.push(span);
      if (made) found.push({ ...made, text: match[0].trim(), at: match.index });
    }
  return [...found, ...quotesIn(text)].sort((one, other) => one.at - other.at);
}

/** Three words or more in quotation marks are somebody’s words; fewer are a manner of speaking. */
function quotesIn(text: string): readonly SaidValue[] {
  return [...text.matchAll(/“([^”]+)”|"([^"]+)"/g)]
    .filter((match) => (match[1] ?? match[2] ?? '').trim().split(/\s+/).length >= 3)
    .map((match) => ({
      ...plain('quote', squeezed(match[1] ?? match[2] ?? '')),
      text: match[0],
      at: match.index,
    }));
}

/** For comparing quotations: white space and the point at the end make no difference. */
export function squeezed(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;]$/, '')
    .toLowerCase();
}

function numberOf({ groups }: RegExpExecArray): Omit<SaidValue, 'text' | 'at'> {
  const value = Number((groups?.['digits'] ?? '').replaceAll(',', ''));
  return {
    kind: 'number',
    value: String(groups?.['sign'] === undefined ? value : -value),
    unit: canonicalUnit(groups?.['unit']),
  };
}

function dayOf(year = '', monthNumber = 0, date = ''): Omit<SaidValue, 'text' | 'at'> {
  const day: Day = `${year}-${String(monthNumber).padStart(2, '0')}-${date.padStart(2, '0')}`;
  // A day that no calendar has is still said, and no record will agree with it.
  return plain('day', isDay(day) ? day : `${day}?`);
}

function monthOf(name = ''): number {
  return months.split('|').findIndex((one) => one.startsWith(name.slice(0, 3).toLowerCase())) + 1;
}
