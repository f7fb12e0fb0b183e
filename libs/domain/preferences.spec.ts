import fc from 'fast-check';
import {
  changePreferences,
  isKeys,
  mostKeptCommands,
  mostPutAway,
  plainPreferences,
  understoodPreferences,
} from './preferences';

it.each([
  null,
  undefined,
  1,
  'dark',
  [],
  [['theme', 'dark']],
  { theme: 'neon', letters: 'yes', digest: 0, keys: [] },
])('makes the defaults of what it does not understand: %j', (junk) =>
  expect(understoodPreferences(junk)).toEqual(plainPreferences),
);

it('keeps what it understands of something half broken', () =>
  expect(
    understoodPreferences({
      theme: 'dark',
      density: 7,
      keys: { 'queue.next': ['n'], 'Queue.Next': ['m'], 'queue.snooze': 'h', 'queue.done': [] },
    }),
  ).toEqual({ ...plainPreferences, theme: 'dark', keys: { 'queue.next': ['n'], 'queue.done': [] } }));

it('changes only what is named, and gives a command its own keys back', () => {
  const before = changePreferences(plainPreferences, { keys: { undo: ['u'], 'queue.next': ['Shift+n'] } });
  expect(changePreferences(before, { theme: 'dark', keys: { undo: null } })).toEqual({
    ...plainPreferences,
    theme: 'dark',
    keys: { 'queue.next': ['Shift+n'] },
  });
});

it('puts away and brings back one by one, each once', () => {
  const before = changePreferences(plainPreferences, { putAway: { 'first steps': true, 'the lock': true } });
  const again = changePreferences(before, { putAway: { 'the lock': false, 'needs me': true } });
  expect(again.putAway).toEqual(['first steps', 'needs me']);
  expect(changePreferences(again, { putAway: { 'needs me': true } })).toEqual(again);
  expect(understoodPreferences({ putAway: ['ok', 'ok', 'No <b>', 7] }).putAway).toEqual(['ok']);
});

it('understands whatever comes, stays small, and what it understood it understands again', () =>
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      const once = understoodPreferences(anything);
      expect(understoodPreferences(JSON.parse(JSON.stringify(once)))).toEqual(once);
      expect(Object.keys(once.keys).length).toBeLessThanOrEqual(mostKeptCommands);
      expect(once.putAway.length).toBeLessThanOrEqual(mostPutAway);
    }),
  ));

it.each([
  ['j', true],
  ['mod+k', true],
  ['g q', true],
  ['?', true],
  ['ф', true],
  ['', false],
  [' ', false],
  ['a b c', false],
  ['a\n', false],
  ['\u0000', false],
  ['\ud800', false],
])('%j can be keys: %s', (keys, yes) => expect(isKeys(keys)).toBe(yes));
