import type { BodySite } from '../injury';

export const joints = [
  'neck',
  'trunk',
  'shoulder',
  'elbow',
  'forearm',
  'wrist',
  'thumb_base',
  'thumb_knuckle',
  'thumb_tip',
  'finger_knuckle',
  'finger_middle',
  'finger_end',
  'hip',
  'knee',
  'ankle',
  'hindfoot',
  'big_toe',
] as const;
export type Joint = (typeof joints)[number];

export const jointWords: Record<Joint, string> = {
  neck: 'Neck',
  trunk: 'Trunk',
  shoulder: 'Shoulder',
  elbow: 'Elbow',
  forearm: 'Forearm',
  wrist: 'Wrist',
  thumb_base: 'Thumb, base (CMC)',
  thumb_knuckle: 'Thumb, knuckle (MCP)',
  thumb_tip: 'Thumb, end joint (IP)',
  finger_knuckle: 'Finger, knuckle (MCP)',
  finger_middle: 'Finger, middle joint (PIP)',
  finger_end: 'Finger, end joint (DIP)',
  hip: 'Hip',
  knee: 'Knee',
  ankle: 'Ankle',
  hindfoot: 'Hindfoot',
  big_toe: 'Big toe, base joint (MTP)',
};

export const motionWords = {
  flexion: 'flexion',
  extension: 'extension',
  abduction: 'abduction',
  adduction: 'adduction',
  internal_rotation: 'internal rotation',
  external_rotation: 'external rotation',
  rotation: 'rotation',
  side_bending: 'side bending',
  supination: 'supination',
  pronation: 'pronation',
  radial_deviation: 'radial deviation',
  ulnar_deviation: 'ulnar deviation',
  dorsiflexion: 'dorsiflexion',
  plantar_flexion: 'plantar flexion',
  inversion: 'inversion',
  eversion: 'eversion',
} as const;
export type Motion = keyof typeof motionWords;

/** The index finger is 2 and the little finger 5, as hand surgeons count; the thumb has joints of its own. */
export const digits = [2, 3, 4, 5] as const;
export type Digit = (typeof digits)[number];

export const digitWords: Record<Digit, string> = {
  2: 'Index finger',
  3: 'Middle finger',
  4: 'Ring finger',
  5: 'Little finger',
};

/** The joints that a scar of a site usually reaches, the likeliest first; a form offers them before all others. */
export const jointsNear: Record<BodySite, readonly Joint[]> = {
  face: ['neck'],
  scalp: ['neck'],
  neck: ['neck'],
  chest: ['shoulder', 'neck', 'trunk'],
  abdomen: ['trunk', 'hip'],
  back: ['trunk', 'shoulder'],
  shoulder: ['shoulder'],
  upper_arm: ['elbow', 'shoulder'],
  elbow: ['elbow', 'forearm'],
  forearm: ['wrist', 'elbow', 'forearm'],
  wrist: ['wrist', 'forearm'],
  hand: [
    'finger_knuckle',
    'wrist',
    'thumb_base',
    'thumb_knuckle',
    'finger_middle',
    'finger_end',
    'thumb_tip',
  ],
  fingers: ['finger_knuckle', 'finger_middle', 'finger_end', 'thumb_knuckle', 'thumb_tip', 'thumb_base'],
  hip: ['hip'],
  thigh: ['knee', 'hip'],
  knee: ['knee'],
  lower_leg: ['ankle', 'knee'],
  ankle: ['ankle', 'hindfoot'],
  foot: ['ankle', 'hindfoot', 'big_toe'],
};
