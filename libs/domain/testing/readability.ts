// How hard a text is to read, by the formulas that are used for papers a patient is given. Plain words only: numbers,
// addresses and telephone numbers are taken out first, as nobody reads them by syllables.

interface Counted {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

/** The Flesch–Kincaid grade of an English text: the school year that reads it with ease. */
export function fleschKincaidGrade(text: string): number {
  const { sentences, words, syllables } = count(text, englishSyllables);
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** The INFLESZ score of a Spanish text (Szigriszt–Pazos): from 55 on it is normal for adults, from 65 on fairly easy. */
export function inflesz(text: string): number {
  const { sentences, words, syllables } = count(text, spanishSyllables);
  return 206.835 - 62.3 * (syllables / words) - words / sentences;
}

/** The score of Fernández Huerta: 60 to 70 is the reading of school years 7 and 8, more is easier. */
export function fernandezHuerta(text: string): number {
  const { sentences, words, syllables } = count(text, spanishSyllables);
  return 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences);
}

function count(text: string, syllablesOf: (word: string) => number): Counted {
  const plain = text.replace(/\bwww\.\S+|\bU\.S\.|\$?\d[\d,.-]*\d|\$?\d|\([^)]*\)/g, ' ');
  const words = plain.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return {
    sentences: Math.max(1, (plain.match(/[.!?](?=\s|$)/g) ?? []).length),
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0),
  };
}

/** Groups of vowels, without a silent e or ed at the end. */
export function englishSyllables(word: string): number {
  const heard = word
    .replace(/(?<=[^aeiouy])e$|(?<=[^aeioutdy])ed$|(?<=[^aeiouyscxzgh])es$/u, '')
    .replace(/(?<=[^aeiouy])le$/u, 'l');
  const groups = heard.match(/[aeiouy]+/g)?.length ?? 0;
  const consonantLe = /[^aeiouylr]le$/.test(word) ? 1 : 0;
  return Math.max(1, groups + consonantLe);
}

/** Two strong vowels, or a weak one with an accent, are two syllables; a weak one beside another joins it. */
export function spanishSyllables(word: string): number {
  const vowels = word.replace(/qu(?=[eiéí])|gu(?=[eiéí])/g, 'q').replace(/y$/, 'i');
  const groups = vowels.match(/[aeiouáéíóúü]+/g)?.length ?? 0;
  const breaks = vowels.match(/(?<=[aeoáéóíú])[aeoáéó]|(?<=[aeoáéó])[íú]/g)?.length ?? 0;
  return Math.max(1, groups + breaks);
}
