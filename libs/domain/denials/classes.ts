/** What can be done about a denial; reports, exports and the queue count by these. */
export const denialClasses = [
  'authorization',
  'clinical',
  'experimental',
  'benefit_exclusion',
  'documentation',
  'coding',
  'eligibility',
  'timely_filing',
  'unclassified',
] as const;
export type DenialClass = (typeof denialClasses)[number];

export const denialClassWords: Record<DenialClass, string> = {
  authorization: 'Authorization: fixable or retroactive',
  clinical: 'Clinical: arguable',
  experimental: 'Experimental: arguable',
  benefit_exclusion: 'Benefit exclusion',
  documentation: 'Documentation: fixable',
  coding: 'Coding: fixable',
  eligibility: 'Eligibility or routing',
  timely_filing: 'Timely filing',
  unclassified: 'Unclassified',
};

/** On what ground a request was denied, as the person who read the letter states it. */
export const denialKinds = ['clinical', 'administrative', 'benefit_exclusion'] as const;
export type DenialKind = (typeof denialKinds)[number];

export const denialKindWords: Record<DenialKind, string> = {
  clinical: 'Clinical',
  administrative: 'Administrative',
  benefit_exclusion: 'Benefit exclusion',
};

/** A deductible or a contractual amount comes with a reason code as well, and is no denial: nothing is argued. */
export const readClasses = [...denialClasses, 'not_a_denial'] as const;
export type ReadClass = (typeof readClasses)[number];

export const readClassWords: Record<ReadClass, string> = {
  ...denialClassWords,
  not_a_denial: 'Not a denial',
};

/** The kind that goes with a class; null where the class is open, or where there is no denial. */
export function kindOfClass(read: ReadClass): DenialKind | null {
  if (read === 'clinical' || read === 'experimental') return 'clinical';
  if (read === 'benefit_exclusion') return 'benefit_exclusion';
  return read === 'unclassified' || read === 'not_a_denial' ? null : 'administrative';
}

/** Somebody judged whether it is needed or proven: a call between physicians and an external review are about that. */
export function isJudgement(read: ReadClass): boolean {
  return kindOfClass(read) === 'clinical';
}

/** Something was missing, late or wrong, and can be set right without arguing. */
export function isFixable(read: ReadClass): boolean {
  return kindOfClass(read) === 'administrative';
}
