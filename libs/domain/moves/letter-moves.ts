import type { Letter } from '../case-facts';
import { Lifecycle, nowhere } from '../lifecycle/lifecycle';

export type LetterState = 'draft' | 'ready' | 'signed' | 'discarded' | 'superseded';

/** The letter of medical necessity. Only a physician signs it; after that nobody changes a word of it. */
export const letterLifecycle: Lifecycle<LetterState, Letter> = {
  subject: 'letter',
  words: 'a letter',
  states: {
    draft: 'a draft',
    ready: 'waiting for a signature',
    signed: 'signed',
    discarded: 'discarded',
    superseded: 'replaced by a later one',
  },
  terminal: ['discarded', 'superseded'],
  // prettier-ignore
  moves: [
    { move: 'draft', label: 'Draft letter', happened: 'Letter drafted', from: [nowhere], to: ['draft'], by: ['coordinator', 'physician'], needs: ['body', 'procedureCodes'], guards: [] },
    { move: 'revise', label: 'Revise letter', happened: 'Letter revised', from: ['draft', 'ready'], to: ['draft'], by: ['coordinator', 'physician'], needs: ['body', 'procedureCodes'], guards: [] },
    { move: 'ask_signature', label: 'Send for signature', happened: 'Letter sent for signature', from: ['draft'], to: ['ready'], by: ['coordinator', 'physician'], needs: [], guards: [] },
    { move: 'sign', label: 'Sign letter', happened: 'Letter signed', from: ['ready'], to: ['signed'], by: ['physician'], needs: ['password'], guards: [] },
    { move: 'ask_changes', label: 'Ask for changes', happened: 'Changes asked for', from: ['ready'], to: ['draft'], by: ['physician'], needs: ['note'], guards: [] },
    { move: 'discard', label: 'Discard letter', happened: 'Letter discarded', from: ['draft', 'ready'], to: ['discarded'], by: ['coordinator', 'physician'], needs: [], guards: [] },
    { move: 'supersede', label: 'Replace letter', happened: 'Letter replaced', from: ['signed'], to: ['superseded'], by: ['coordinator', 'physician'], needs: [], guards: [] },
  ],
};
