import { cosmeticFlags } from '../codes/diagnosis-use';
import { diagnosisWords } from '../diagnosis';

/** A text a reviewer will read: a letter, a note. `field` says which, for the person who has to change it. */
export interface FreeText {
  readonly field: string;
  readonly text: string;
}

export interface CodeTrip {
  readonly kind: 'code';
  /** Names the trip for an explanation: `code:L70.0`. */
  readonly key: string;
  readonly code: string;
  readonly words: string;
  /** Z41.1 says that the encounter is cosmetic surgery: no explanation helps, the code has to go. */
  readonly stops: boolean;
}

export interface WordTrip {
  readonly kind: 'word';
  /** Names the trip for an explanation: `word:cosmetic in letter`. It covers the word wherever it is in that text. */
  readonly key: string;
  /** The entry of the list. */
  readonly word: string;
  /** As it was written. */
  readonly found: string;
  readonly field: string;
  /** Position in the text, in UTF-16 units. */
  readonly at: number;
  /** In a negation, as in “not cosmetic”: shown, but it trips nothing. */
  readonly negated: boolean;
}

/**
 * Words that reviewers read as “about looks”, as patterns without regard to case. Whole words only: “cosmetics” is
 * listed, “microcosmetic” would not be found. “Appearance” alone is an honest word of scar medicine and not listed.
 */
export const cosmeticWords: readonly (readonly [word: string, pattern: string])[] = [
  ['cosmetic', 'cosmetic(?:s|ally)?'],
  ['cosmesis', 'cosmesis'],
  ['aesthetic', 'a?esthetic(?:s|ally)?'],
  ['beautify', 'beaut(?:y|iful|ify|ification)'],
  ['rejuvenation', 'rejuvenat(?:e|es|ed|ing|ion)'],
  ['anti-aging', 'anti[- ]?age?ing'],
  ['wrinkles', 'wrinkl(?:e|es|ed|ing)'],
  ['fine lines', 'fine lines'],
  ['youthful', 'youthful|younger[- ]looking'],
  ['pores', 'pores?'],
  ['glow', 'glow(?:ing)?'],
  ['complexion', 'complexion'],
  ['even skin tone', '(?:even|evens|uneven) (?:out )?(?:the )?skin tone'],
  ['unsightly', 'unsightly'],
  [
    'better appearance',
    '(?:improv\\w*|better|enhanc\\w*|nicer) (?:in )?(?:(?:the|her|his|their) )?(?:appearance|looks?)',
  ],
  ['look better', 'looks? (?:better|nicer|younger)'],
  ['stretch marks', 'stretch marks?|striae'],
];

// A negation reaches over at most four words and no further than its clause; “not only” and its like deny nothing.
const negation =
  /(?:\bnon[- ]?|(?:\b(?:not|no(?! longer)|never|neither|nor|without|isn[’']t|aren[’']t|wasn[’']t|rather than|instead of)\b)(?!\s+(?:only|just|merely|purely|solely|simply)\b)(?:\s+(?!(?:but|and|yet|however|although|though|except)\b)[\p{L}\p{N}’'-]+){0,4}\s+)$/iu;

/** Every cosmetic word in the texts, in the order of texts and positions. */
export function cosmeticWordsIn(texts: readonly FreeText[]): readonly WordTrip[] {
  return texts.flatMap(({ field, text }) =>
    cosmeticWords
      .flatMap(([word, pattern]) =>
        [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu'))].map(
          (match): WordTrip => ({
            kind: 'word',
            key: `word:${word} in ${field}`,
            word,
            found: match[0],
            field,
            at: match.index,
            negated: negation.test(text.slice(Math.max(0, match.index - 120), match.index)),
          }),
        ),
      )
      .sort((one, other) => one.at - other.at),
  );
}

/** Diagnoses that speak of appearance, sorted. */
export function cosmeticCodesIn(diagnoses: readonly string[]): readonly CodeTrip[] {
  return cosmeticFlags([...new Set(diagnoses)].sort()).map((code) => ({
    kind: 'code',
    key: `code:${code}`,
    code,
    words: diagnosisWords(code),
    stops: code.startsWith('Z41.1'),
  }));
}
