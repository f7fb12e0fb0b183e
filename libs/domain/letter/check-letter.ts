import { Refusal, refusal } from '../refusal';
import { WordTrip, cosmeticWordsIn } from '../necessity/tripwire';
import { Assertion, assertionIn, gapPattern } from './assertion';
import { Binding, BoundRef, short, spaced } from './bindings';
import { holding } from './holds';
import type { ShelfItem, ShelfKind } from './shelf';
import { Sentence, sentencesOf } from './split-letter';

/** Goes up whenever the same letter may come to another result; stored with every wording. */
export const letterChecker = 1;

/**
 * `silent` asserts nothing. `bound` rests on the record. `own_word` rests on the physician’s statement alone. The other
 * three stand against a signature.
 */
export const sentenceStatuses = ['silent', 'bound', 'own_word', 'gap', 'unbound', 'contradicted'] as const;
export type SentenceStatus = (typeof sentenceStatuses)[number];

export const sentenceStatusWords: Record<SentenceStatus, string> = {
  silent: 'asserts nothing',
  bound: 'bound',
  own_word: 'the physician’s own statement',
  gap: 'gap',
  unbound: 'no evidence',
  contradicted: 'contradicted',
};

export interface CheckedSentence extends Sentence {
  readonly status: SentenceStatus;
  /** What makes it an assertion. */
  readonly assertion: Assertion | null;
  readonly bound: readonly BoundRef[];
  /** Whole sentences: why it stands against a signature. */
  readonly why: readonly string[];
  /** Values that stand in a document nobody but a reader can compare. */
  readonly byReader: readonly string[];
}

export type StatusCounts = Readonly<Record<SentenceStatus, number>>;

export interface LetterCheck {
  readonly sentences: readonly CheckedSentence[];
  readonly counts: StatusCounts;
  /** How many sentences rest on each kind of evidence; one that rests on two counts for both. */
  readonly restsOn: Readonly<Partial<Record<ShelfKind, number>>>;
  /** Words that speak of looks, denied ones among them. They are shown; whether they stand is the screening’s business. */
  readonly words: readonly WordTrip[];
  /** Why it cannot be signed, a sentence for each sentence. */
  readonly refusals: readonly Refusal[];
}

/** Holds every sentence of a letter against what it is bound to. The same input comes to a deeply equal result. */
export function checkLetter(
  letter: string,
  bindings: readonly Binding[],
  shelf: readonly ShelfItem[],
): LetterCheck {
  const byRef = new Map(shelf.map((item) => [item.ref, item]));
  const byWords = Map.groupBy(bindings, ({ sentence }) => spaced(sentence));
  const sentences = sentencesOf(letter).map((sentence) =>
    checked(sentence, byWords.get(spaced(sentence.text))?.flatMap(({ to }) => to) ?? [], byRef),
  );
  const count = (status: SentenceStatus) => sentences.filter((one) => one.status === status).length;
  return {
    sentences,
    counts: {
      silent: count('silent'),
      bound: count('bound'),
      own_word: count('own_word'),
      gap: count('gap'),
      unbound: count('unbound'),
      contradicted: count('contradicted'),
    },
    restsOn: restsOn(sentences),
    words: cosmeticWordsIn([{ field: 'letter', text: letter }]),
    refusals: sentences.flatMap(refusalOf),
  };
}

/** How many sentences stand against a signature. */
export function openSentences({ gap, unbound, contradicted }: StatusCounts): number {
  return gap + unbound + contradicted;
}

function checked(
  sentence: Sentence,
  bound: readonly BoundRef[],
  shelf: ReadonlyMap<string, ShelfItem>,
): CheckedSentence {
  const assertion = assertionIn(sentence.text);
  const nothing = { ...sentence, assertion, bound, why: [], byReader: [] };
  if (gapPattern.test(sentence.text))
    return { ...nothing, status: 'gap', why: ['Something is missing here.'] };
  if (assertion === null) return { ...nothing, status: 'silent' };
  if (bound.length === 0) return { ...nothing, status: 'unbound', why: ['Nothing is bound to it.'] };
  const { hold, why, byReader } = holding(sentence.text, bound, shelf);
  if (hold !== 'holds')
    return { ...nothing, status: hold === 'contradicted' ? hold : 'unbound', why, byReader };
  const own = bound.every(({ ref }) => kindOf(ref) === 'statement');
  return { ...nothing, status: own ? 'own_word' : 'bound', byReader };
}

export function kindOf(ref: string): ShelfKind {
  return ref.slice(0, ref.indexOf(':')) as ShelfKind;
}

function restsOn(sentences: readonly CheckedSentence[]): Partial<Record<ShelfKind, number>> {
  const resting = sentences.filter(({ status }) => status === 'bound' || status === 'own_word');
  const counts: Partial<Record<ShelfKind, number>> = {};
  for (const { bound } of resting)
    for (const kind of new Set(bound.map(({ ref }) => kindOf(ref)))) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function refusalOf({ status, text, assertion, why }: CheckedSentence): readonly Refusal[] {
  const said = short(text);
  switch (status) {
    case 'gap':
      return [refusal('letter_gap', `Fill or delete the gap “${said}”.`, 'body')];
    case 'unbound':
      return [
        refusal(
          'assertion_unbound',
          `“${said}” has no evidence (it asserts: “${assertion?.because ?? ''}”). ${why.join(' ')}`,
          'body',
        ),
      ];
    case 'contradicted':
      return [refusal('assertion_contradicted', `“${said}” is contradicted. ${why.join(' ')}`, 'body')];
    default:
      return [];
  }
}
