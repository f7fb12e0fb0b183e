import { Task, TaskKind, taskLifecycle } from '@stipple/domain';
import type { Member } from '../people';
import type { Story } from '../story';

/** Gives somebody something to do because of what has just happened. */
export function raiseTask(
  story: Story,
  kind: TaskKind,
  about: string,
  dueOn: string,
  by: Member = story.cast.owner,
): void {
  const content = { kind, about, forRole: 'coordinator' as const, dueOn };
  const told = story.create(taskLifecycle, 'task', 'raise', by, {
    to: 'open',
    fact: content,
    row: { kind, about, for_role: content.forRole, due_on: dueOn },
    data: { kind, about, dueOn },
  });
  story.facts.tasks.push(told.fact);
  story.tasks.push(told);
}

/** Closes the open tasks of these kinds: what they asked for has been done. */
export function finishTasks(story: Story, ...kinds: readonly TaskKind[]): void {
  for (const told of story.tasks.filter(({ fact }) => isOpen(fact) && kinds.includes(fact.kind)))
    story.advance(taskLifecycle, told, 'finish', story.cast.owner, { to: 'done' });
}

const isOpen = ({ state }: Pick<Task, 'state'>) => state === 'open';
