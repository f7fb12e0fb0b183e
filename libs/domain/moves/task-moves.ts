import type { Task } from '../case-facts';
import { Lifecycle, nowhere } from '../lifecycle/lifecycle';

export type TaskState = 'open' | 'done';

const team = ['coordinator', 'physician', 'manager'] as const;

export const taskLifecycle: Lifecycle<TaskState, Task> = {
  subject: 'task',
  words: 'a task',
  states: { open: 'open', done: 'done' },
  terminal: ['done'],
  // prettier-ignore
  moves: [
    { move: 'raise', label: 'Raise task', happened: 'Task raised', from: [nowhere], to: ['open'], by: team, needs: ['kind', 'about', 'forRole', 'dueOn'], guards: [] },
    { move: 'finish', label: 'Mark task done', happened: 'Task done', from: ['open'], to: ['done'], by: team, needs: [], guards: [] },
  ],
};
