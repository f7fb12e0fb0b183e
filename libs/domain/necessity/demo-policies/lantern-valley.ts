import type { PolicyVersion } from '../policy';
import {
  appearanceNamed,
  authorizationNeeded,
  distressByProfessional,
  functionImpaired,
  functionNotImpaired,
  photographs,
  scarScale,
  usualDocuments,
} from '../rule-parts';

/**
 * Invented. Position: a cosmetic exclusion with exceptions for accidents and function; documented distress is accepted
 * as support together with symptoms or a severe scar.
 */
export const lanternValleyRevision: PolicyVersion = {
  number: 'LV-2214',
  version: '7',
  title: 'Scar revision',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  linesOfBusiness: ['marketplace'],
  source: {
    title: 'Medical guideline LV-2214, scar revision',
    readAt: 'LanternNet, Guidelines',
    readBy: 'Robin Avery',
    readOn: '2026-07-02',
  },
  criteria: [
    {
      id: 'accident',
      label: 'The scar comes from an accident',
      quote: 'Exception 1: the scar results from an accident, a burn or other trauma.',
      role: 'one_of',
      group: 'exception',
      excludesAs: null,
      condition: { fact: 'cause_of_scar', oneOf: ['burn', 'trauma'] },
    },
    {
      id: 'function_impaired',
      label: 'The scar impairs function',
      quote: 'Exception 2: the scar interferes with function.',
      role: 'one_of',
      group: 'exception',
      excludesAs: null,
      condition: functionImpaired,
    },
    {
      id: 'distress_and_symptoms',
      label: 'A professional documented distress, and there are symptoms or a severe scar',
      quote:
        'Exception 3: distress documented by a mental health professional, together with persistent pain or itching of 4 or more or a Vancouver Scar Scale of 6 or more.',
      role: 'one_of',
      group: 'exception',
      excludesAs: null,
      condition: {
        all: [
          distressByProfessional,
          {
            any: [
              { fact: 'pain', atLeast: 4 },
              { fact: 'itch', atLeast: 4 },
              { fact: 'vss_total', atLeast: 6 },
            ],
          },
        ],
      },
    },
    {
      id: 'photographs',
      label: 'Two photographs with a scale are on file',
      quote: 'Requests without two current photographs showing a measuring scale cannot be reviewed.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: { fact: 'photos_with_scale_and_consent', atLeast: 2 },
    },
    {
      id: 'appearance_only',
      label: 'It is to improve appearance, without accident and without impaired function',
      quote:
        'Services that improve appearance are cosmetic and excluded, unless an exception of this guideline applies.',
      role: 'excluding',
      group: null,
      excludesAs: 'cosmetic',
      condition: {
        all: [
          appearanceNamed,
          functionNotImpaired,
          { not: { fact: 'cause_of_scar', oneOf: ['burn', 'trauma'] } },
        ],
      },
    },
  ],
  distress: {
    position: 'with_another_ground',
    quote: 'Distress is considered together with persistent symptoms or a severe scar, not by itself.',
  },
  documents: [...usualDocuments, photographs(2), scarScale],
  authorization: [authorizationNeeded('Submit code 17999 for prior authorization.')],
};
