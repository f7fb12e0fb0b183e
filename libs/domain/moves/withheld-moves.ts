import { Lifecycle, nowhere } from '../lifecycle/lifecycle';
import type { WrittenOnce } from './record-moves';

/** Why less was granted than was asked. It often comes after the approval, in a letter of its own. */
export const withheldReasonLifecycle: Lifecycle<'recorded', WrittenOnce> = {
  subject: 'withheld_reason',
  words: 'why less was granted',
  states: { recorded: 'recorded' },
  terminal: ['recorded'],
  // prettier-ignore
  moves: [
    { move: 'record', label: 'Record why less was granted', happened: 'Why less was granted recorded', from: [nowhere], to: ['recorded'], by: ['coordinator'], needs: ['words', 'kind'], guards: [] },
  ],
};
