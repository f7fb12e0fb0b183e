import type { Screening } from '../case-facts';
import { Lifecycle, nowhere } from '../lifecycle/lifecycle';

export type ScreeningState = 'proposed' | 'signed' | 'superseded';

export const screeningLifecycle: Lifecycle<ScreeningState, Screening> = {
  subject: 'screening',
  words: 'a screening',
  states: {
    proposed: 'proposed, waiting for the physician',
    signed: 'signed',
    superseded: 'replaced by a later one',
  },
  terminal: ['superseded'],
  // prettier-ignore
  moves: [
    { move: 'propose', label: 'Propose screening outcome', happened: 'Screening outcome proposed', from: [nowhere], to: ['proposed'], by: ['coordinator', 'physician'], needs: ['reasons'], guards: [] },
    { move: 'sign', label: 'Sign screening', happened: 'Screening signed', from: ['proposed'], to: ['signed'], by: ['physician'], needs: ['password'], guards: [] },
    { move: 'supersede', label: 'Replace screening', happened: 'Screening replaced', from: ['proposed', 'signed'], to: ['superseded'], by: ['coordinator', 'physician'], needs: [], guards: [] },
  ],
};
