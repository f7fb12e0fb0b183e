import type { ImportState } from '@stipple/contracts';
import type { IconName, Tone } from '@stipple/ui';

/** How an import's state looks: picture and colour beside its word. */
export const importLooks: Readonly<Record<ImportState, { tone: Tone; icon: IconName }>> = {
  reading: { tone: 'info', icon: 'hourglass' },
  ready: { tone: 'warn', icon: 'edit' },
  checking: { tone: 'info', icon: 'hourglass' },
  checked: { tone: 'warn', icon: 'eye' },
  importing: { tone: 'info', icon: 'hourglass' },
  done: { tone: 'good', icon: 'circle-check' },
  failed: { tone: 'bad', icon: 'circle-x' },
  discarded: { tone: 'quiet', icon: 'ban' },
};
