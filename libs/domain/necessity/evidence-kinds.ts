/**
 * What a fact can come from and what a policy can ask for. Kinds that are also stored as documents of a case keep the
 * same name there (`DocumentKind`); `intake` is what the case itself states, and no document.
 */
export const evidenceKinds = [
  'intake',
  'letter',
  'clinical_note',
  'functional_statement',
  'photo',
  'range_of_motion',
  'scar_scale',
  'prior_treatment',
  'mental_health_note',
  'device_clearance',
  'code_worksheet',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceKindWords: Record<EvidenceKind, string> = {
  intake: 'Intake',
  letter: 'Letter of medical necessity',
  clinical_note: 'Clinical note',
  functional_statement: 'Statement on daily activities, work, pain and itch',
  photo: 'Photograph',
  range_of_motion: 'Range of motion',
  scar_scale: 'Scar scale',
  prior_treatment: 'Earlier treatment',
  mental_health_note: 'Note by a mental-health professional',
  device_clearance: 'Clearance of the device',
  code_worksheet: 'Worksheet for the unlisted code',
};

/** Conservative care and procedures that policies want to have been tried. */
export const treatmentKinds = [
  'silicone',
  'compression',
  'massage_therapy',
  'splinting',
  'steroid_injection',
  'fluorouracil_injection',
  'pulsed_laser',
  'ablative_laser',
  'graft_or_release',
  'topical',
] as const;
export type TreatmentKind = (typeof treatmentKinds)[number];

export const treatmentKindWords: Record<TreatmentKind, string> = {
  silicone: 'Silicone',
  compression: 'Compression garment',
  massage_therapy: 'Scar massage and therapy',
  splinting: 'Stretching and splinting',
  steroid_injection: 'Steroid injections',
  fluorouracil_injection: '5-FU injections',
  pulsed_laser: 'Pulsed-dye laser',
  ablative_laser: 'Fractional ablative laser',
  graft_or_release: 'Surgical release with graft',
  topical: 'Topical care',
};
