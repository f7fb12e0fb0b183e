import type { KnownCommand } from '@stipple/ui';

const group = 'Time and money';

/** What can be done with the page, in the order in which the help lists it: the keys are those of the denials page. */
export const moneyCommands = [
  { id: 'money.filter', words: 'Filter', group, keys: ['f'], icon: 'filter' },
  { id: 'money.all', words: 'Clear filters', group, keys: ['Shift+f'], icon: 'close' },
  { id: 'money.up', words: 'One step up', group, keys: ['Backspace'], icon: 'arrow-up' },
  { id: 'money.copy', words: 'Copy link', group, keys: ['y'], icon: 'attach' },
  { id: 'money.next', words: 'Next case', group, keys: ['j'], icon: 'arrow-down' },
  { id: 'money.previous', words: 'Previous case', group, keys: ['k'], icon: 'arrow-up' },
  { id: 'money.more', words: 'Show more cases', group, keys: ['n'], icon: 'chevron-down' },
] as const satisfies readonly KnownCommand[];
