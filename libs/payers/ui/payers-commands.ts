import type { KnownCommand } from '@stipple/ui';

/* What can be done in the directory of payers and with their policies, page by page. */
const group = 'Payers';
const policies = 'Policy';
const rules = 'Writing a policy';

export const payersCommands = [
  { id: 'payers.add', words: 'Add a payer', group, keys: ['n'], icon: 'plus' },
] as const satisfies readonly KnownCommand[];

export const payerCommands = [
  { id: 'payer.new', words: 'New version of the policy', group, keys: ['n'], icon: 'plus' },
  {
    id: 'payer.compare',
    words: 'Compare the last two versions',
    group,
    keys: ['c'],
    icon: 'list',
    insteadOf: 'new-case',
  },
  { id: 'payer.edit', words: 'Edit what we know', group, keys: ['e'], icon: 'edit' },
  { id: 'payer.back', words: 'All payers', group, keys: ['u'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];

export const policyCommands = [
  { id: 'policy.edit', words: 'Edit the draft', group: policies, keys: ['e'], icon: 'edit' },
  { id: 'policy.new', words: 'New version from this one', group: policies, keys: ['n'], icon: 'plus' },
  {
    id: 'policy.compare',
    words: 'Compare with another version',
    group: policies,
    keys: ['c'],
    icon: 'list',
    insteadOf: 'new-case',
  },
  { id: 'policy.try', words: 'Try on past cases', group: policies, keys: ['t'], icon: 'serve' },
  { id: 'policy.publish', words: 'Publish', group: policies, keys: ['p'], icon: 'send' },
  { id: 'policy.back', words: 'Back to the payer', group: policies, keys: ['u'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];

export const rulesCommands = [
  { id: 'rules.add', words: 'Add a criterion', group: rules, keys: ['a'], icon: 'plus' },
  { id: 'rules.save', words: 'Save the draft', group: rules, keys: ['mod+Enter'], icon: 'check' },
  { id: 'rules.back', words: 'Leave without saving', group: rules, keys: ['u'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];
