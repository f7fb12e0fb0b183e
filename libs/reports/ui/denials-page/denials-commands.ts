import type { KnownCommand } from '@stipple/ui';

const group = 'Denials';

/** What can be done with the report, in the order in which the help lists it. */
export const denialsCommands = [
  { id: 'denials.filter', words: 'Filter', group, keys: ['f'], icon: 'filter' },
  { id: 'denials.all', words: 'Clear filters', group, keys: ['Shift+f'], icon: 'close' },
  { id: 'denials.up', words: 'One step up', group, keys: ['Backspace'], icon: 'arrow-up' },
  { id: 'denials.copy', words: 'Copy link', group, keys: ['y'], icon: 'attach' },
  {
    id: 'denials.compare',
    words: 'Compare complete requests with others',
    group,
    keys: ['w'],
    icon: 'check',
  },
  { id: 'denials.next', words: 'Next case', group, keys: ['j'], icon: 'arrow-down' },
  { id: 'denials.previous', words: 'Previous case', group, keys: ['k'], icon: 'arrow-up' },
  { id: 'denials.more', words: 'Show more cases', group, keys: ['n'], icon: 'chevron-down' },
] as const satisfies readonly KnownCommand[];
