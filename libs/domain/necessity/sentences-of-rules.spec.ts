import type { Condition } from './condition';
import { blueHeronScar3, fernbrookDevices } from './demo-policies/demo-policies';
import { generalPolicy } from './general-policy';
import { criterionSentence, documentSentence, policySentences } from './sentences';

const rom: Condition = { fact: 'rom_deficit_degrees', atLeast: 10 };
const pain: Condition = { fact: 'pain', atLeast: 4 };
const itch: Condition = { fact: 'itch', atLeast: 4 };
const fn: Condition = { fact: 'functional_impairment', is: true };

it.each<[string, Condition]>([
  ['range of motion is at least 10° short of the norm, or pain is 4 or more of 10', { any: [rom, pain] }],
  [
    'range of motion is less than 10° short of the norm, and pain is below 4 of 10',
    { not: { any: [rom, pain] } },
  ],
  [
    'range of motion is less than 10° short of the norm, or pain is below 4 of 10',
    { not: { all: [rom, pain] } },
  ],
  [
    'the physician states that the scar impairs function, and either pain is 4 or more of 10 or itch is 4 or more of 10',
    { all: [fn, { any: [pain, itch] }] },
  ],
  [
    'the physician states that the scar impairs function, and (one of: pain is 4 or more of 10; itch is 4 or more of 10; range of motion is at least 10° short of the norm)',
    { all: [fn, { any: [pain, itch, rom] }] },
  ],
  [
    'itch is 4 or more of 10, or both the physician states that the scar impairs function and (one of: pain is 4 or more of 10; range of motion is at least 10° short of the norm)',
    { any: [itch, { all: [fn, { any: [pain, rom] }] }] },
  ],
  ['pain is 4 or more of 10', { all: [{ any: [pain] }] }],
  [
    'the physician states that the scar does not impair function',
    { fact: 'functional_impairment', is: false },
  ],
  ['the physician states that the scar does not impair function', { not: fn }],
  ['the physician states that the scar impairs function', { not: { not: fn } }],
  ['VSS total is 6 or less of 13', { fact: 'vss_total', atMost: 6 }],
  ['VSS total is above 6 of 13', { not: { fact: 'vss_total', atMost: 6 } }],
  ['VSS total is exactly 6 of 13', { fact: 'vss_total', is: 6 }],
  ['VSS total is other than 6 of 13', { not: { fact: 'vss_total', is: 6 } }],
  [
    'the longest failed treatment lasted at least 3 months',
    { fact: 'longest_failed_treatment_months', atLeast: 3 },
  ],
  ['the plan has exactly 1 session', { fact: 'planned_sessions', is: 1 }],
  ['at least 1 conservative treatment failed', { fact: 'failed_treatments_count', atLeast: 1 }],
  ['no conservative treatments failed', { not: { fact: 'failed_treatments_count', atLeast: 1 } }],
  ['the cause of the scar is burn or radiation', { fact: 'cause_of_scar', oneOf: ['burn', 'radiation'] }],
  ['the cause of the scar is not acne', { not: { fact: 'cause_of_scar', is: 'acne' } }],
  [
    'the diagnoses include M24.5, L90.5 or L91.0',
    { fact: 'diagnoses', includesAny: ['M24.5', 'L90.5', 'L91.0'] },
  ],
  [
    'the diagnoses include none of M24.5, L90.5, L91.0',
    { not: { fact: 'diagnoses', includesAny: ['M24.5', 'L90.5', 'L91.0'] } },
  ],
  [
    'the treatments that failed include 5-FU injections or silicone',
    { fact: 'failed_treatments', includesAny: ['fluorouracil_injection', 'silicone'] },
  ],
  ['the day of the injury is on or after 29 February 2024', { fact: 'injured_on', atLeast: '2024-02-29' }],
  ['the day of the injury is after 29 February 2024', { not: { fact: 'injured_on', atMost: '2024-02-29' } }],
  ['DLQI total is on record', { fact: 'dlqi_total', known: true }],
])('met when %s', (words, condition) => expect(criterionSentence({ condition })).toBe(`Met when ${words}.`));

it('says when a document is needed, and how many', () => {
  expect(documentSentence({ kind: 'photo', count: 2, when: null, words: 'dated, with a scale' })).toBe(
    'Photograph: dated, with a scale (at least 2); always needed.',
  );
  expect(
    documentSentence({
      kind: 'range_of_motion',
      count: 1,
      when: { fact: 'joint_involved', is: true },
      words: 'by goniometer',
    }),
  ).toBe('Range of motion: by goniometer; needed when the scar involves a joint.');
});

it('says a whole policy, part by part', () => {
  const said = policySentences(fernbrookDevices);
  expect(said.slice(0, 4)).toEqual([
    'FB-6.3 v2026, “Surgical and skin services”, applies from 1 January 2026 to 31 December 2026 for: Commercial, self-funded employer plan.',
    'Read by Robin Avery on 9 March 2026: Plan document section 6.3, surgical and skin services, Fernbrook Provider Portal, Plan documents 2026.',
    'The device is not cleared for this indication (excludes coverage: regarded as unproven). Met when the device is not cleared for this indication.',
    'The scar impairs function (one of “need” is required). Met when the physician states that the scar impairs function.',
  ]);
  expect(said.at(-1)).toBe('Authorization for 17999: required.');
  for (const policy of [generalPolicy, blueHeronScar3, fernbrookDevices])
    for (const sentence of policySentences(policy)) expect(sentence).toMatch(/^[A-Z0-9“].*\.$/);
});
