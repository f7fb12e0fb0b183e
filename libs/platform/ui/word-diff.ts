/** A stretch of text that stayed, was put in, or was taken out. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A word, or a sign that stands by itself, with the white space before it. */
interface Word {
  readonly gap: string;
  readonly text: string;
}

/**
 * What became of a text, word by word: as few words as possible are shown as changed. What is `same` and `removed`
 * spells the text before, what is `same` and `added` the text after, down to the last space. Where words were
 * replaced, the old ones come first.
 *
 * Memory grows with the length of the texts and not with its square, so that two long letters can be compared.
 */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const partner = alignment(...numbered(a, b));
  const pieces = new Pieces();
  let next = 0;
  a.forEach((word, index) => {
    const at = partner[index] ?? -1;
    if (at < 0) return pieces.add('removed', word.gap + word.text);
    for (; next < at; next++) pieces.add('added', textOf(b[next]));
    next = at + 1;
    const gap = b[at]?.gap ?? '';
    if (gap === word.gap) return pieces.add('same', word.gap + word.text);
    pieces.add('removed', word.gap);
    pieces.add('added', gap);
    pieces.add('same', word.text);
  });
  for (; next < b.length; next++) pieces.add('added', textOf(b[next]));
  return pieces.list();
}

/** How many words were put in and taken out, to say it in a sentence. */
export function changedWords(pieces: readonly Piece[]): { readonly added: number; readonly removed: number } {
  const many = (kind: Piece['kind']) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .reduce(
        (sum, piece) => sum + (piece.text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0),
        0,
      );
  return { added: many('added'), removed: many('removed') };
}

function wordsOf(text: string): readonly Word[] {
  const words = Array.from(
    text.matchAll(/(\s*)([\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*|\S)/gu),
    ([, gap = '', word = '']) => ({ gap, text: word }),
  );
  const end = /\s*$/.exec(text)?.[0] ?? '';
  // White space at the end is a word without letters, so that it too is kept or seen to change.
  return end === '' ? words : [...words, { gap: end, text: '' }];
}

function textOf(word: Word | undefined): string {
  return word ? word.gap + word.text : '';
}

/** Words as numbers, equal words with equal numbers: they are compared millions of times. */
function numbered(...texts: readonly [readonly Word[], readonly Word[]]): [Uint32Array, Uint32Array] {
  const numbers = new Map<string, number>();
  const numberOf = ({ text }: Word) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  return [Uint32Array.from(texts[0], numberOf), Uint32Array.from(texts[1], numberOf)];
}

/** For each element of `a` its partner in `b`, or -1: a longest common subsequence, found after Hirschberg (1975). */
function alignment(a: Uint32Array, b: Uint32Array): Int32Array {
  const partner = new Int32Array(a.length).fill(-1);
  const align = (fromA: number, toA: number, fromB: number, toB: number): void => {
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) partner[fromA++] = fromB++;
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) partner[--toA] = --toB;
    if (fromA === toA || fromB === toB) return;
    if (toA - fromA === 1) {
      const at = b.subarray(fromB, toB).indexOf(a[fromA] ?? 0);
      if (at >= 0) partner[fromA] = fromB + at;
      return;
    }
    const half = (fromA + toA) >> 1;
    const left = lengths(a.subarray(fromA, half), b.subarray(fromB, toB));
    const right = lengths(a.slice(half, toA).reverse(), b.slice(fromB, toB).reverse());
    let [split, most] = [0, -1];
    left.forEach((length, index) => {
      const sum = length + (right[toB - fromB - index] ?? 0);
      if (sum > most) [split, most] = [index, sum];
    });
    align(fromA, half, fromB, fromB + split);
    align(half, toA, fromB + split, toB);
  };
  align(0, a.length, 0, b.length);
  return partner;
}

/** How long the longest common subsequence of `a` and each beginning of `b` is. Keeps one row of the table. */
function lengths(a: Uint32Array, b: Uint32Array): Uint32Array {
  const row = new Uint32Array(b.length + 1);
  for (const word of a) {
    let [diagonal, left] = [0, 0];
    for (let index = 1; index <= b.length; index++) {
      const above = row[index] ?? 0;
      left = b[index - 1] === word ? diagonal + 1 : above > left ? above : left;
      row[index] = left;
      diagonal = above;
    }
  }
  return row;
}

/** Gathers pieces: neighbours of one kind become one, and between two that stayed the removed comes before the added. */
class Pieces {
  private readonly done: Piece[] = [];
  private open = { removed: '', added: '' };

  add(kind: Piece['kind'], text: string): void {
    if (text === '') return;
    if (kind !== 'same') {
      this.open[kind] += text;
      return;
    }
    this.close();
    const last = this.done.at(-1);
    if (last?.kind === 'same') this.done[this.done.length - 1] = { kind, text: last.text + text };
    else this.done.push({ kind, text });
  }

  list(): readonly Piece[] {
    this.close();
    return this.done;
  }

  private close(): void {
    const { removed, added } = this.open;
    if (removed) this.done.push({ kind: 'removed', text: removed });
    if (added) this.done.push({ kind: 'added', text: added });
    this.open = { removed: '', added: '' };
  }
}
