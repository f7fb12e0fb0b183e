import type { IconName } from '@stipple/ui';
import type { Advice } from '../week/advice';

export const adviceIcons: Readonly<Record<Advice['tone'], IconName>> = {
  good: 'circle-check',
  warn: 'alert',
  bad: 'circle-x',
  quiet: 'clock',
};
