import { checkLetter } from '@stipple/domain';
import { markedText, nextOpen, sentenceAt } from './marked-text';

const letter = 'Dear Dr. Lee,\nShe cannot grip. The goal is cosmetic. [missing: plan]\nThank you.';
const check = checkLetter(letter, [], []);

it('cuts the letter where its marks change, and loses nothing', () => {
  const pieces = markedText(letter, check);
  expect(pieces.map(({ text }) => text).join('')).toBe(letter);
  expect(
    pieces
      .filter(({ status }) => status !== null)
      .map(({ text, status, cosmetic }) => [text, status, cosmetic]),
  ).toEqual([
    ['Dear Dr. Lee,', 'silent', false],
    ['She cannot grip.', 'unbound', false],
    ['The goal is ', 'unbound', false],
    ['cosmetic', 'unbound', true],
    ['.', 'unbound', false],
    ['[missing: plan]', 'gap', false],
    ['Thank you.', 'silent', false],
  ]);
});

it.each([
  [0, 0],
  [13, 0],
  [14, 1],
  [30, 1],
  [letter.length, 4],
])('finds at %i the sentence %i', (caret, sentence) => expect(sentenceAt(caret, check)).toBe(sentence));

it.each([
  [0, 1, 1],
  [1, 1, 2],
  [3, 1, 1],
  [1, -1, 3],
  [4, -1, 3],
] as const)('goes from sentence %i by %i to %i', (from, step, to) =>
  expect(nextOpen(check, from, step)).toBe(to),
);

it('goes nowhere when nothing is open', () => {
  expect(nextOpen(checkLetter('Thank you.', [], []), 0, 1)).toBeNull();
  expect(nextOpen(checkLetter('', [], []), 0, 1)).toBeNull();
  expect(sentenceAt(0, checkLetter('', [], []))).toBeNull();
});
