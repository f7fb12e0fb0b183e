import type { KnownCommand } from '@stipple/ui';

const group = 'Screening';

/** Every command of the screening page with its first keys. Each has its control on the page. */
export const screeningCommands = [
  { id: 'screening.propose', words: 'Propose this outcome', group, keys: ['mod+Enter'], icon: 'send' },
  { id: 'screening.reasons', words: 'To the reasons', group, keys: ['r'], icon: 'edit' },
  { id: 'screening.evidence', words: 'Open the evidence', group, keys: ['e'], icon: 'stethoscope' },
  { id: 'screening.clear', words: 'Forget what was tried', group, keys: ['x'], icon: 'undo' },
  { id: 'screening.back', words: 'Back to the case', group, keys: ['u', 'Backspace'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];
