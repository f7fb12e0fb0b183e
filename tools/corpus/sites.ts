import type { BodySite, Digit, Joint, Motion } from '@stipple/domain';

/** What can be measured about a scar's effect, before treatment and where it should be. */
export interface Measure {
  readonly words: string;
  readonly unit: '°' | 'mm';
  readonly before: readonly [least: number, most: number];
  readonly norm: number;
  /** The motion that a goniometer reads, with the same norm; none where no joint is measured. */
  readonly reading?: MotionName;
}

export type MotionName = readonly [joint: Joint, motion: Motion, digit?: Digit];

/** How a scar on this site hinders a person: words a physician would use in a letter. */
export interface SitePicture {
  readonly site: BodySite;
  readonly words: string;
  readonly impairments: readonly string[];
  readonly measure: Measure;
  readonly areaCm2: readonly [least: number, most: number];
  /** Code of the joint's contracture without its side digit (1 right, 2 left), where a joint is involved. */
  readonly contracture?: string;
  readonly burn: (right: boolean) => string;
  readonly wound?: (right: boolean) => string;
}

/** An injury code, as sequela, that comes as right (1) and left (2), by what stands before that digit. */
const sided = (stem: string) => (right: boolean) => `${stem}${right ? 1 : 2}S`;

/** Sites on which scars come to this clinic because of what they hinder, most frequent first. */
// prettier-ignore
export const sitePictures: readonly (readonly [SitePicture, number])[] = [
  [{ site: 'hand', words: 'hand', areaCm2: [18, 70], contracture: 'M24.54', burn: sided('T23.30'), wound: sided('S61.40'),
    impairments: ['cannot make a full fist and drops cups and tools', 'cannot close buttons or write for more than a few minutes', 'cannot grip a steering wheel or a railing firmly', 'cannot spread the fingers to put on a work glove'],
    measure: { words: 'flexion of the knuckle of the middle finger', unit: '°', before: [38, 62], norm: 90, reading: ['finger_knuckle', 'flexion', 3] } }, 20],
  [{ site: 'fingers', words: 'fingers', areaCm2: [6, 22], contracture: 'M24.54', burn: sided('T23.33'), wound: sided('S61.40'),
    impairments: ['cannot bend the ring and little finger into the palm', 'cannot hold a pen or a needle', 'cannot type with the affected hand'],
    measure: { words: 'flexion of the middle joint of the ring finger', unit: '°', before: [38, 66], norm: 100, reading: ['finger_middle', 'flexion', 4] } }, 8],
  [{ site: 'wrist', words: 'wrist', areaCm2: [12, 40], contracture: 'M24.53', burn: sided('T23.37'),
    impairments: ['cannot push up from a chair with this hand', 'cannot turn a key or carry a tray', 'cannot rest the palm flat on a table'],
    measure: { words: 'extension of the wrist', unit: '°', before: [22, 44], norm: 70, reading: ['wrist', 'extension'] } }, 7],
  [{ site: 'forearm', words: 'forearm', areaCm2: [40, 140], burn: sided('T22.31'),
    impairments: ['cannot turn the palm up to receive change or wash the face', 'cannot use a screwdriver at work'],
    measure: { words: 'supination of the forearm', unit: '°', before: [30, 56], norm: 80, reading: ['forearm', 'supination'] } }, 8],
  [{ site: 'elbow', words: 'elbow', areaCm2: [30, 95], contracture: 'M24.52', burn: sided('T22.32'),
    impairments: ['cannot straighten the arm to reach a shelf', 'cannot bring a spoon to the mouth without bending the neck', 'cannot lift a child out of a crib'],
    measure: { words: 'flexion of the elbow', unit: '°', before: [78, 112], norm: 150, reading: ['elbow', 'flexion'] } }, 9],
  [{ site: 'shoulder', words: 'shoulder', areaCm2: [50, 180], contracture: 'M24.51', burn: sided('T22.35'),
    impairments: ['cannot comb the hair or put on a coat without help', 'cannot reach above shoulder height at work'],
    measure: { words: 'abduction of the shoulder', unit: '°', before: [82, 128], norm: 180, reading: ['shoulder', 'abduction'] } }, 8],
  [{ site: 'neck', words: 'neck', areaCm2: [35, 120], burn: () => 'T20.37XS',
    impairments: ['cannot turn the head far enough to drive safely', 'cannot look up, and coughs when swallowing with the chin held down'],
    measure: { words: 'rotation of the neck', unit: '°', before: [20, 42], norm: 60, reading: ['neck', 'rotation'] } }, 9],
  [{ site: 'face', words: 'face', areaCm2: [10, 45], burn: () => 'T20.36XS', wound: () => 'S01.81XS',
    impairments: ['cannot open the mouth wide enough for dental care', 'cannot close the lips fully and loses liquid when drinking'],
    measure: { words: 'opening of the mouth', unit: 'mm', before: [22, 34], norm: 45 } }, 8],
  [{ site: 'chest', words: 'chest', areaCm2: [60, 220], burn: () => 'T21.31XS',
    impairments: ['cannot raise the arm on the scarred side without the skin tearing', 'cannot take a deep breath without pain under the scar'],
    measure: { words: 'abduction of the arm on the scarred side', unit: '°', before: [88, 130], norm: 180, reading: ['shoulder', 'abduction'] } }, 6],
  [{ site: 'abdomen', words: 'abdomen', areaCm2: [40, 160], burn: () => 'T21.32XS',
    impairments: ['cannot stand fully upright at the end of the day', 'cannot wear the lumbar support that the work requires'],
    measure: { words: 'extension of the trunk', unit: '°', before: [8, 15], norm: 25, reading: ['trunk', 'extension'] } }, 5],
  [{ site: 'thigh', words: 'thigh', areaCm2: [70, 260], burn: sided('T24.31'),
    impairments: ['cannot sit for longer than half an hour', 'cannot climb a ladder as the work requires'],
    measure: { words: 'flexion of the knee', unit: '°', before: [92, 118], norm: 135, reading: ['knee', 'flexion'] } }, 4],
  [{ site: 'knee', words: 'knee', areaCm2: [35, 120], contracture: 'M24.56', burn: sided('T24.32'),
    impairments: ['cannot kneel and takes stairs one at a time', 'cannot ride a bicycle to school or work'],
    measure: { words: 'flexion of the knee', unit: '°', before: [80, 112], norm: 135, reading: ['knee', 'flexion'] } }, 9],
  [{ site: 'lower_leg', words: 'lower leg', areaCm2: [40, 150], burn: sided('T24.33'), wound: sided('S81.80'),
    impairments: ['cannot walk further than a few hundred meters before the scar breaks open', 'cannot stand through a shift at work because the scar breaks open', 'cannot wear the boots that the work requires'],
    measure: { words: 'dorsiflexion of the ankle', unit: '°', before: [3, 10], norm: 20, reading: ['ankle', 'dorsiflexion'] } }, 6],
  [{ site: 'ankle', words: 'ankle', areaCm2: [15, 60], contracture: 'M24.57', burn: sided('T25.31'),
    impairments: ['cannot walk on uneven ground without a brace', 'cannot lower the heel to the floor'],
    measure: { words: 'dorsiflexion of the ankle', unit: '°', before: [1, 8], norm: 20, reading: ['ankle', 'dorsiflexion'] } }, 6],
];
