/** @jest-environment jsdom */
import { isItsOwn, isLetterKey, isTyping, keyOf, keyWords } from './pressed';

/** A key press as browsers report it; `graph` is AltGr. */
function press(key: string, more: KeyboardEventInit & { graph?: boolean } = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, modifierAltGraph: more.graph ?? false, ...more });
}

it.each([
  ['a letter', press('j', { code: 'KeyJ' }), 'j'],
  ['a capital', press('X', { code: 'KeyX', shiftKey: true }), 'Shift+x'],
  ['a letter with caps lock on', press('J', { code: 'KeyJ' }), 'j'],
  ['a sign that needs Shift', press('?', { code: 'Slash', shiftKey: true }), '?'],
  ['Ctrl and a letter', press('k', { ctrlKey: true }), 'mod+k'],
  ['Ctrl, Shift and a letter', press('P', { ctrlKey: true, shiftKey: true }), 'mod+Shift+p'],
  ['a named key with Shift', press('ArrowUp', { shiftKey: true }), 'Shift+ArrowUp'],
  ['a named key with Alt', press('ArrowDown', { altKey: true }), 'Alt+ArrowDown'],
  ['the space bar', press(' '), 'Space'],
  ['a letter of Dvorak, not the place of its key', press('k', { code: 'KeyV' }), 'k'],
  ['a letter with an accent', press('ö', { code: 'Semicolon' }), 'ö'],
  ['a Cyrillic letter, as the Latin one beside it', press('о', { code: 'KeyJ' }), 'j'],
  ['a Greek capital', press('Ξ', { code: 'KeyJ', shiftKey: true }), 'Shift+j'],
  ['Ctrl and a Cyrillic letter', press('л', { code: 'KeyK', ctrlKey: true }), 'mod+k'],
  ['a bracket made with AltGr', press('[', { graph: true, ctrlKey: true, altKey: true }), '['],
  ['a bracket made with AltGr on Linux', press('[', { graph: true }), '['],
  ['a letter made with AltGr', press('ł', { graph: true }), null],
  ['Ctrl and Alt, which Windows reports for AltGr', press('q', { ctrlKey: true, altKey: true }), null],
  ['Alt and a letter, which belongs to the browser', press('d', { altKey: true }), null],
  ['the Windows key and a letter', press('k', { metaKey: true }), null],
  ['Shift alone', press('Shift', { shiftKey: true }), null],
  ['a dead key', press('Dead'), null],
])('reads %s', (_, event, expected) => expect(keyOf(event, false)).toBe(expected));

it.each([
  ['Cmd and a letter', press('k', { metaKey: true }), 'mod+k'],
  ['Ctrl and a letter, which edits text there', press('k', { ctrlKey: true }), null],
  ['a bracket made with Option', press('[', { altKey: true }), '['],
  ['a letter made with Option', press('ø', { altKey: true }), null],
])('on a Mac reads %s', (_, event, expected) => expect(keyOf(event, true)).toBe(expected));

it.each([
  ['j', true],
  ['Shift+x', true],
  ['?', true],
  ['g q', true],
  ['mod+k', false],
  ['Enter', false],
  ['Alt+ArrowDown', false],
])('%s is set off by one letter: %s', (keys, yes) => expect(isLetterKey(keys)).toBe(yes));

it('writes keys as they stand on the keyboard', () => {
  expect(keyWords('mod+k', false)).toBe('Ctrl K');
  expect(keyWords('mod+k', true)).toBe('⌘ K');
  expect(keyWords('g q', false)).toBe('G then Q');
  expect(keyWords('Shift+ArrowUp', false)).toBe('Shift ↑');
  expect([keyWords('+', false), keyWords('mod++', false)]).toEqual(['+', 'Ctrl +']);
});

it.each([
  ['<input>', true],
  ['<input type="search">', true],
  ['<textarea></textarea>', true],
  ['<select></select>', true],
  ['<input type="checkbox">', false],
  ['<button></button>', false],
  ['<p></p>', false],
])('%s is typed into: %s', (html, yes) => {
  document.body.innerHTML = html;
  expect(isTyping(document.body.firstElementChild)).toBe(yes);
});

it.each([
  ['<button><i></i></button>', 'Enter', true],
  ['<a href="/x"></a>', 'Enter', true],
  ['<button></button>', 'j', false],
  ['<input type="radio">', 'ArrowDown', true],
  ['<p></p>', 'Enter', false],
])('%s has its own use for %s: %s', (html, key, yes) => {
  document.body.innerHTML = html;
  const element = document.body.firstElementChild;
  expect(isItsOwn(element?.firstElementChild ?? element, key)).toBe(yes);
});
