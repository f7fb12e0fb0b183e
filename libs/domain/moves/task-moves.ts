import type { Task } from '../case-facts';
import { Guard, Lifecycle, nowhere } from '../lifecycle/lifecycle';
import { holds } from '../people';
import { refusal } from '../refusal';

export type TaskState = 'open' | 'done';

const team = ['coordinator', 'physician', 'manager'] as const;

/** An answer that calls the physician is not done with because somebody else ticked it off. */
const physiciansOwn: Guard<Task> = ({ subject, actor }) =>
  subject?.kind === 'clinical_alert' && !holds(actor, ['physician'])
    ? refusal('physicians_own', 'Only a physician closes a clinical alert.')
    : null;

/**
 * What a clinical alert says in every list. Billing and managers read tasks too, so it never says what was answered; who
 * may read the evidence sees it there.
 */
export const clinicalAlertWords = 'Clinical alert: a physician looks at the newest evidence today';

export const taskLifecycle: Lifecycle<TaskState, Task> = {
  subject: 'task',
  words: 'a task',
  states: { open: 'open', done: 'done' },
  terminal: ['done'],
  // prettier-ignore
  moves: [
    { move: 'raise', label: 'Raise task', happened: 'Task raised', from: [nowhere], to: ['open'], by: team, needs: ['kind', 'about', 'forRole', 'dueOn'], guards: [] },
    { move: 'finish', label: 'Mark task done', happened: 'Task done', from: ['open'], to: ['done'], by: team, needs: [], guards: [physiciansOwn] },
  ],
};
