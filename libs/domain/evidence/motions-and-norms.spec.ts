import { bodySites } from '../injury';
import { jointMotion, jointMotions } from './joint-motions';
import { Digit, Joint, Motion, joints, jointsNear } from './joints';
import { MotionSide, deficitOf, motionKey, motionName, motionRefusals, signed } from './range-of-motion';

const read = (
  joint: Joint,
  motion: Motion,
  side: MotionSide,
  degrees: number,
  digit: Digit | null = null,
) => ({
  joint,
  motion,
  side,
  degrees,
  digit,
  mode: 'active' as const,
});

/** Joint, motion, AAOS norm: one line each, so that a value can be held against the published table. */
// prettier-ignore
it.each<[Joint, Motion, number]>([
  ['shoulder', 'flexion', 180], ['shoulder', 'extension', 60], ['shoulder', 'abduction', 180],
  ['shoulder', 'internal_rotation', 70], ['shoulder', 'external_rotation', 90],
  ['elbow', 'flexion', 150], ['elbow', 'extension', 0],
  ['forearm', 'supination', 80], ['forearm', 'pronation', 80],
  ['wrist', 'flexion', 80], ['wrist', 'extension', 70], ['wrist', 'radial_deviation', 20], ['wrist', 'ulnar_deviation', 30],
  ['finger_knuckle', 'flexion', 90], ['finger_middle', 'flexion', 100], ['finger_end', 'flexion', 90],
  ['hip', 'flexion', 120], ['knee', 'flexion', 135], ['knee', 'extension', 0],
  ['ankle', 'dorsiflexion', 20], ['ankle', 'plantar_flexion', 50], ['neck', 'rotation', 60],
])('%s %s is normal at %i°', (joint, motion, norm) => expect(jointMotion(joint, motion)?.normDegrees).toBe(norm));

it('has every motion once, its norm within its range, and something to measure at every joint', () => {
  expect(new Set(jointMotions.map(({ joint, motion }) => `${joint} ${motion}`)).size).toBe(
    jointMotions.length,
  );
  for (const { joint, motion, normDegrees, leastDegrees, mostDegrees } of jointMotions)
    expect([joint, motion, leastDegrees < normDegrees && normDegrees <= mostDegrees]).toEqual([
      joint,
      motion,
      true,
    ]);
  expect(new Set(jointMotions.map(({ joint }) => joint))).toEqual(new Set(joints));
  for (const site of bodySites) expect([site, jointsNear[site].length > 0]).toEqual([site, true]);
});

// prettier-ignore
it.each([
  ['a stiff wrist', read('wrist', 'extension', 'right', 25), []],
  ['an elbow 30° short of straight', read('elbow', 'extension', 'left', -30), []],
  ['a finger', read('finger_middle', 'flexion', 'right', 40, 3), []],
  ['the neck', read('neck', 'flexion', 'midline', 20), []],
  ['turning the neck to one side', read('neck', 'rotation', 'left', 20), []],
  ['the greatest angle there is', read('elbow', 'flexion', 'left', 165), []],
  ['one degree beyond', read('elbow', 'flexion', 'left', 166), ['degrees_out_of_range']],
  ['one degree below', read('elbow', 'extension', 'left', -151), ['degrees_out_of_range']],
  ['half a degree', read('elbow', 'flexion', 'left', 90.5), ['degrees_broken']],
  ['no number', read('elbow', 'flexion', 'left', Number.NaN), ['degrees_broken']],
  ['an elbow in the middle', read('elbow', 'flexion', 'midline', 90), ['side_missing']],
  ['a left chin to the chest', read('neck', 'flexion', 'left', 20), ['side_odd']],
  ['a finger without a name', read('finger_end', 'flexion', 'left', 20), ['digit_missing']],
  ['the index finger of an elbow', read('elbow', 'flexion', 'left', 90, 2), ['digit_odd']],
  ['a motion that no knee makes', read('knee', 'supination', 'left', 20), ['motion_unknown']],
  ['all of it at once', read('elbow', 'flexion', 'midline', 400, 2), ['side_missing', 'digit_odd', 'degrees_out_of_range']],
])('%s', (_, reading, codes) => expect(motionRefusals(reading).map(({ code }) => code)).toEqual(codes));

it('says what a joint can do when it refuses', () =>
  expect(motionRefusals(read('elbow', 'extension', 'left', -160))[0]?.sentence).toBe(
    'Elbow: extension can be −150° to 20°, not −160°.',
  ));

it('accepts exactly the range of every motion, on the sides it has', () => {
  for (const { joint, motion, leastDegrees, mostDegrees, sided, digits } of jointMotions)
    for (const side of ['left', 'right', 'midline'] as const)
      for (const digit of [null, 2] as const)
        for (const degrees of [leastDegrees - 1, leastDegrees, mostDegrees, mostDegrees + 1]) {
          const fits = degrees >= leastDegrees && degrees <= mostDegrees;
          const good = fits && sided === (side !== 'midline') && digits === (digit !== null);
          const refusals = motionRefusals(read(joint, motion, side, degrees, digit));
          expect([joint, motion, side, digit, degrees, refusals.length === 0]).toEqual([
            joint,
            motion,
            side,
            digit,
            degrees,
            good,
          ]);
        }
});

it.each([
  [25, 70, 45],
  [-30, 0, 30],
  [75, 70, 0],
])('%i° where %i° is normal falls %i° short', (degrees, norm, deficit) =>
  expect(deficitOf(degrees, norm)).toBe(deficit),
);

it('tells motions apart, and active from passive', () => {
  const wrist = read('wrist', 'extension', 'right', 25);
  expect(motionKey(wrist)).toBe('wrist extension right active');
  expect(motionKey({ ...wrist, mode: 'passive' })).not.toBe(motionKey(wrist));
  expect(motionKey(read('finger_end', 'flexion', 'left', 1, 2))).not.toBe(
    motionKey(read('finger_end', 'flexion', 'left', 1, 3)),
  );
  expect(motionName(wrist)).toBe('Wrist extension, right, active');
  expect(motionName(read('finger_middle', 'flexion', 'left', 1, 5))).toBe(
    'Little finger, middle joint (PIP) flexion, left, active',
  );
  expect(motionName(read('neck', 'flexion', 'midline', 1))).toBe('Neck flexion, active');
  expect(signed(-30)).toBe('−30');
});
