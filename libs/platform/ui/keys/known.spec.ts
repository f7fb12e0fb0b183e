import { KnownCommand, holderOf, isReserved } from './known';

const command = (id: string, ...keys: readonly string[]): KnownCommand => ({
  id,
  words: id,
  group: 'Any',
  keys,
});
const all = [
  command('go.queue', 'g q'),
  command('undo', 'z'),
  command('queue.next', 'j'),
  command('queue.snooze', 'h'),
  command('schedule.later', 'l'),
  command('schedule.before', 'ArrowLeft'),
  command('schedule.place.left', 'ArrowLeft'),
  command('search', '/'),
  { ...command('queue.search', '/'), insteadOf: 'search' },
];
const holder = (keys: string, wanting: KnownCommand) =>
  holderOf(keys, wanting, all, (one) => one.keys ?? [])?.id;

it.each([
  ['the same page’s', 'j', 'queue.snooze', 'queue.next'],
  ['those that work anywhere', 'z', 'queue.snooze', 'undo'],
  ['a page’s, for what works anywhere', 'l', 'undo', 'schedule.later'],
  ['the first half of a pair', 'g', 'queue.snooze', 'go.queue'],
  ['a pair that begins with a taken key', 'j x', 'queue.snooze', 'queue.next'],
  ['another page’s: both may have them', 'l', 'queue.snooze', undefined],
  ['one’s own', 'h', 'queue.snooze', undefined],
  [
    'the page’s, for what works only while a session is placed',
    'ArrowLeft',
    'schedule.place.left',
    undefined,
  ],
  ['the frame’s, for any other command of the page', '/', 'queue.snooze', 'search'],
  ['free ones', 'y', 'queue.snooze', undefined],
])('looks whose keys are: %s', (_, keys, id, expected) => expect(holder(keys, command(id))).toBe(expected));

it.each([
  ['Tab', true],
  ['Escape', true],
  ['mod+w', true],
  ['F5', true],
  ['f', false],
  ['mod+k', false],
  ['Shift+x', false],
])('%s stays what it is: %s', (keys, yes) => expect(isReserved(keys)).toBe(yes));

it('lets a page’s own search have the keys of the frame’s', () => {
  const search = all.find(({ id }) => id === 'queue.search');
  expect(search && holderOf('/', search, all, (one) => one.keys ?? [])).toBeUndefined();
});
