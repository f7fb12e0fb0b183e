import { blueHeronScar4 } from '../necessity/demo-policies/demo-policies';
import type { LetterMaterial, Measurement } from '../letter/shelf';

export const flexion: Measurement = {
  id: 'motion-1',
  kind: 'range_of_motion',
  fact: null,
  words: 'Right wrist, flexion, active: 48° of a normal 80°, measured 3 March 2026',
};
export const silicone: Measurement = {
  id: 'tried-1',
  kind: 'prior_treatment',
  fact: null,
  words: 'Silicone, from 1 May 2024 to 1 December 2024: failed',
};

/** A burn scar of the right hand of which much is known. */
export const letterMaterial: LetterMaterial = {
  facts: {
    cause_of_scar: { value: 'burn', evidence: [] },
    injured_on: { value: '2024-03-12', evidence: [] },
    body_site: { value: 'hand', evidence: [] },
    side: { value: 'right', evidence: [] },
    joint_involved: { value: true, evidence: ['note-1'] },
    area_cm2: { value: 24.5, evidence: ['note-1'] },
    procedure_codes: { value: ['17999'], evidence: [] },
    planned_sessions: { value: 4, evidence: [] },
    diagnoses: { value: ['L90.5', 'T23.301S'], evidence: [] },
    age_years: { value: 38, evidence: [] },
    functional_impairment: { value: true, evidence: ['statement-1'] },
    rom_deficit_degrees: { value: 32, evidence: ['motion-1'] },
    vss_total: { value: 9, evidence: ['vss-1'] },
    phq9_total: { value: 12, evidence: ['phq-1'] },
    failed_treatments: { value: ['silicone'], evidence: ['tried-1'] },
    failed_treatments_count: { value: 1, evidence: ['tried-1'] },
  },
  measurements: [flexion, silicone],
  documents: [{ id: 'doc-1', title: 'Goniometry, occupational therapy', datedOn: '2026-03-04' }],
  codes: [
    { code: 'L90.5', words: 'Scar conditions and fibrosis of skin' },
    { code: 'T23.301S', words: 'Third-degree burn of right hand, sequela' },
    { code: '17999', words: 'Unlisted skin procedure: medical microneedling' },
  ],
  policy: blueHeronScar4,
  particulars: {
    patient: 'Maya Ortiz',
    bornOn: '1988-05-04',
    memberId: 'HX-4471',
    payer: 'Blue Heron Health Plan',
    physician: 'Lena Hart',
    caseNumber: '1042',
  },
};
