import type { KnownCommand } from '@stipple/ui';

const group = 'Submissions';

/** What can be done with the log of what was sent, in the order in which the help lists it. */
export const submissionsCommands = [
  { id: 'submissions.next', words: 'Next submission', group, keys: ['j'], icon: 'arrow-down' },
  { id: 'submissions.previous', words: 'Previous submission', group, keys: ['k'], icon: 'arrow-up' },
  { id: 'submissions.open', words: 'Open the submission’s case', group, keys: ['o'], icon: 'arrow-right' },
  { id: 'submissions.receipt', words: 'Only what has no receipt', group, keys: ['r'], icon: 'hourglass' },
  { id: 'submissions.proof', words: 'Only what has no proof', group, keys: ['p'], icon: 'attach' },
  { id: 'submissions.all', words: 'Clear filters', group, keys: ['Shift+f'], icon: 'close' },
  { id: 'submissions.older', words: 'Older submissions', group, keys: ['n'], icon: 'chevron-right' },
] as const satisfies readonly KnownCommand[];
