import type { PolicyVersion } from '../policy';
import {
  authorizationNeeded,
  conservativeCareFailed,
  functionImpaired,
  painOrItch,
  photographs,
  priorTreatment,
  usualDocuments,
} from '../rule-parts';

/**
 * Invented. Position: a device counts as unproven outside of the indication it is cleared for; inside of it, impaired
 * function or symptoms after three months of care that failed.
 */
export const fernbrookDevices: PolicyVersion = {
  number: 'FB-6.3',
  version: '2026',
  title: 'Surgical and skin services',
  effectiveFrom: '2026-01-01',
  effectiveTo: '2026-12-31',
  linesOfBusiness: ['commercial_self_funded'],
  source: {
    title: 'Plan document section 6.3, surgical and skin services',
    readAt: 'Fernbrook Provider Portal, Plan documents 2026',
    readBy: 'Robin Avery',
    readOn: '2026-03-09',
  },
  criteria: [
    {
      id: 'outside_clearance',
      label: 'The device is not cleared for this indication',
      quote:
        'A device used outside the indication for which it has been cleared is considered unproven and is not covered.',
      role: 'excluding',
      group: null,
      excludesAs: 'unproven',
      condition: { fact: 'device_cleared', is: false },
    },
    {
      id: 'function_impaired',
      label: 'The scar impairs function',
      quote: 'The condition impairs a bodily function, or',
      role: 'one_of',
      group: 'need',
      excludesAs: null,
      condition: functionImpaired,
    },
    {
      id: 'symptoms',
      label: 'It hurts or itches, moderately or worse',
      quote: 'causes pain or itching rated at 4 or more of 10.',
      role: 'one_of',
      group: 'need',
      excludesAs: null,
      condition: painOrItch,
    },
    {
      id: 'three_months_of_care',
      label: 'A treatment of three months or more has failed',
      quote: 'Less costly treatment was given for at least three months without sufficient result.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: {
        all: [conservativeCareFailed, { fact: 'longest_failed_treatment_months', atLeast: 3 }],
      },
    },
  ],
  distress: { position: 'silent', quote: null },
  documents: [
    ...usualDocuments,
    photographs(1),
    priorTreatment('three months or more, with dates and result'),
    {
      kind: 'device_clearance',
      count: 1,
      when: null,
      words: 'its number and the indication it names',
    },
  ],
  authorization: [authorizationNeeded('The plan requires precertification of unlisted procedures.')],
};
