/** The views of the queue, in the order of their tabs. */
export const queueViews = [
  'mine',
  'unassigned',
  'with_payer',
  'physician',
  'denied',
  'appeals',
  'book',
  'self_pay',
  'all',
] as const;
export type QueueView = (typeof queueViews)[number];

export interface QueueViewWords {
  readonly view: QueueView;
  readonly words: string;
  /** What is in it, in one plain sentence. */
  readonly explains: string;
}

const say = (view: QueueView, words: string, explains: string): QueueViewWords => ({ view, words, explains });

export const queueViewWords: Record<QueueView, QueueViewWords> = {
  mine: say('mine', 'My next', 'Your cases in which the next step is yours.'),
  unassigned: say('unassigned', 'Unassigned', 'Open cases that nobody owns.'),
  with_payer: say('with_payer', 'Waiting on payer', 'Cases in which the payer acts next.'),
  physician: say(
    'physician',
    'Needs physician',
    'Cases that wait for a physician to sign or record something.',
  ),
  denied: say(
    'denied',
    'Denied: decide',
    'Denied cases in which nobody has decided yet how to go on, with the last day to appeal.',
  ),
  appeals: say(
    'appeals',
    'Appeals due',
    'Cases with an appeal to file, or a peer-to-peer call to hold, by a certain day.',
  ),
  book: say('book', 'Approved: book', 'Cases that are cleared for a session, with none booked.'),
  self_pay: say(
    'self_pay',
    'Self-pay',
    'Cases with a self-pay estimate or agreement before the first session.',
  ),
  all: say('all', 'All open', 'Every case that is not closed.'),
};

/** How the queue can be sorted. `press`: by the legal deadline or the next touch, whichever comes first; then money at risk. */
export const queueSorts = ['press', 'due', 'touch', 'money', 'number', 'patient'] as const;
export type QueueSort = (typeof queueSorts)[number];
