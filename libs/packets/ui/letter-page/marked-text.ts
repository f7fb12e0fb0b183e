import { LetterCheck, SentenceStatus } from '@stipple/domain';

/** A stretch of the letter that looks alike. */
export interface MarkedText {
  readonly text: string;
  /** Null between sentences. */
  readonly status: SentenceStatus | null;
  /** Which sentence, to find it on screen. */
  readonly sentence: number | null;
  readonly cosmetic: boolean;
}

/** The letter cut at the ends of its sentences and of its cosmetic words; joined it is the letter again. */
export function markedText(letter: string, { sentences, words }: LetterCheck): readonly MarkedText[] {
  const spans = words
    .filter(({ negated }) => !negated)
    .map(({ at, found }) => ({ from: at, to: at + found.length }));
  const cuts = [...sentences, ...spans].flatMap(({ from, to }) => [from, to]);
  const places = [...new Set([0, ...cuts, letter.length])].sort((one, other) => one - other);
  let at = 0;
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? letter.length;
    while (at < sentences.length && (sentences[at]?.to ?? 0) <= from) at += 1;
    const inside = (sentences[at]?.from ?? Infinity) <= from;
    return {
      text: letter.slice(from, to),
      status: inside ? (sentences[at]?.status ?? null) : null,
      sentence: inside ? at : null,
      cosmetic: spans.some((span) => span.from <= from && to <= span.to),
    };
  });
}

/** Which sentence the caret is in, or the one before it. */
export function sentenceAt(caret: number, { sentences }: LetterCheck): number | null {
  const at = sentences.findLastIndex(({ from }) => from <= caret);
  return at < 0 ? (sentences.length > 0 ? 0 : null) : at;
}

const isOpen = (status: SentenceStatus) => ['gap', 'unbound', 'contradicted'].includes(status);

/** The next sentence that stands against a signature, onwards from one, around the end; null when none is left. */
export function nextOpen(check: LetterCheck, from: number, step: 1 | -1): number | null {
  const count = check.sentences.length;
  for (let steps = 1; steps <= count; steps++) {
    const at = (((from + step * steps) % count) + count) % count;
    const sentence = check.sentences[at];
    if (sentence && isOpen(sentence.status)) return at;
  }
  return null;
}
