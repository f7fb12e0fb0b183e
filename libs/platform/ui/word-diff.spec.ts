import fc from 'fast-check';
import { Piece, changedWords, wordDiff } from './word-diff';

const textOf = (pieces: readonly Piece[], ...kinds: readonly Piece['kind'][]) =>
  pieces
    .filter((piece) => kinds.includes(piece.kind))
    .map((piece) => piece.text)
    .join('');

/** Few different words make many different alignments. */
const text = fc
  .array(fc.constantFrom('the', 'scar', 'limits', 'motion', '.', ',', ' ', '  ', '\n', 'The', 'naïve', '45°'))
  .map((parts) => parts.join(' '));
const anyText = fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 60 }));

/** The longest common subsequence as the textbook has it: the whole table. */
function lcs(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = table[i];
      if (row) row[j] = a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
    }
  return at(a.length, b.length);
}

describe('a word diff', () => {
  it('shows replaced words, the old ones first', () =>
    expect(wordDiff('The scar limits motion.', 'The scar severely limits movement.')).toEqual([
      { kind: 'same', text: 'The scar' },
      { kind: 'added', text: ' severely' },
      { kind: 'same', text: ' limits' },
      { kind: 'removed', text: ' motion' },
      { kind: 'added', text: ' movement' },
      { kind: 'same', text: '.' },
    ]));

  it('has nothing to say about equal texts', () => {
    expect(wordDiff('', '')).toEqual([]);
    expect(wordDiff('Six sessions.\n', 'Six sessions.\n')).toEqual([
      { kind: 'same', text: 'Six sessions.\n' },
    ]);
  });

  it('shows a text that was empty, or is now', () => {
    expect(wordDiff('', 'Six sessions')).toEqual([{ kind: 'added', text: 'Six sessions' }]);
    expect(wordDiff('Six sessions', '')).toEqual([{ kind: 'removed', text: 'Six sessions' }]);
  });

  it('sees a paragraph that was split, although no word changed', () =>
    expect(wordDiff('One. Two.', 'One.\n\nTwo.')).toEqual([
      { kind: 'same', text: 'One.' },
      { kind: 'removed', text: ' ' },
      { kind: 'added', text: '\n\n' },
      { kind: 'same', text: 'Two.' },
    ]));

  it('takes words with accents, apostrophes and hyphens whole', () =>
    expect(
      wordDiff('the patient’s well-being', 'the patient’s ill-being').map((piece) => piece.text),
    ).toEqual(['the patient’s', ' well-being', ' ill-being']));

  it('counts the words that changed', () =>
    expect(changedWords(wordDiff('Six sessions, please.', 'Four sessions of 30 minutes, please.'))).toEqual({
      added: 4,
      removed: 1,
    }));

  it('loses nothing: it spells the text before and the text after', () =>
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const pieces = wordDiff(before, after);
        expect(textOf(pieces, 'same', 'removed')).toBe(before);
        expect(textOf(pieces, 'same', 'added')).toBe(after);
      }),
    ));

  it('keeps as many words as can be kept', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const words = (all: string) => all.match(/[\p{L}\p{N}]+|\S/gu) ?? [];
        const same = wordDiff(before, after).filter((piece) => piece.kind === 'same');
        const kept = same.flatMap((piece) => words(piece.text)).length;
        expect(kept).toBe(lcs(words(before), words(after)));
      }),
    ));

  it('never puts two pieces of a kind side by side, nor an empty one', () =>
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const pieces = wordDiff(before, after);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        expect(pieces.every((piece, index) => piece.kind !== pieces[index + 1]?.kind)).toBe(true);
      }),
    ));

  it('compares two letters of 20,000 signs that have nothing in common', () => {
    const letter = (word: string) => Array.from({ length: 2800 }, (_, index) => `${word}${index}`).join(' ');
    const pieces = wordDiff(letter('a'), letter('b'));
    expect(pieces.map((piece) => piece.kind)).toEqual(['removed', 'added']);
  });
});
