import type { KnownCommand } from '@stipple/ui';

const group = 'Worksheet';

/** What the worksheet page can do. Saving works while one types. */
export const worksheetCommands = [
  { id: 'worksheet.save', words: 'Save the worksheet', group, keys: ['mod+Enter', 'mod+s'], icon: 'check' },
  { id: 'worksheet.back', words: 'Back to the case', group, keys: ['u', 'Backspace'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];
