import type { PolicyVersion } from '../policy';
import {
  appearanceNamed,
  authorizationNeeded,
  conservativeCareFailed,
  functionImpaired,
  functionNotImpaired,
  painOrItch,
  photographs,
  priorTreatment,
  usualDocuments,
} from '../rule-parts';

/**
 * Invented. Position: a scar from external trauma, and impaired function, and a listed modality that has failed.
 */
export const blueHeronScar4: PolicyVersion = {
  number: 'BH-SCAR-07',
  version: '4',
  title: 'Treatment of scars',
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  linesOfBusiness: ['commercial_insured', 'marketplace'],
  source: {
    title: 'Scar treatment policy BH-SCAR-07, version 4',
    readAt: 'HeronLink, Medical policies, Skin',
    readBy: 'Robin Avery',
    readOn: '2026-10-12',
  },
  criteria: [
    {
      id: 'external_trauma',
      label: 'The scar comes from a burn or another external injury',
      quote: 'The scar is the result of external trauma, including burns.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: { fact: 'cause_of_scar', oneOf: ['burn', 'trauma'] },
    },
    {
      id: 'function_impaired',
      label: 'It impairs function, shown in motion or in daily life',
      quote:
        'The scar causes a functional impairment, demonstrated by restricted motion of ten degrees or more or by limitation of daily activities or work.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: {
        all: [
          functionImpaired,
          {
            any: [
              { fact: 'rom_deficit_degrees', atLeast: 10 },
              { fact: 'daily_life_limited', is: true },
            ],
          },
        ],
      },
    },
    {
      id: 'listed_modality_failed',
      label: 'A listed modality has failed',
      quote:
        'At least one of the following has failed: compression therapy, intralesional 5-fluorouracil, fractional ablative laser, grafting or surgical release.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: {
        fact: 'failed_treatments',
        includesAny: ['compression', 'fluorouracil_injection', 'ablative_laser', 'graft_or_release'],
      },
    },
    {
      id: 'appearance_only',
      label: 'It is to improve appearance and function is not impaired',
      quote: 'Treatment to improve appearance in the absence of functional impairment is cosmetic.',
      role: 'excluding',
      group: null,
      excludesAs: 'cosmetic',
      condition: { all: [appearanceNamed, functionNotImpaired] },
    },
    {
      id: 'symptoms',
      label: 'It hurts or itches',
      quote: 'Pain and pruritus are considered in the overall assessment.',
      role: 'supporting',
      group: null,
      excludesAs: null,
      condition: painOrItch,
    },
  ],
  distress: { position: 'silent', quote: null },
  documents: [
    ...usualDocuments,
    photographs(2),
    priorTreatment('the failed listed modality, with dates and result'),
  ],
  authorization: [authorizationNeeded('Prior authorization is required for all unlisted skin procedures.')],
};

/**
 * Kept for cases of before July 2026, and so that a dry run has two versions to compare: any conservative treatment would
 * do, and the impairment needed no measurement.
 */
export const blueHeronScar3: PolicyVersion = {
  ...blueHeronScar4,
  version: '3',
  effectiveFrom: '2024-01-01',
  effectiveTo: '2026-06-30',
  source: {
    title: 'Scar treatment policy BH-SCAR-07, version 3',
    readAt: 'HeronLink, Medical policies, Archive',
    readBy: 'Robin Avery',
    readOn: '2026-02-03',
  },
  criteria: blueHeronScar4.criteria.map((criterion) => {
    if (criterion.id === 'function_impaired')
      return {
        ...criterion,
        label: 'It impairs function',
        quote: 'The scar causes a functional impairment.',
        condition: functionImpaired,
      };
    if (criterion.id === 'listed_modality_failed')
      return {
        ...criterion,
        id: 'conservative_care_failed',
        label: 'Conservative care has failed',
        quote: 'Conservative management has failed.',
        condition: conservativeCareFailed,
      };
    return criterion;
  }),
};
