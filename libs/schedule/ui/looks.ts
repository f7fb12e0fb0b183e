import type { ScheduledSession } from '@stipple/contracts';
import type { IconName, Tone } from '@stipple/ui';

export type ShownState = ScheduledSession['state'];

/** How each state of a session looks: picture, word and colour, the same in the grid, the list and the panel. */
export const sessionLooks: Readonly<Record<ShownState, { tone: Tone; icon: IconName; words: string }>> = {
  scheduled: { tone: 'info', icon: 'calendar', words: 'Scheduled' },
  checked_in: { tone: 'accent', icon: 'user', words: 'Checked in' },
  performed: { tone: 'good', icon: 'circle-check', words: 'Performed' },
  billed: { tone: 'good', icon: 'file', words: 'Billed' },
  blocked: { tone: 'bad', icon: 'warning', words: 'Blocked' },
  no_show: { tone: 'warn', icon: 'circle-x', words: 'No-show' },
};
