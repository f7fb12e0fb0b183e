/** What patients tell of their days. Each is a plain verb, so that a letter can quote it. */
export const activities = [
  'gripping',
  'lifting',
  'reaching',
  'writing_typing',
  'dressing',
  'washing',
  'eating',
  'household',
  'walking',
  'stairs',
  'sitting',
  'sleeping',
  'driving',
  'sport',
  'caring_for_others',
] as const;
export type Activity = (typeof activities)[number];

export const activityWords: Record<Activity, string> = {
  gripping: 'Gripping and holding',
  lifting: 'Lifting and carrying',
  reaching: 'Reaching',
  writing_typing: 'Writing and typing',
  dressing: 'Dressing',
  washing: 'Washing and grooming',
  eating: 'Eating and drinking',
  household: 'Housework',
  walking: 'Walking',
  stairs: 'Climbing stairs',
  sitting: 'Sitting and bending',
  sleeping: 'Sleeping',
  driving: 'Driving',
  sport: 'Sport and exercise',
  caring_for_others: 'Caring for others',
};

export const workEffects = ['not_affected', 'limited', 'unable', 'does_not_work'] as const;
export type WorkEffect = (typeof workEffects)[number];

export const workEffectWords: Record<WorkEffect, string> = {
  not_affected: 'Not affected',
  limited: 'Limited',
  unable: 'Cannot do their work',
  does_not_work: 'Does not work',
};

/** Whether daily life or work is limited: PostgreSQL generates the same. */
export function isLimited(limits: readonly Activity[], work: WorkEffect): boolean {
  return limits.length > 0 || work === 'limited' || work === 'unable';
}

export const treatmentResults = ['failed', 'helped', 'ongoing'] as const;
export type TreatmentResult = (typeof treatmentResults)[number];

export const treatmentResultWords: Record<TreatmentResult, string> = {
  failed: 'Failed: no lasting gain',
  helped: 'Helped',
  ongoing: 'Still going on',
};

export const areaMethods = ['tracing', 'ruler', 'photograph', 'estimate'] as const;
export type AreaMethod = (typeof areaMethods)[number];

export const areaMethodWords: Record<AreaMethod, string> = {
  tracing: 'Traced on a grid',
  ruler: 'Length times width',
  photograph: 'From a photograph with a scale',
  estimate: 'Estimated (the palm is about 1% of the body)',
};

export const professions = ['psychologist', 'psychiatrist', 'therapist', 'social_worker', 'other'] as const;
export type Profession = (typeof professions)[number];

export const professionWords: Record<Profession, string> = {
  psychologist: 'Psychologist',
  psychiatrist: 'Psychiatrist',
  therapist: 'Therapist or counselor',
  social_worker: 'Clinical social worker',
  other: 'Another mental-health professional',
};

export const answers = ['yes', 'no', 'unknown'] as const;
export type TriState = (typeof answers)[number];

export const answerWords: Record<TriState, string> = { yes: 'Yes', no: 'No', unknown: 'Not known' };

/** Whether a device is cleared for what is planned: one “no” is a no, and only three times “yes” a yes. */
export function clearedFor(indication: TriState, site: TriState, age: TriState): boolean | null {
  const all = [indication, site, age];
  if (all.includes('no')) return false;
  return all.includes('unknown') ? null : true;
}
