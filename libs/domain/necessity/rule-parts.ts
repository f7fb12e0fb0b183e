import type { Condition } from './condition';
import type { AuthorizationRule, RequiredDocument } from './policy';

// Parts that several shipped policies share.

export const functionImpaired: Condition = { fact: 'functional_impairment', is: true };
export const functionNotImpaired: Condition = { fact: 'functional_impairment', is: false };
export const appearanceNamed: Condition = { fact: 'appearance_is_purpose', is: true };
export const distressByProfessional: Condition = {
  all: [
    { fact: 'distress_documented', is: true },
    { fact: 'mental_health_note', is: true },
  ],
};
export const conservativeCareFailed: Condition = { fact: 'failed_treatments_count', atLeast: 1 };
/** Moderate or worse, on the scales of 0 to 10. */
export const painOrItch: Condition = {
  any: [
    { fact: 'pain', atLeast: 4 },
    { fact: 'itch', atLeast: 4 },
  ],
};

export const authorizationNeeded = (quote: string): AuthorizationRule => ({
  procedureCode: '17999',
  required: 'yes',
  quote,
});

const letter: RequiredDocument = {
  kind: 'letter',
  count: 1,
  when: null,
  words: 'signed by the treating physician, linking the treatment to the impairment',
};
const worksheet: RequiredDocument = {
  kind: 'code_worksheet',
  count: 1,
  when: { fact: 'procedure_codes', includesAny: ['17999'] },
  words: 'comparator code, time, skill, equipment and fee',
};
const motion: RequiredDocument = {
  kind: 'range_of_motion',
  count: 1,
  when: { fact: 'joint_involved', is: true },
  words: 'by goniometer: joint, side, active or passive, degrees and norm',
};
const mentalHealth: RequiredDocument = {
  kind: 'mental_health_note',
  count: 1,
  when: { fact: 'distress_documented', is: true },
  words: 'a summary, never the psychotherapy notes',
};

export const photographs = (count: number): RequiredDocument => ({
  kind: 'photo',
  count,
  when: null,
  words: 'dated, with a scale, with the patient’s consent',
});
export const priorTreatment = (words: string): RequiredDocument => ({
  kind: 'prior_treatment',
  count: 1,
  when: null,
  words,
});
export const scarScale: RequiredDocument = {
  kind: 'scar_scale',
  count: 1,
  when: null,
  words: 'a validated one, with its date and rater',
};
/** What nearly every payer wants to see. */
export const usualDocuments: readonly RequiredDocument[] = [letter, worksheet, motion, mentalHealth];
