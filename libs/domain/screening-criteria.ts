/** What a screening looks at. A ticked criterion is one the record supports. */
export const screeningCriteria = [
  'functional_impairment',
  'injury_or_disease',
  'conservative_care_failed',
  'pain_or_itch',
  'measured_restriction',
  'distress_documented',
  'appearance_only',
] as const;
export const screeningCriteriaWords: Record<(typeof screeningCriteria)[number], string> = {
  functional_impairment: 'The scar impairs function',
  injury_or_disease: 'It comes from an injury, an operation or a disease',
  conservative_care_failed: 'Conservative care was tried and failed',
  pain_or_itch: 'It hurts or itches',
  measured_restriction: 'A restriction was measured',
  distress_documented: 'A professional documented distress (support only)',
  appearance_only: 'It concerns appearance only',
};
