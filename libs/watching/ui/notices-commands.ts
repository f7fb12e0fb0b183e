import type { KnownCommand } from '@stipple/ui';

const group = 'Notices';

/** What can be done on the page of notices, in the order in which the help lists it. */
export const noticesCommands = [
  { id: 'notices.next', words: 'Next notice', group, keys: ['j'], icon: 'arrow-down' },
  { id: 'notices.previous', words: 'Previous notice', group, keys: ['k'], icon: 'arrow-up' },
  { id: 'notices.toggle', words: 'Mark the notice as read, or as unread', group, keys: ['e'], icon: 'check' },
  { id: 'notices.all', words: 'Mark all notices as read', group, keys: ['Shift+e'], icon: 'done' },
] as const satisfies readonly KnownCommand[];
