import { Binding, SentenceStatus, ShelfItem, checkLetter } from '@stipple/domain';

export interface Likely {
  readonly item: ShelfItem;
  /** Whether the sentence is bound to it already. */
  readonly bound: boolean;
  /** What the sentence would be if it rested on this as well. */
  readonly would: SentenceStatus;
  readonly why: string;
}

const idle = new Set([
  'the',
  'and',
  'for',
  'with',
  'that',
  'this',
  'from',
  'are',
  'was',
  'has',
  'patient',
  'scar',
]);
const wordsIn = (text: string) =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}°.²-]{2,}/gu) ?? [])
      .filter((word) => !idle.has(word))
      .map((word) => word.slice(0, 6)),
  );

/** What a sentence could rest on, the likeliest first: what agrees with it, then what shares its words; contradictions last. */
export function likelyEvidence(
  sentence: string,
  bindings: readonly Binding[],
  { shelf, typed }: { readonly shelf: readonly ShelfItem[]; readonly typed: string },
): readonly Likely[] {
  const held = bindings.filter((one) => one.sentence === sentence).flatMap(({ to }) => to);
  const [mine, wanted] = [wordsIn(sentence), typed.trim().toLowerCase().split(/\s+/)];
  return shelf
    .filter(({ words, kind }) => wanted.every((part) => `${words} ${kind}`.toLowerCase().includes(part)))
    .map((item) => {
      const bound = held.some(({ ref }) => ref === item.ref);
      const to = bound ? held : [...held, { ref: item.ref, said: item.words }];
      const [checked] = checkLetter(sentence, [{ sentence, to }], shelf).sentences;
      const would = checked?.status ?? 'silent';
      const shared = [...wordsIn(item.words)].filter((word) => mine.has(word)).length;
      const rank = (bound ? -100 : 0) - shared * 3 + order[would] + (item.kind === 'statement' ? 4 : 0);
      return { item, bound, would, why: checked?.why.join(' ') ?? '', rank };
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ rank: _, ...likely }) => likely);
}

const order: Record<SentenceStatus, number> = {
  bound: 0,
  own_word: 3,
  silent: 5,
  gap: 5,
  unbound: 6,
  contradicted: 12,
};
