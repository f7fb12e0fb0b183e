import type { KnownCommand } from '@stipple/ui';

const group = 'Letter';

/** What the letter page can do, in the order in which the help lists it. All of it works while one types. */
export const letterCommands = [
  { id: 'letter.bind', words: 'Bind the sentence to evidence', group, keys: ['mod+b'], icon: 'attach' },
  {
    id: 'letter.next-gap',
    words: 'Next open sentence',
    group,
    keys: ['Alt+ArrowDown'],
    icon: 'arrow-down',
  },
  {
    id: 'letter.previous-gap',
    words: 'Previous open sentence',
    group,
    keys: ['Alt+ArrowUp'],
    icon: 'arrow-up',
  },
  { id: 'letter.save', words: 'Save the letter', group, keys: ['mod+s'], icon: 'check' },
  { id: 'letter.send', words: 'Send for signature', group, keys: ['mod+Enter'], icon: 'sign' },
] as const satisfies readonly KnownCommand[];
