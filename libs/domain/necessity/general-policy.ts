import type { PolicyVersion } from './policy';
import { planTypes } from '../coverage';
import {
  appearanceNamed,
  conservativeCareFailed,
  distressByProfessional,
  functionImpaired,
  functionNotImpaired,
  painOrItch,
  photographs,
  priorTreatment,
  scarScale,
  usualDocuments,
} from './rule-parts';

/**
 * What the trade goes by where no policy of the payer is on file. It is nobody's text: the “quotes” are ours, and a
 * result by it says so (`general`). Medical is what restores function or eases a symptom of a scar from an injury, an
 * operation, radiation or a disease, after conservative care has failed, with a gain that can be measured. Distress
 * keeps a case open and never decides it.
 */
export const generalPolicy: PolicyVersion = {
  number: 'GENERAL',
  version: '1',
  title: 'General position of the trade',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
  linesOfBusiness: planTypes,
  source: {
    title: 'General practice of payers; no payer’s own policy',
    readAt: 'docs/policy-rules.md',
    readBy: 'Stipple',
    readOn: '2026-11-23',
  },
  criteria: [
    {
      id: 'injury_or_disease',
      label: 'The scar comes from an injury, an operation, radiation or a disease',
      quote: 'The scar results from an injury, an operation, radiation or a disease of the skin.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: {
        any: [
          { fact: 'cause_of_scar', oneOf: ['burn', 'trauma', 'surgery', 'radiation', 'acne'] },
          { fact: 'diagnoses', includesAny: ['L91.0', 'L73.0', 'M24.5', 'M62.4'] },
        ],
      },
    },
    {
      id: 'function_impaired',
      label: 'It impairs function, shown by a limit in daily life or a measurement',
      quote: 'The scar impairs function, shown by a limit in daily life or by a measurement.',
      role: 'one_of',
      group: 'effect on health',
      excludesAs: null,
      condition: {
        all: [
          functionImpaired,
          {
            any: [
              { fact: 'daily_life_limited', is: true },
              { fact: 'rom_deficit_degrees', atLeast: 10 },
              { fact: 'rom_deficit_percent', atLeast: 15 },
            ],
          },
        ],
      },
    },
    {
      id: 'pain_or_itch',
      label: 'It hurts or itches, moderately or worse',
      quote: 'The scar causes pain or itch that is moderate or worse.',
      role: 'one_of',
      group: 'effect on health',
      excludesAs: null,
      condition: painOrItch,
    },
    {
      id: 'distress_by_professional',
      label: 'A professional documented distress',
      quote: 'Psychological distress is documented by a mental-health professional.',
      role: 'one_of',
      group: 'effect on health',
      excludesAs: null,
      condition: distressByProfessional,
    },
    {
      id: 'conservative_care_failed',
      label: 'Conservative care was tried and failed',
      quote: 'At least one conservative treatment was tried and failed.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: conservativeCareFailed,
    },
    {
      id: 'measurable_gain',
      label: 'A measurable gain is expected',
      quote: 'A gain that can be measured is expected of the treatment.',
      role: 'required',
      group: null,
      excludesAs: null,
      condition: { fact: 'measurable_gain_stated', is: true },
    },
    {
      id: 'appearance_only',
      label: 'It concerns appearance only',
      quote: 'Treatment to improve appearance, without impaired function or symptoms, is cosmetic.',
      role: 'excluding',
      group: null,
      excludesAs: 'cosmetic',
      condition: { all: [appearanceNamed, functionNotImpaired, { not: painOrItch }] },
    },
  ],
  distress: { position: 'silent', quote: null },
  documents: [
    ...usualDocuments,
    photographs(2),
    scarScale,
    priorTreatment('what, from when to when, and the result'),
  ],
  authorization: [],
};
