import { Command, doing } from '@stipple/ui';
import type { Placing } from './placing';
import { scheduleCommands } from './schedule-commands';
import type { ScheduleView } from './schedule-view';

/** What the page itself does for a command. */
export interface PageActions {
  search(): void;
  bookFirst(): void;
  nextToAct(): void;
  showAtRisk(): void;
}

/** What the commands of the schedule do. Each has its control on the page. */
export function doOnSchedule(view: ScheduleView, placing: Placing, actions: PageActions): readonly Command[] {
  const free = () => placing.placeable() === null;
  const place = (run: () => void) => ({ run, when: () => placing.placeable() !== null });
  // In a week the columns are days, in a day they are clinicians or rooms.
  const sideways = (by: number) => placing.nudge(view.shownDay() === null ? { days: by } : { lanes: by });
  return doing(scheduleCommands, {
    'schedule.place.earlier': place(() => placing.nudge({ down: -1 })),
    'schedule.place.later': place(() => placing.nudge({ down: 1 })),
    'schedule.place.left': place(() => sideways(-1)),
    'schedule.place.right': place(() => sideways(1)),
    'schedule.place.week-before': place(() => placing.nudge({ days: -7 })),
    'schedule.place.week-after': place(() => placing.nudge({ days: 7 })),
    'schedule.place.shorter': place(() => placing.stretch(-1)),
    'schedule.place.longer': place(() => placing.stretch(1)),
    'schedule.place.lane': place(() => placing.nextLane(1)),
    'schedule.place.lane-back': place(() => placing.nextLane(-1)),
    'schedule.place.leave': place(() => placing.end()),
    'schedule.today': { run: () => view.goTo(view.today()) },
    'schedule.previous': { run: () => view.turn(-1), when: free },
    'schedule.next': { run: () => view.turn(1), when: free },
    'schedule.day': { run: () => view.showAs('day') },
    'schedule.week': { run: () => view.showAs('week') },
    'schedule.act': { run: () => actions.nextToAct(), when: () => view.blocked().length > 0 },
    'schedule.risk': { run: () => actions.showAtRisk(), when: free },
    'schedule.search': { run: () => actions.search(), when: view.books },
    'schedule.book': { run: () => actions.bookFirst(), when: view.books },
  });
}
