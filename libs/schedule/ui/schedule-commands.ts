import type { KnownCommand } from '@stipple/ui';

const group = 'Schedule';
const placing = 'Placing a session';

/** While a session is being placed: what has no letter moves it. */
export const placingCommands = [
  { id: 'schedule.place.earlier', words: 'A quarter of an hour earlier', group: placing, keys: ['ArrowUp'] },
  { id: 'schedule.place.later', words: 'A quarter of an hour later', group: placing, keys: ['ArrowDown'] },
  { id: 'schedule.place.left', words: 'One column to the left', group: placing, keys: ['ArrowLeft'] },
  { id: 'schedule.place.right', words: 'One column to the right', group: placing, keys: ['ArrowRight'] },
  { id: 'schedule.place.week-before', words: 'A week earlier', group: placing, keys: ['PageUp'] },
  { id: 'schedule.place.week-after', words: 'A week later', group: placing, keys: ['PageDown'] },
  { id: 'schedule.place.shorter', words: 'Shorter', group: placing, keys: ['Shift+ArrowUp'] },
  { id: 'schedule.place.longer', words: 'Longer', group: placing, keys: ['Shift+ArrowDown'] },
  { id: 'schedule.place.lane', words: 'Next clinician or room', group: placing, keys: ['l'] },
  { id: 'schedule.place.lane-back', words: 'Previous clinician or room', group: placing, keys: ['Shift+l'] },
  { id: 'schedule.place.leave', words: 'Leave it where it was', group: placing, keys: ['Escape'] },
] as const satisfies readonly KnownCommand[];

// prettier-ignore
const pageCommands = [
  { id: 'schedule.today', words: 'Go to today', group, keys: ['t'], icon: 'calendar' },
  { id: 'schedule.previous', words: 'Previous week or day', group, keys: ['[', 'ArrowLeft'], icon: 'chevron-left' },
  { id: 'schedule.next', words: 'Next week or day', group, keys: [']', 'ArrowRight'], icon: 'chevron-right' },
  { id: 'schedule.day', words: 'Show a day', group, keys: ['1'], icon: 'calendar' },
  { id: 'schedule.week', words: 'Show a week', group, keys: ['2'], icon: 'calendar' },
  { id: 'schedule.act', words: 'Next booking to act on', group, keys: ['n'], icon: 'warning' },
  { id: 'schedule.risk', words: 'Show the bookings at risk', group, keys: ['r'], icon: 'alert' },
  { id: 'schedule.search', words: 'Find a case to book', group, keys: ['/'], icon: 'search', insteadOf: 'search' },
  { id: 'schedule.book', words: 'Book the first case of the list', group, keys: ['b'], icon: 'plus' },
] as const satisfies readonly KnownCommand[];

/** Every command of the schedule. Those of placing come first: while something is placed, their keys are theirs. */
export const scheduleCommands = [...placingCommands, ...pageCommands] as const;
