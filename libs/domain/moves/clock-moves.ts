import { Lifecycle, nowhere } from '../lifecycle/lifecycle';
import type { WrittenOnce } from './record-moves';

/** A deadline that came out otherwise when it was computed anew. Nobody records it: the watching finds it. */
export const clockChangeLifecycle: Lifecycle<'recorded', WrittenOnce> = {
  subject: 'clock_change',
  words: 'a changed deadline',
  states: { recorded: 'recorded' },
  terminal: ['recorded'],
  byItself: true,
  // prettier-ignore
  moves: [
    { move: 'record', label: 'Record changed deadline', happened: 'Deadline changed', from: [nowhere], to: ['recorded'], by: [], needs: [], guards: [] },
  ],
};
