import type { PolicyVersion } from '../policy';
import {
  appearanceNamed,
  authorizationNeeded,
  functionImpaired,
  functionNotImpaired,
  photographs,
  scarScale,
  usualDocuments,
} from '../rule-parts';

/**
 * Invented. Position: a significant impairment that treatment is expected to improve; or reconstructive, which is a
 * significant variation from normal after an injury; anything else is cosmetic.
 */
export const silverLarchReconstructive: PolicyVersion = {
  number: 'SL-C-31',
  version: '2026.1',
  title: 'Reconstructive skin procedures',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  linesOfBusiness: ['medicare_advantage'],
  source: {
    title: 'Coverage criteria SL-C-31, reconstructive skin procedures',
    readAt: 'Larch Provider Center, Coverage criteria',
    readBy: 'Robin Avery',
    readOn: '2026-09-21',
  },
  criteria: [
    {
      id: 'impairment_will_improve',
      label: 'Function is significantly impaired and expected to improve',
      quote:
        'There is a significant functional impairment (twenty per cent or more of normal motion, or limitation of daily activities or work), and the procedure can be reasonably expected to improve it.',
      role: 'one_of',
      group: 'medical or reconstructive',
      excludesAs: null,
      condition: {
        all: [
          functionImpaired,
          {
            any: [
              { fact: 'rom_deficit_percent', atLeast: 20 },
              { fact: 'daily_life_limited', is: true },
            ],
          },
          { fact: 'measurable_gain_stated', is: true },
        ],
      },
    },
    {
      id: 'reconstructive',
      label: 'It restores a significant variation from normal after an injury, operation or radiation',
      quote:
        'The procedure is reconstructive: it addresses a significant variation from normal related to accidental injury, burn, radiation or a previous operation.',
      role: 'one_of',
      group: 'medical or reconstructive',
      excludesAs: null,
      condition: {
        all: [
          { fact: 'significant_variation', is: true },
          { fact: 'cause_of_scar', oneOf: ['burn', 'trauma', 'surgery', 'radiation'] },
        ],
      },
    },
    {
      id: 'appearance_only',
      label: 'It is to improve appearance within the range of normal',
      quote:
        'Procedures intended to change appearance within the broad range of normal, without functional impairment, are cosmetic.',
      role: 'excluding',
      group: null,
      excludesAs: 'cosmetic',
      condition: {
        all: [appearanceNamed, functionNotImpaired, { fact: 'significant_variation', is: false }],
      },
    },
  ],
  distress: { position: 'silent', quote: null },
  documents: [...usualDocuments, photographs(2), scarScale],
  authorization: [
    authorizationNeeded('An organization determination must be requested before service for code 17999.'),
  ],
};
