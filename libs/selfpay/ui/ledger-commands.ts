import type { KnownCommand } from '@stipple/ui';

const group = 'Ledger';

/** Every command of the ledger’s page with its first keys. Each has its control on the page. */
export const ledgerCommands = [
  { id: 'ledger.pay', words: 'Record payment', group, keys: ['p'], icon: 'money' },
  { id: 'ledger.refund', words: 'Record refund', group, keys: ['r'], icon: 'undo' },
  { id: 'ledger.plan', words: 'Set payment plan', group, keys: ['l'], icon: 'calendar' },
  { id: 'ledger.receipt', words: 'Open the receipt', group, keys: ['o'], icon: 'file' },
  { id: 'ledger.back', words: 'Back to the case', group, keys: ['u', 'Backspace'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];
