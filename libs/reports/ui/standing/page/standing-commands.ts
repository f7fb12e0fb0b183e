import type { KnownCommand } from '@stipple/ui';

const group = 'Where things stand';

/** What can be done with the report on where things stand, in the order in which the help lists it. */
export const standingCommands = [
  { id: 'standing.filter', words: 'Filter', group, keys: ['f'], icon: 'filter' },
  { id: 'standing.all', words: 'Clear filters', group, keys: ['Shift+f'], icon: 'close' },
  { id: 'standing.close', words: 'Close the list', group, keys: ['Backspace'], icon: 'arrow-up' },
  { id: 'standing.copy', words: 'Copy link', group, keys: ['y'], icon: 'attach' },
  { id: 'standing.next', words: 'Next row of the list', group, keys: ['j'], icon: 'arrow-down' },
  { id: 'standing.previous', words: 'Previous row of the list', group, keys: ['k'], icon: 'arrow-up' },
  { id: 'standing.more', words: 'Show more rows', group, keys: ['n'], icon: 'chevron-down' },
] as const satisfies readonly KnownCommand[];
