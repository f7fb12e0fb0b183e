import type { KnownCommand } from '@stipple/ui';
import { CaseTab, caseTabWords, caseTabs } from './case-tab-words';

const group = 'Case';

/** Every command of the case page with its first keys; what they do, `case-keys.ts` says. */
export const caseCommands = [
  { id: 'case.moves', words: 'All moves', group, keys: ['t', '.'], icon: 'more' },
  { id: 'case.next-step', words: 'Do what is next', group, keys: ['n'], icon: 'check' },
  { id: 'case.call', words: 'Record a call', group, keys: ['r'], icon: 'phone' },
  { id: 'case.document', words: 'Add a document', group, keys: ['d'], icon: 'attach' },
  { id: 'case.evidence', words: 'Measurements and scales', group, keys: ['v'], icon: 'chart' },
  { id: 'case.worksheet', words: 'Worksheet of the unlisted code', group, keys: ['w'], icon: 'list' },
  { id: 'case.note', words: 'Write a note', group, keys: ['m'], icon: 'note' },
  { id: 'case.touch', words: 'Snooze: set the next touch', group, keys: ['h'], icon: 'clock' },
  { id: 'case.assign', words: 'Assign the case', group, keys: ['a'], icon: 'user' },
  { id: 'case.done', words: 'Done for now', group, keys: ['e'], icon: 'check' },
  { id: 'case.previous', words: 'Previous case of the view', group, keys: ['['], icon: 'chevron-left' },
  { id: 'case.next', words: 'Next case of the view', group, keys: [']'], icon: 'chevron-right' },
  { id: 'case.back', words: 'Back to the queue', group, keys: ['u', 'Backspace'], icon: 'arrow-left' },
  ...caseTabs.map((tab, at) => ({
    id: `case.tab-${tab}` as `case.tab-${CaseTab}`,
    words: `Show “${caseTabWords[tab]}”`,
    group,
    keys: [String(at + 1)],
    icon: 'list' as const,
  })),
] as const satisfies readonly KnownCommand[];

export type CaseCommand = (typeof caseCommands)[number]['id'];
