import { Day, addDays } from '../calendar';
import type { Watch, WatchedFacts, WatchedTask } from './watch';
import { WatchingChoices, watchesOf } from './watches-of';

/** What the watching does about one case: tasks to raise, and its own open tasks whose cause is gone. */
export interface TaskPlan {
  readonly raise: readonly Watch[];
  readonly close: readonly WatchedTask[];
}

/**
 * Holds what has to be watched against the tasks that are there. Once done there is nothing left to do: the same facts
 * on the same day make an empty plan.
 */
export function planTasks(facts: WatchedFacts, today: Day, choices?: WatchingChoices): TaskPlan {
  if (facts.case.state === 'closed') return { raise: [], close: [] };
  const watches = watchesOf(facts, today, choices);
  const open = facts.tasks.filter(({ state }) => state === 'open');
  return {
    raise: watches.filter(
      (watch) => !open.some((task) => covers(task, watch)) && !rests(facts, watch, today),
    ),
    close: open.filter((task) => task.watchKey !== null && !watches.some((watch) => isFor(task, watch))),
  };
}

/** An open task that asks for the same already: the watch’s own, or one that the move itself has raised. */
function covers(task: WatchedTask, watch: Watch): boolean {
  if (task.watchKey !== null) return isFor(task, watch);
  return task.kind === watch.taskKind || task.kind === watch.coveredBy;
}

/** A task is for a watch while it says what is so: with another day or other words it makes room for a new one. */
function isFor(task: WatchedTask, { key, dueOn, about }: Watch): boolean {
  return task.watchKey === key && task.dueOn === dueOn && task.about === about;
}

/**
 * Whoever marks a task done knows why, even though its cause is still there: they have asked, and wait. It is not
 * raised again for this cause before its due day, and never on the day they did it; what tells of something that cannot be
 * undone, never.
 */
function rests({ tasks }: WatchedFacts, watch: Watch, today: Day): boolean {
  return tasks.some(
    (task) =>
      task.finishedOn !== null &&
      task.finishedByPerson &&
      covers(task, watch) &&
      (watch.onlyOnce || today < laterOf(addDays(task.finishedOn, 1), task.dueOn)),
  );
}

const laterOf = (one: Day, other: Day) => (one > other ? one : other);
