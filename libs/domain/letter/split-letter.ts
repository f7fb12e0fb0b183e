import { endsSentence } from './sentence-end';

/** A stretch of the letter: `letter.slice(from, to) === text`, in UTF-16 units as JavaScript counts. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A line, or several that one sentence runs through; between two paragraphs there is nothing but white space. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
  readonly sentences: readonly Sentence[];
}

/**
 * The letter as paragraphs of sentences. Nothing is lost: what stands outside of every sentence is white space and the
 * marks of lists (`-`, `•`, `2.`, `b)`). A line ends its sentence, unless the next one goes on in small letters, as
 * text does that was wrapped by hand.
 */
export function splitLetter(letter: string): readonly Paragraph[] {
  return blocksOf(letter).map(({ from, to }) => ({ from, to, sentences: sentencesIn(letter, from, to) }));
}

export function sentencesOf(letter: string): readonly Sentence[] {
  return splitLetter(letter).flatMap(({ sentences }) => sentences);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const listMark = /^(?:[-–—•*·▪]|\(?\d{1,2}[.)]|\(?[a-z][.)]|\([A-Z]\))(?=\s+\S)\s+/;

function blocksOf(letter: string): readonly Stretch[] {
  const blocks: Stretch[] = [];
  let open: Stretch | null = null;
  for (const line of linesOf(letter)) {
    const text = letter.slice(line.from, line.to);
    const goesOn: boolean =
      open !== null &&
      /^\p{Ll}/u.test(text) &&
      !listMark.test(text) &&
      !/[.!?:…]["”’)\]]*$/u.test(letter.slice(Math.max(open.from, open.to - 8), open.to));
    if (goesOn && open) {
      open = { from: open.from, to: line.to };
      blocks[blocks.length - 1] = open;
    } else if (line.to > line.from) {
      open = line;
      blocks.push(line);
    } else open = null;
  }
  return blocks;
}

/** Each line without the white space around it. */
function linesOf(letter: string): readonly Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  for (const line of letter.split('\n')) {
    const from = start + (line.length - line.trimStart().length);
    lines.push({ from, to: Math.max(from, start + line.trimEnd().length) });
    start += line.length + 1;
  }
  return lines;
}

function sentencesIn(letter: string, start: number, to: number): readonly Sentence[] {
  const from = start + (listMark.exec(letter.slice(start, to))?.[0].length ?? 0);
  const block = letter.slice(from, to);
  const sentences: Sentence[] = [];
  const held = heldTogether(block);
  const add = (begin: number, end: number) => {
    const text = block.slice(begin, end).trim();
    const at = from + begin + (block.slice(begin, end).length - block.slice(begin, end).trimStart().length);
    if (text !== '') sentences.push({ text, from: at, to: at + text.length });
  };
  let begin = 0;
  for (const match of block.matchAll(/[.!?…]+(["”’'»)\]]*)(?=\s|$)/gu)) {
    const end = match.index + match[0].length;
    const mark = end - (match[1] ?? '').length;
    if (held.some((one) => one.from < mark && end < one.to)) continue;
    if (!endsSentence(block.slice(Math.max(begin, mark - 120), end), block.slice(end).trimStart())) continue;
    add(begin, end);
    begin = end;
  }
  add(begin, block.length);
  return sentences;
}

// Longer ones are taken apart again: a bracket must not make one sentence of a whole letter.
const longest = { '(': 200, '[': 300, '“': 400, '"': 400 } as const;
const closing = { '(': ')', '[': ']', '“': '”', '"': '"' } as const;

/** Brackets and quotations that close: a point inside ends no sentence. */
function heldTogether(block: string): readonly Stretch[] {
  const held: Stretch[] = [];
  for (const match of block.matchAll(/[([“"]/gu)) {
    const opened = match[0] as keyof typeof closing;
    if (held.some((one) => match.index < one.to)) continue;
    const close = block.indexOf(closing[opened], match.index + 1);
    if (close >= 0 && close - match.index <= longest[opened]) held.push({ from: match.index, to: close + 1 });
  }
  return held;
}
