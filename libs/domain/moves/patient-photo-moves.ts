import type { Subject } from '../case-facts';
import { Lifecycle, nowhere } from '../lifecycle/lifecycle';

export const patientPhotoStates = ['waiting', 'accepted', 'set_aside'] as const;
export type PatientPhotoState = (typeof patientPhotoStates)[number];

/** A photograph that the patient sent. Whoever made their link acts for them; somebody of the clinic decides what it is worth. */
export const patientPhotoLifecycle: Lifecycle<PatientPhotoState, Subject<PatientPhotoState>> = {
  subject: 'patient_photo',
  words: 'a patient’s photograph',
  states: { waiting: 'waits to be looked at', accepted: 'in the record', set_aside: 'set aside' },
  terminal: ['accepted', 'set_aside'],
  // prettier-ignore
  moves: [
    { move: 'send', label: 'Send photograph', happened: 'Photograph sent by the patient', from: [nowhere], to: ['waiting'], by: ['coordinator'], needs: ['view', 'showsScale', 'consent', 'file'], guards: [] },
    { move: 'accept', label: 'Take into the record', happened: 'Patient’s photograph taken into the record', from: ['waiting'], to: ['accepted'], by: ['coordinator', 'physician'], needs: ['takenOn', 'view', 'showsScale'], guards: [] },
    { move: 'set_aside', label: 'Set aside', happened: 'Patient’s photograph set aside', from: ['waiting'], to: ['set_aside'], by: ['coordinator', 'physician'], needs: ['reason'], guards: [] },
  ],
};
