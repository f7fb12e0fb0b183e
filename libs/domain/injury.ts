export const scarCauses = ['burn', 'trauma', 'surgery', 'radiation', 'acne', 'other'] as const;
export type ScarCause = (typeof scarCauses)[number];

export const scarCauseWords: Record<ScarCause, string> = {
  burn: 'Burn',
  trauma: 'Injury (cut, tear, bite, crush)',
  surgery: 'Surgery',
  radiation: 'Radiation',
  acne: 'Acne',
  other: 'Other',
};

/** Whether another insurer pays first: an injury at work or on the road is not the health plan's to begin with. */
export const injuryContexts = ['neither', 'work', 'auto'] as const;
export type InjuryContext = (typeof injuryContexts)[number];

export const injuryContextWords: Record<InjuryContext, string> = {
  neither: 'Neither work nor traffic',
  work: 'At work',
  auto: 'In traffic',
};

export const bodySites = [
  'face',
  'scalp',
  'neck',
  'chest',
  'abdomen',
  'back',
  'shoulder',
  'upper_arm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'fingers',
  'hip',
  'thigh',
  'knee',
  'lower_leg',
  'ankle',
  'foot',
] as const;
export type BodySite = (typeof bodySites)[number];

export const bodySiteWords: Record<BodySite, string> = {
  face: 'Face',
  scalp: 'Scalp',
  neck: 'Neck',
  chest: 'Chest',
  abdomen: 'Abdomen',
  back: 'Back',
  shoulder: 'Shoulder',
  upper_arm: 'Upper arm',
  elbow: 'Elbow',
  forearm: 'Forearm',
  wrist: 'Wrist',
  hand: 'Hand',
  fingers: 'Fingers',
  hip: 'Hip',
  thigh: 'Thigh',
  knee: 'Knee',
  lower_leg: 'Lower leg',
  ankle: 'Ankle',
  foot: 'Foot',
};

export const sides = ['left', 'right', 'both', 'midline'] as const;
export type Side = (typeof sides)[number];

export const sideWords: Record<Side, string> = {
  left: 'Left',
  right: 'Right',
  both: 'Both sides',
  midline: 'Midline',
};

const oneSided: ReadonlySet<BodySite> = new Set(
  bodySites.filter((site) => !['face', 'scalp', 'neck', 'chest', 'abdomen', 'back'].includes(site)),
);

/** A limb or joint is left, right or both; only the trunk, neck and head have a midline. */
export function sideFits(site: BodySite, side: Side): boolean {
  return !(oneSided.has(site) && side === 'midline');
}
