import type { Role } from '@stipple/domain';
import type { IconName, KnownCommand } from '@stipple/ui';

/** A page that stands in the main navigation. */
export interface Place {
  readonly path: string;
  readonly words: string;
  /** As the navigation has it, where the whole word has no room beside the others. */
  readonly short?: string;
  readonly icon: IconName;
  readonly roles: readonly Role[];
  readonly keys?: readonly string[];
}

// prettier-ignore
export const places: readonly Place[] = [
  { path: '/queue', words: 'Queue', icon: 'list', roles: ['coordinator', 'physician', 'manager'], keys: ['g q'] },
  { path: '/waiting', words: 'Needs me', icon: 'sign', roles: ['physician', 'manager', 'coordinator'], keys: ['g w'] },
  { path: '/schedule', words: 'Schedule', icon: 'calendar', roles: ['coordinator', 'physician', 'manager'], keys: ['g s'] },
  { path: '/submissions', words: 'Submissions', short: 'Sent', icon: 'send', roles: ['coordinator', 'manager'], keys: ['g u'] },
  { path: '/denials', words: 'Denials', icon: 'chart', roles: ['manager', 'coordinator'], keys: ['g d'] },
  { path: '/payers', words: 'Payers', icon: 'shield', roles: ['coordinator', 'physician', 'manager', 'administrator'], keys: ['g p'] },
  { path: '/roster', words: 'Roster', icon: 'file-up', roles: ['coordinator', 'administrator'] },
  { path: '/clinic', words: 'Clinic', icon: 'house', roles: ['coordinator', 'administrator'] },
  { path: '/people', words: 'People', icon: 'users', roles: ['administrator'] },
  { path: '/audit', words: 'Audit', icon: 'log', roles: ['administrator', 'manager'], keys: ['g a'] },
];

/** Who is told what comes up by itself: those for whom there are tasks. */
export const noticed = ['coordinator', 'physician', 'manager'] as const satisfies readonly Role[];

/** Going to a page, as a command. */
export function goTo({ path, words, icon, keys }: Place): KnownCommand {
  return {
    id: `go.${path.slice(1)}`,
    words: `Go to ${words}`,
    group: 'Go to',
    icon,
    ...(keys ? { keys } : {}),
  };
}
