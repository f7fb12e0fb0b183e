import type { KnownCommand } from '@stipple/ui';

const group = 'Read and sign';

/** What can be done with what is read, in the order in which the help lists it. */
export const readingCommands = [
  { id: 'reading.sign', words: 'Sign: to the password', group, keys: ['s'], icon: 'sign' },
  { id: 'reading.other', words: 'Ask for changes instead', group, keys: ['r'], icon: 'edit' },
  { id: 'reading.plain', words: 'Mark what changed, or not', group, keys: ['m'], icon: 'eye' },
  { id: 'reading.skip', words: 'Skip to the next to sign', group, keys: [']'], icon: 'chevron-right' },
  { id: 'reading.back', words: 'Back', group, keys: ['Escape'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];
