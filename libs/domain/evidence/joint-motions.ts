import type { Joint, Motion } from './joints';

/** What a goniometer can read of one motion, and what is normal. In whole degrees from the neutral position. */
export interface JointMotion {
  readonly joint: Joint;
  readonly motion: Motion;
  readonly normDegrees: number;
  /**
   * Beyond these a reading is a slip of the pen. A joint that cannot reach neutral is written below zero: an elbow
   * that stops 30° short of straight has an extension of −30°.
   */
  readonly leastDegrees: number;
  readonly mostDegrees: number;
  /** Whether there is a left one and a right one. */
  readonly sided: boolean;
  /** Whether the finger has to be named. */
  readonly digits: boolean;
}

/** Where the normal values come from; it stands beside every norm on screen and in a packet. */
export const normSource =
  'American Academy of Orthopaedic Surgeons (AAOS), normal joint motion of adults, neutral-zero method';

type Row = readonly [Joint, Motion, number, number, number, ('midline' | 'digits')?];

/** Joint, motion, norm, least and most degrees. PostgreSQL holds the same rows in `joint_motion`. */
// prettier-ignore
const rows: readonly Row[] = [
  ['neck', 'flexion', 45, -45, 90, 'midline'],
  ['neck', 'extension', 45, -45, 90, 'midline'],
  ['neck', 'side_bending', 45, -45, 80],
  ['neck', 'rotation', 60, -60, 100],
  ['trunk', 'flexion', 80, -30, 120, 'midline'],
  ['trunk', 'extension', 25, -60, 60, 'midline'],
  ['trunk', 'side_bending', 35, -35, 60],
  ['trunk', 'rotation', 45, -45, 80],
  ['shoulder', 'flexion', 180, -30, 190],
  ['shoulder', 'extension', 60, -60, 90],
  ['shoulder', 'abduction', 180, -20, 190],
  ['shoulder', 'internal_rotation', 70, -60, 110],
  ['shoulder', 'external_rotation', 90, -70, 120],
  ['elbow', 'flexion', 150, 0, 165],
  ['elbow', 'extension', 0, -150, 20],
  ['forearm', 'supination', 80, -80, 110],
  ['forearm', 'pronation', 80, -80, 110],
  ['wrist', 'flexion', 80, -70, 100],
  ['wrist', 'extension', 70, -80, 95],
  ['wrist', 'radial_deviation', 20, -30, 40],
  ['wrist', 'ulnar_deviation', 30, -20, 60],
  ['thumb_base', 'abduction', 70, -10, 90],
  ['thumb_base', 'flexion', 15, -30, 60],
  ['thumb_base', 'extension', 20, -40, 80],
  ['thumb_knuckle', 'flexion', 50, -20, 100],
  ['thumb_knuckle', 'extension', 0, -80, 60],
  ['thumb_tip', 'flexion', 80, -20, 110],
  ['thumb_tip', 'extension', 20, -90, 60],
  ['finger_knuckle', 'flexion', 90, -45, 110, 'digits'],
  ['finger_knuckle', 'extension', 45, -90, 70, 'digits'],
  ['finger_middle', 'flexion', 100, -20, 130, 'digits'],
  ['finger_middle', 'extension', 0, -110, 30, 'digits'],
  ['finger_end', 'flexion', 90, -30, 100, 'digits'],
  ['finger_end', 'extension', 0, -90, 30, 'digits'],
  ['hip', 'flexion', 120, -30, 150],
  ['hip', 'extension', 30, -90, 50],
  ['hip', 'abduction', 45, -30, 80],
  ['hip', 'adduction', 30, -45, 60],
  ['hip', 'internal_rotation', 45, -45, 80],
  ['hip', 'external_rotation', 45, -45, 90],
  ['knee', 'flexion', 135, 0, 165],
  ['knee', 'extension', 0, -135, 20],
  ['ankle', 'dorsiflexion', 20, -50, 45],
  ['ankle', 'plantar_flexion', 50, -20, 80],
  ['hindfoot', 'inversion', 35, -20, 60],
  ['hindfoot', 'eversion', 15, -35, 40],
  ['big_toe', 'flexion', 45, -70, 70],
  ['big_toe', 'extension', 70, -45, 110],
];

export const jointMotions: readonly JointMotion[] = rows.map(
  ([joint, motion, normDegrees, leastDegrees, mostDegrees, kind]) => ({
    joint,
    motion,
    normDegrees,
    leastDegrees,
    mostDegrees,
    sided: kind !== 'midline',
    digits: kind === 'digits',
  }),
);

export function jointMotion(joint: string, motion: string): JointMotion | null {
  return jointMotions.find((one) => one.joint === joint && one.motion === motion) ?? null;
}

export function motionsOf(joint: Joint): readonly JointMotion[] {
  return jointMotions.filter((one) => one.joint === joint);
}
