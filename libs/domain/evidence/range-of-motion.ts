import { Refusal, refusal, refusalsOf } from '../refusal';
import { JointMotion, jointMotion } from './joint-motions';
import { Digit, Joint, Motion, digitWords, jointWords, motionWords } from './joints';

export const motionSides = ['left', 'right', 'midline'] as const;
export type MotionSide = (typeof motionSides)[number];

/** Moved by the patient, or by the examiner. */
export const motionModes = ['active', 'passive'] as const;
export type MotionMode = (typeof motionModes)[number];
export const motionModeWords: Record<MotionMode, string> = {
  active: 'Active (the patient moves)',
  passive: 'Passive (the examiner moves)',
};

/** One reading of a goniometer. */
export interface MotionRead {
  readonly joint: Joint;
  readonly motion: Motion;
  readonly side: MotionSide;
  readonly digit: Digit | null;
  readonly mode: MotionMode;
  readonly degrees: number;
}

/** Why a reading cannot be one: every reason at once. */
export function motionRefusals({ joint, motion, side, digit, degrees }: MotionRead): readonly Refusal[] {
  const known = jointMotion(joint, motion);
  if (known === null) {
    const sentence = `${jointWords[joint]}: ${motionWords[motion]} is not measured at this joint.`;
    return [refusal('motion_unknown', sentence, 'motion')];
  }
  return refusalsOf(sideRefusal(known, side), digitRefusal(known, digit), degreesRefusal(known, degrees));
}

function sideRefusal(known: JointMotion, side: MotionSide): Refusal | null {
  if (known.sided === (side !== 'midline')) return null;
  return known.sided
    ? refusal('side_missing', `${nameOf(known)} is measured on the left or on the right.`, 'side')
    : refusal('side_odd', `${nameOf(known)} has no side; choose the midline.`, 'side');
}

function digitRefusal(known: JointMotion, digit: Digit | null): Refusal | null {
  if (known.digits === (digit !== null)) return null;
  return known.digits
    ? refusal('digit_missing', 'Name the finger that was measured.', 'digit')
    : refusal('digit_odd', `${nameOf(known)} is not of a finger.`, 'digit');
}

function degreesRefusal(known: JointMotion, degrees: number): Refusal | null {
  if (!Number.isInteger(degrees))
    return refusal('degrees_broken', 'A goniometer is read in whole degrees.', 'degrees');
  if (degrees >= known.leastDegrees && degrees <= known.mostDegrees) return null;
  const range = `${signed(known.leastDegrees)}° to ${known.mostDegrees}°`;
  return refusal(
    'degrees_out_of_range',
    `${nameOf(known)} can be ${range}, not ${signed(degrees)}°.`,
    'degrees',
  );
}

const nameOf = ({ joint, motion }: JointMotion) => `${jointWords[joint]}: ${motionWords[motion]}`;

/** With a real minus sign, as it is printed. */
export const signed = (degrees: number) => (degrees < 0 ? `−${-degrees}` : String(degrees));

/** How far a reading falls short of the norm: never below zero. */
export function deficitOf(degrees: number, normDegrees: number): number {
  return Math.max(0, normDegrees - degrees);
}

/** Which motion a reading is of. A later reading of the same replaces the earlier one; an active one never a passive one. */
export function motionKey({ joint, motion, side, digit, mode }: Omit<MotionRead, 'degrees'>): string {
  return [joint, motion, side, ...(digit === null ? [] : [digit]), mode].join(' ');
}

/** “Elbow extension, right, active”. */
export function motionName(reading: Omit<MotionRead, 'degrees'>): string {
  const { joint, motion, side, digit, mode } = reading;
  const of = digit === null ? jointWords[joint] : `${digitWords[digit]}, ${jointOf(joint)}`;
  const where = side === 'midline' ? [] : [side];
  return [`${of} ${motionWords[motion]}`, ...where, mode].join(', ');
}

/** “knuckle (MCP)” where the finger is named already. */
const jointOf = (joint: Joint) => jointWords[joint].replace('Finger, ', '');
