import type { BodySite } from '../injury';

/** What a code says about the place of the scar. */
export interface CodePlace {
  readonly words: string;
  readonly sites: readonly BodySite[];
  /** Null where the code has no side, such as a burn of the neck. */
  readonly side: 'left' | 'right' | 'unspecified' | null;
}

type Part = readonly [words: string, sites: readonly BodySite[]];

/*
 * Where ICD-10-CM codes say the place, by the character that says it. A joint is drawn together also by a scar beside
 * it, and a burn of one part reaches into the next, so neighbours fit: a code is unfit only where it cannot be meant.
 */
const joints: Readonly<Record<string, Part>> = {
  '1': ['shoulder', ['shoulder', 'upper_arm', 'chest', 'back', 'neck']],
  '2': ['elbow', ['elbow', 'upper_arm', 'forearm']],
  '3': ['wrist', ['wrist', 'forearm', 'hand']],
  '4': ['hand', ['hand', 'fingers', 'wrist']],
  '5': ['hip', ['hip', 'thigh', 'abdomen', 'back']],
  '6': ['knee', ['knee', 'thigh', 'lower_leg']],
  '7': ['ankle or foot', ['ankle', 'foot', 'lower_leg']],
};
const muscles: Readonly<Record<string, Part>> = {
  '1': ['shoulder', ['shoulder', 'upper_arm', 'chest', 'back', 'neck']],
  '2': ['upper arm', ['upper_arm', 'shoulder', 'elbow']],
  '3': ['forearm', ['forearm', 'elbow', 'wrist']],
  '4': ['hand', ['hand', 'fingers', 'wrist']],
  '5': ['thigh', ['thigh', 'hip', 'knee']],
  '6': ['lower leg', ['lower_leg', 'knee', 'ankle']],
  '7': ['ankle or foot', ['ankle', 'foot', 'lower_leg']],
};
const head: Part = ['head, face or neck', ['face', 'scalp', 'neck']];
const trunk: Part = ['trunk', ['chest', 'abdomen', 'back', 'hip']];
const arm: Part = ['shoulder or arm', ['shoulder', 'upper_arm', 'elbow', 'forearm', 'chest', 'back']];
const hand: Part = ['hand', ['hand', 'fingers', 'wrist']];
const fingers: Part = ['fingers', ['fingers', 'hand']];
const leg: Part = ['leg', ['hip', 'thigh', 'knee', 'lower_leg']];
const foot: Part = ['foot', ['foot', 'ankle']];
const parts = (rest: Part, known: Readonly<Record<string, Part>>) => (character: string) =>
  known[character] ?? rest;

/** Burns and corrosions: the fifth character says the part. */
const burns: Readonly<Record<string, (character: string) => Part>> = {
  T20: parts(head, {
    '1': ['ear', ['face', 'scalp']],
    '2': ['lips', ['face']],
    '3': ['chin', ['face', 'neck']],
    '4': ['nose', ['face']],
    '5': ['scalp', ['scalp', 'face']],
    '6': ['forehead or cheek', ['face', 'scalp']],
    '7': ['neck', ['neck', 'face', 'chest']],
  }),
  T21: parts(trunk, {
    '1': ['chest', ['chest', 'abdomen', 'neck', 'shoulder']],
    '2': ['abdomen', ['abdomen', 'chest', 'hip']],
    '3': ['upper back', ['back', 'neck', 'shoulder']],
    '4': ['lower back', ['back', 'hip']],
    '5': ['buttock', ['hip', 'back', 'thigh']],
  }),
  T22: parts(arm, {
    '1': ['forearm', ['forearm', 'elbow', 'wrist']],
    '2': ['elbow', ['elbow', 'forearm', 'upper_arm']],
    '3': ['upper arm', ['upper_arm', 'elbow', 'shoulder']],
    '4': ['armpit', ['shoulder', 'upper_arm', 'chest']],
    '5': ['shoulder', ['shoulder', 'upper_arm', 'neck', 'back', 'chest']],
    '6': ['shoulder blade', ['back', 'shoulder']],
  }),
  T23: parts(hand, {
    '1': ['thumb', ['fingers', 'hand']],
    '2': fingers,
    '3': fingers,
    '4': fingers,
    '5': ['palm', ['hand', 'fingers']],
    '6': ['back of the hand', ['hand', 'fingers', 'wrist']],
    '7': ['wrist', ['wrist', 'hand', 'forearm']],
  }),
  T24: parts(leg, {
    '1': ['thigh', ['thigh', 'hip', 'knee']],
    '2': ['knee', ['knee', 'thigh', 'lower_leg']],
    '3': ['lower leg', ['lower_leg', 'knee', 'ankle']],
  }),
  T25: parts(foot, {
    '1': ['ankle', ['ankle', 'foot', 'lower_leg']],
    '2': ['foot', ['foot', 'ankle']],
    '3': ['toes', ['foot']],
  }),
};

/** Injuries: the second character says the region. */
const regions: readonly Part[] = [
  ['head', ['face', 'scalp']],
  ['neck', ['neck']],
  ['chest', ['chest', 'back', 'shoulder']],
  ['abdomen, lower back or pelvis', ['abdomen', 'back', 'hip']],
  ['shoulder or upper arm', ['shoulder', 'upper_arm', 'elbow']],
  ['elbow or forearm', ['elbow', 'forearm', 'upper_arm', 'wrist']],
  ['wrist, hand or fingers', ['wrist', 'hand', 'fingers']],
  ['hip or thigh', ['hip', 'thigh']],
  ['knee or lower leg', ['knee', 'lower_leg', 'thigh']],
  ['ankle or foot', ['ankle', 'foot', 'lower_leg']],
];

const oneTwo = (character: string) => sides[character] ?? null;
const sides: Readonly<Record<string, CodePlace['side']>> = { '1': 'right', '2': 'left', '9': 'unspecified' };
/** Ankle and foot share a digit: 1–3 right, left and unspecified ankle, 4–6 the same of the foot. */
const ankleOrFoot = (character: string) =>
  oneTwo({ '3': '9', '4': '1', '5': '2', '6': '9' }[character] ?? character);
/** Fingers and toes: right and left take turns. */
const inTurns = (character: string) =>
  /[0-7]/.test(character) ? (Number(character) % 2 ? 'left' : 'right') : null;

/** Open wounds whose sixth character is known to say the side; of every other injury we do not claim to know it. */
const sidedWounds = /^S(01\.[134]|21\.[012]|41\.[01]|51\.[08]|61\.[0145]|71\.[01]|81\.[08]|91\.[03])/;

/** Null where a code says nothing about the place, as L90.5 does. */
export function placeOfDiagnosis(code: string): CodePlace | null {
  const [fifth = '', sixth = ''] = [code.charAt(5), code.charAt(6)];
  const category = code.slice(0, 3);
  const made = (part: Part | undefined, side: CodePlace['side']) =>
    part === undefined ? null : { words: part[0], sites: part[1], side };
  if (code.startsWith('M24.5') || code.startsWith('M62.4')) {
    const side = fifth === '7' && code.startsWith('M24.5') ? ankleOrFoot(sixth) : oneTwo(sixth);
    return made((code.startsWith('M24.5') ? joints : muscles)[fifth], side);
  }
  const burn = burns[category];
  if (burn) return made(burn(fifth), category === 'T20' && fifth !== '1' ? null : oneTwo(sixth));
  if (!/^S\d\d/.test(code)) return null;
  const side = sidedWounds.test(code) ? oneTwo(sixth) : /^S61\.[23]/.test(code) ? inTurns(sixth) : null;
  return made(regions[Number(code.charAt(1))], side);
}
