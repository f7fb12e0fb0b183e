import { Lifecycle, nowhere } from '../lifecycle/lifecycle';
import type { Role } from '../people';

/**
 * Notes stand in two lanes. What a manager does for the clinic needs no clinical note, so a manager sees none: the
 * minimum necessary. PostgreSQL holds the same in its policies.
 */
export const noteLanes = {
  billing: { write: ['coordinator', 'manager'], read: ['coordinator', 'manager', 'physician'] },
  clinical: { write: ['physician'], read: ['coordinator', 'physician'] },
} as const satisfies Record<string, Record<'write' | 'read', readonly Role[]>>;
export type NoteLane = keyof typeof noteLanes;

/** Written once: a mistake is corrected by a new note that names the old one. */
export interface Note {
  readonly id: string;
  readonly state: 'written';
  readonly seq: number;
}

export const billingNoteLifecycle: Lifecycle<'written', Note> = {
  subject: 'billing_note',
  words: 'a billing note',
  states: { written: 'written' },
  terminal: ['written'],
  // prettier-ignore
  moves: [
    { move: 'write', label: 'Write billing note', happened: 'Billing note', from: [nowhere], to: ['written'], by: noteLanes.billing.write, needs: ['body'], guards: [] },
  ],
};

export const clinicalNoteLifecycle: Lifecycle<'written', Note> = {
  subject: 'clinical_note',
  words: 'a clinical note',
  states: { written: 'written' },
  terminal: ['written'],
  // prettier-ignore
  moves: [
    { move: 'write', label: 'Write clinical note', happened: 'Clinical note', from: [nowhere], to: ['written'], by: noteLanes.clinical.write, needs: ['body'], guards: [] },
  ],
};
