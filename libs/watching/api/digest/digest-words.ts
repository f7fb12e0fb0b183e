import { Role, roleWords } from '@stipple/domain';
import type { Mail } from '@stipple/jobs';

/** How many tasks wait for somebody. Counts are all that an e-mail says: it passes through servers that are not the clinic's. */
export interface TaskCounts {
  readonly late: number;
  readonly today: number;
  /** Raised since the morning before. */
  readonly fresh: number;
  /** Of the late and today's, those of cases that this person owns or treats. */
  readonly mine: number;
}

export interface Digest {
  readonly clinicName: string;
  readonly roles: readonly Role[];
  readonly counts: TaskCounts;
  readonly publicUrl: string;
}

/** The morning's e-mail, or null when there is nothing to say: a daily “nothing” teaches people not to read it. */
export function digestMail({ clinicName, roles, counts, publicUrl }: Digest): Mail | null {
  const { late, today, fresh, mine } = counts;
  if (late + today + fresh === 0) return null;
  const acting = roles.filter((role) => role !== 'administrator').map((role) => roleWords[role]);
  const pressing = late + today;
  return {
    subject: `Stipple: ${joined([late && `${late} late`, today && `${today} due today`, fresh && `${fresh} new`])}`,
    text: [
      `Tasks for you as ${acting.join(' and ')} at ${clinicName}:`,
      '',
      ...(late > 0 ? [`  ${tasks(late)} late`] : []),
      ...(today > 0 ? [`  ${tasks(today)} due today`] : []),
      ...(fresh > 0 ? [`  ${tasks(fresh)} new since yesterday morning`] : []),
      ...(pressing > 0 ? ['', mineWords(mine, pressing)] : []),
      '',
      `Queue:    ${publicUrl}/queue`,
      `Needs me: ${publicUrl}/waiting`,
      `Schedule: ${publicUrl}/schedule`,
      '',
      'This e-mail says how many, never what or whose: that stays in Stipple.',
      // The page behind the sign-in and no link that acts by itself: whoever holds a forwarded e-mail changes nothing.
      'Would you rather not have it? You can switch it off in your settings:',
      `${publicUrl}/settings`,
    ].join('\n'),
  };
}

const tasks = (count: number) => (count === 1 ? '1 task' : `${count} tasks`);
const joined = (parts: readonly (string | number)[]) => parts.filter((part) => part !== 0).join(', ');

function mineWords(mine: number, pressing: number): string {
  if (mine === 0) return 'None of what is late or due is of a case of yours.';
  if (mine === pressing) return 'All of what is late or due is of cases of yours.';
  return `Of what is late or due, ${mine} ${mine === 1 ? 'is' : 'are'} of cases of yours.`;
}
