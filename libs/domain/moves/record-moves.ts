import { Lifecycle, nowhere } from '../lifecycle/lifecycle';

/** Records that are written once and never change. They have a lifecycle only so that the timeline knows them. */
export interface WrittenOnce {
  readonly id: string;
  readonly state: 'recorded';
  readonly seq: number;
}

export const benefitCallLifecycle: Lifecycle<'recorded', WrittenOnce> = {
  subject: 'benefit_call',
  words: 'a benefit call',
  states: { recorded: 'recorded' },
  terminal: ['recorded'],
  // prettier-ignore
  moves: [
    { move: 'record', label: 'Record benefit call', happened: 'Benefit call recorded', from: [nowhere], to: ['recorded'], by: ['coordinator'], needs: ['calledAt', 'numberDialled', 'representative', 'referenceNumber', 'codesAsked', 'authorizationRequired'], guards: [] },
  ],
};

export const documentLifecycle: Lifecycle<'recorded', WrittenOnce> = {
  subject: 'case_document',
  words: 'a document',
  states: { recorded: 'recorded' },
  terminal: ['recorded'],
  // prettier-ignore
  moves: [
    { move: 'record', label: 'Add document', happened: 'Document added', from: [nowhere], to: ['recorded'], by: ['coordinator', 'physician'], needs: ['kind', 'title', 'file'], guards: [] },
  ],
};
