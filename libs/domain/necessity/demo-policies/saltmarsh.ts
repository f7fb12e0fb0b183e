import type { PolicyVersion } from '../policy';
import {
  appearanceNamed,
  authorizationNeeded,
  conservativeCareFailed,
  functionImpaired,
  functionNotImpaired,
  photographs,
  priorTreatment,
  scarScale,
  usualDocuments,
} from '../rule-parts';

/**
 * Invented. Position: treatment of the surface of scars and keloids only where function is impaired; psychological
 * reasons are refused as the only ground.
 */
export const saltmarshTopical: PolicyVersion = {
  number: 'SC-PA-9',
  version: '2026-02',
  title: 'Topical treatment of scars and keloids',
  effectiveFrom: '2026-02-01',
  effectiveTo: null,
  linesOfBusiness: ['medicaid_managed_care'],
  source: {
    title: 'Prior authorization manual, chapter 9',
    readAt: 'Saltmarsh Provider Line, Manuals',
    readBy: 'Robin Avery',
    readOn: '2026-06-18',
  },
  criteria: [
    {
      id: 'function_impaired',
      label: 'The scar or keloid impairs function',
      quote: 'Topical treatment of scars and keloids is covered only when function is impaired.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: functionImpaired,
    },
    {
      id: 'measured',
      label: 'The impairment or the scar was measured',
      quote:
        'Severity must be measured: motion reduced by ten per cent or more, or a Vancouver Scar Scale of 6 or more.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: {
        any: [
          { fact: 'rom_deficit_percent', atLeast: 10 },
          { fact: 'vss_total', atLeast: 6 },
        ],
      },
    },
    {
      id: 'conservative_care_failed',
      label: 'Conservative care was tried and failed',
      quote: 'Conservative measures have been tried without success.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: conservativeCareFailed,
    },
    {
      id: 'psychological_only',
      label: 'It is for psychological reasons, and function is not impaired',
      quote: 'Treatment for psychological reasons alone is not covered.',
      role: 'excluding',
      group: null,
      excludesAs: 'not_covered',
      condition: { all: [{ fact: 'distress_documented', is: true }, functionNotImpaired] },
    },
    {
      id: 'appearance_only',
      label: 'It is to improve appearance, and function is not impaired',
      quote: 'Treatment for cosmetic reasons is not covered.',
      role: 'excluding',
      group: null,
      excludesAs: 'cosmetic',
      condition: { all: [appearanceNamed, functionNotImpaired] },
    },
  ],
  distress: {
    position: 'not_a_basis',
    quote: 'Treatment for psychological reasons alone is not covered.',
  },
  documents: [
    ...usualDocuments,
    photographs(1),
    scarScale,
    priorTreatment('conservative measures with dates and results'),
  ],
  authorization: [authorizationNeeded('All services under chapter 9 need prior authorization.')],
};
