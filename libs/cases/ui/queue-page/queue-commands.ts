import type { Command, IconName, KnownCommand } from '@stipple/ui';

/** What can be done in the queue, in the order in which the help lists it. */
export const queueCommands = [
  command('queue.down', 'Next row', ['j', 'ArrowDown'], 'arrow-down'),
  command('queue.up', 'Previous row', ['k', 'ArrowUp'], 'arrow-up'),
  command('queue.open', 'Open the case', ['o'], 'arrow-right'),
  command('queue.next', 'Serve next', ['n'], 'serve'),
  command('queue.done', 'Done for now', ['e'], 'done'),
  command('queue.snooze', 'Snooze to a day', ['h'], 'snooze'),
  command('queue.assign', 'Assign', ['a'], 'assign'),
  command('queue.contact', 'Record payer contact', ['r'], 'phone'),
  command('queue.actions', 'All actions of the row', ['.'], 'more'),
  command('queue.select', 'Select the row', ['x'], 'check'),
  command('queue.range', 'Select everything up to the row', ['Shift+x'], 'check'),
  command('queue.bulk', 'Go to the selection bar', ['b'], 'list'),
  command('queue.unselect', 'Clear the selection', ['Escape'], 'close'),
  { ...command('queue.search', 'Search the queue', ['/'], 'search'), insteadOf: 'search' },
  command('queue.filters', 'Filters', ['f'], 'filter'),
  command('queue.all', 'Clear search and filters', ['Shift+f'], 'close'),
  command('queue.save', 'Save the view', ['v'], 'bookmark'),
  command('queue.new', 'Show what is new', ['Shift+r'], 'refresh'),
  command('queue.export', 'Export the view as CSV', [], 'download'),
] as const satisfies readonly KnownCommand[];

export type QueueCommand = (typeof queueCommands)[number]['id'];

/** How the page does them, and when it can. */
export type Doing = Readonly<Record<QueueCommand, Pick<Command, 'run' | 'when'>>>;

function command<const Id extends string>(id: Id, words: string, keys: readonly string[], icon: IconName) {
  return { id, words, group: 'Queue', keys, icon };
}
