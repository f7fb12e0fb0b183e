import type { Party, Stage } from '@stipple/domain';
import type { IconName, Tone } from '@stipple/ui';

/** How each stage looks: the same picture and colour on every screen. */
export const stageLooks: Readonly<Record<Stage, { tone: Tone; icon: IconName }>> = {
  verifying: { tone: 'quiet', icon: 'phone' },
  screening: { tone: 'quiet', icon: 'stethoscope' },
  preparing: { tone: 'info', icon: 'edit' },
  with_payer: { tone: 'info', icon: 'hourglass' },
  authorized: { tone: 'good', icon: 'circle-check' },
  adverse: { tone: 'bad', icon: 'circle-x' },
  self_pay_open: { tone: 'warn', icon: 'money' },
  self_pay_ready: { tone: 'good', icon: 'money' },
  in_treatment: { tone: 'accent', icon: 'calendar-check' },
  billing: { tone: 'info', icon: 'file' },
  closed: { tone: 'quiet', icon: 'check' },
};

export const partyIcons: Readonly<Record<Party, IconName>> = {
  coordinator: 'user',
  physician: 'stethoscope',
  manager: 'users',
  payer: 'house',
  patient: 'user',
  nobody: 'check',
};
