import { Refusal, refusal } from '../refusal';
import { sentencesOf } from './split-letter';

/** What a sentence rests on, and what that said when it was bound. */
export interface BoundRef {
  readonly ref: string;
  readonly said: string;
}

/** Of one wording of a sentence: wherever these words stand in the letter, this is their evidence. */
export interface Binding {
  readonly sentence: string;
  readonly to: readonly BoundRef[];
}

export const mostRefs = 12;

/** As stored beside the words and covered by their hash: compact JSON, keys and order fixed, so that equal bindings are equal text. */
export function bindingsText(bindings: readonly Binding[]): string {
  return JSON.stringify(
    bindings.map(({ sentence, to }) => ({ sentence, to: to.map(({ ref, said }) => ({ ref, said })) })),
  );
}

export function bindingsFrom(text: string | null): readonly Binding[] {
  return text === null ? [] : (JSON.parse(text) as readonly Binding[]);
}

/** White space makes no difference: a sentence may be wrapped anew. */
export const sameWords = (one: string, other: string) => spaced(one) === spaced(other);
export const spaced = (words: string) => words.replace(/\s+/g, ' ').trim();

export function boundTo(bindings: readonly Binding[], sentence: string): readonly BoundRef[] {
  return bindings.filter((one) => sameWords(one.sentence, sentence)).flatMap(({ to }) => to);
}

/** In the order of the letter, each sentence once, nothing bound twice, and nothing of sentences that are gone. */
export function tidyBindings(letter: string, bindings: readonly Binding[]): readonly Binding[] {
  const sentences = new Map(sentencesOf(letter).map(({ text }) => [spaced(text), text]));
  const byWords = Map.groupBy(bindings, (one) => spaced(one.sentence));
  return [...sentences].flatMap(([key, sentence]) => {
    const bound = byWords.get(key) ?? [];
    const refs = new Map(bound.flatMap(({ to }) => to.map((one) => [one.ref, one] as const)));
    return refs.size === 0 ? [] : [{ sentence, to: [...refs.values()] }];
  });
}

/** Bindings of sentences that the letter does not have: a slip of whoever wrote them, told with the place. */
export function strayBindings(letter: string, bindings: readonly Binding[]): readonly Refusal[] {
  const sentences = new Set(sentencesOf(letter).map(({ text }) => spaced(text)));
  return bindings.flatMap(({ sentence }, at) =>
    sentences.has(spaced(sentence))
      ? []
      : [
          refusal(
            'binding_without_sentence',
            `“${short(sentence)}” is no sentence of the letter.`,
            `bindings.${at}.sentence`,
          ),
        ],
  );
}

export function short(words: string, most = 90): string {
  const flat = spaced(words);
  return flat.length <= most ? flat : `${flat.slice(0, most - 1).trimEnd()}…`;
}
