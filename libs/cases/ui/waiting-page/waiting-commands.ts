import type { KnownCommand } from '@stipple/ui';

const group = 'Needs me';

/** What can be done with what waits, in the order in which the help lists it. */
export const waitingCommands = [
  { id: 'waiting.next', words: 'Next item', group, keys: ['j'], icon: 'arrow-down' },
  { id: 'waiting.previous', words: 'Previous item', group, keys: ['k'], icon: 'arrow-up' },
  { id: 'waiting.do', words: 'Do what the item asks', group, keys: ['s'], icon: 'check' },
  { id: 'waiting.open', words: 'Open the item’s case', group, keys: ['o'], icon: 'arrow-right' },
  { id: 'waiting.whose', words: 'My patients, or everybody’s', group, keys: ['m'], icon: 'users' },
] as const satisfies readonly KnownCommand[];
