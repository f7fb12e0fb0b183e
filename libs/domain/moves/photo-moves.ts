import { Lifecycle, nowhere } from '../lifecycle/lifecycle';
import type { WrittenOnce } from './record-moves';

export const photoDetailLifecycle: Lifecycle<'recorded', WrittenOnce> = {
  subject: 'photo_detail',
  words: 'a photograph',
  states: { recorded: 'recorded' },
  terminal: ['recorded'],
  // prettier-ignore
  moves: [
    { move: 'record', label: 'Describe photograph', happened: 'Photograph described', from: [nowhere], to: ['recorded'], by: ['coordinator', 'physician'], needs: ['takenOn', 'view', 'showsScale', 'consentUses'], guards: [] },
  ],
};
