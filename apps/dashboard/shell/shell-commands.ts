import type { KnownCommand } from '@stipple/ui';

const group = 'Anywhere';

/** What the frame offers on every page. */
export const shellCommands = {
  palette: { id: 'palette', words: 'Search or do…', group, keys: ['mod+k'], icon: 'search' },
  search: { id: 'search', words: 'Search', group, keys: ['/'], icon: 'search' },
  newCase: { id: 'new-case', words: 'Open a new case', group, keys: ['c'], icon: 'plus' },
  undo: { id: 'undo', words: 'Undo the last change', group, keys: ['z'], icon: 'undo' },
  help: { id: 'help', words: 'Show the keys of this page', group, keys: ['?'], icon: 'keyboard' },
  firstUse: { id: 'first-use', words: 'Show first steps and hints again', group, icon: 'help' },
  timeAndMoney: {
    id: 'go.time-and-money',
    words: 'Go to Time and money',
    group: 'Go to',
    keys: ['g m'],
    icon: 'money',
  },
  standing: {
    id: 'go.standing',
    words: 'Go to Where things stand',
    group: 'Go to',
    keys: ['g t'],
    icon: 'hourglass',
  },
  notices: { id: 'go.notices', words: 'Go to Notices', group: 'Go to', keys: ['g n'], icon: 'bell' },
  settings: { id: 'go.settings', words: 'Go to Settings', group: 'Go to', icon: 'settings' },
  design: { id: 'go.design', words: 'Go to Design', group: 'Go to', icon: 'palette' },
  lock: { id: 'lock', words: 'Lock the screen', group, icon: 'lock' },
  signOut: { id: 'sign-out', words: 'Sign out', group, icon: 'sign-out' },
  drafts: { id: 'go.drafts', words: 'Go to Your drafts', group: 'Go to', icon: 'edit' },
  light: { id: 'theme-light', words: 'Switch to the light theme', group: 'Look', icon: 'sun' },
  dark: { id: 'theme-dark', words: 'Switch to the dark theme', group: 'Look', icon: 'moon' },
  density: { id: 'density', words: 'Switch between comfortable and compact', group: 'Look', icon: 'list' },
} as const satisfies Record<string, KnownCommand>;
