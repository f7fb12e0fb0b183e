import type { PolicyVersion } from '../policy';
import {
  authorizationNeeded,
  conservativeCareFailed,
  functionImpaired,
  photographs,
  priorTreatment,
  usualDocuments,
} from '../rule-parts';

/**
 * Invented. Position: scar removal is excluded as cosmetic unless an impairment is documented; abrasion of acne scars
 * is never covered; a mental condition is no basis.
 */
export const quarryHillCosmetic: PolicyVersion = {
  number: 'QM-112',
  version: '2026-04',
  title: 'Cosmetic and reconstructive services',
  effectiveFrom: '2026-04-15',
  effectiveTo: null,
  linesOfBusiness: ['commercial_insured', 'unknown'],
  source: {
    title: 'Cosmetic and reconstructive services QM-112, revised last spring',
    readAt: 'Quarry Desk, Policies, section 4',
    readBy: 'Robin Avery',
    readOn: '2026-08-30',
  },
  criteria: [
    {
      id: 'impairment_documented',
      label: 'A functional impairment is documented',
      quote:
        'Scar removal or revision is excluded as cosmetic unless a functional impairment is documented in the medical record, such as restricted motion, limitation of daily activities, or persistent pain of 4 or more of 10.',
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
              { fact: 'pain', atLeast: 4 },
            ],
          },
        ],
      },
    },
    {
      id: 'acne_scar_abrasion',
      label: 'It treats acne scars by abrasion',
      quote: 'Abrasion or needling of acne scars is not covered under any circumstances.',
      role: 'excluding',
      group: null,
      excludesAs: 'not_covered',
      condition: { fact: 'cause_of_scar', is: 'acne' },
    },
    {
      id: 'conservative_care_failed',
      label: 'Conservative care was tried and failed',
      quote: 'Reviewers consider whether conservative measures have been exhausted.',
      role: 'supporting',
      group: null,
      excludesAs: null,
      condition: conservativeCareFailed,
    },
  ],
  distress: {
    position: 'not_a_basis',
    quote: 'The presence of a mental health condition is not a basis for coverage of scar treatment.',
  },
  documents: [...usualDocuments, photographs(1), priorTreatment('what was tried, and with what result')],
  authorization: [authorizationNeeded('Code 17999 requires authorization and clinical review.')],
};
