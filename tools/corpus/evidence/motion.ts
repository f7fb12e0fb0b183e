import {
  Joint,
  MotionMode,
  MotionRead,
  MotionSide,
  addDays,
  jointMotion,
  motionRefusals,
} from '@stipple/domain';
import type { MotionName } from '../sites';
import { therapists } from '../words/evidence-words';
import type { Chart } from './chart';
import { About, recordEvidence } from './record-evidence';

/** What is read of the same joint beside the main motion, and how far it falls short. */
const beside: Readonly<
  Partial<Record<Joint, readonly [MotionName, short: readonly [least: number, most: number]]>>
> = {
  finger_knuckle: [
    ['finger_middle', 'flexion', 3],
    [18, 40],
  ],
  finger_middle: [
    ['finger_knuckle', 'flexion', 4],
    [8, 20],
  ],
  wrist: [
    ['wrist', 'flexion'],
    [8, 24],
  ],
  forearm: [
    ['forearm', 'pronation'],
    [4, 14],
  ],
  elbow: [
    ['elbow', 'extension'],
    [12, 34],
  ],
  shoulder: [
    ['shoulder', 'flexion'],
    [28, 60],
  ],
  neck: [
    ['neck', 'extension'],
    [8, 20],
  ],
  trunk: [
    ['trunk', 'flexion'],
    [10, 25],
  ],
  knee: [
    ['knee', 'extension'],
    [4, 14],
  ],
  ankle: [
    ['ankle', 'plantar_flexion'],
    [6, 16],
  ],
};

/** A therapist’s readings, copied by the coordinator from the document that holds them. */
export function chartMotion(chart: Chart, documentId: string): void {
  const { story, dice, full } = chart;
  const { functional, injuredOn } = story.scar;
  const reading = functional?.measure.reading;
  if (!functional || !reading) return;
  const { before } = functional;
  const ratedBy = dice.pick(therapists);
  const about = { by: story.cast.owner, ratedBy, documentId };
  const earlier = addDays(story.today, -dice.within([45, 130]));
  if (full && earlier > addDays(injuredOn, 60) && dice.chance(0.35))
    read(chart, reading, 'active', Math.max(0, before + dice.within([-3, 5])), { ...about, onDay: earlier });
  read(chart, reading, 'active', before, { ...about, onDay: story.today });
  if (!full) return;
  if (dice.chance(0.5))
    read(chart, reading, 'passive', before + dice.within([2, 7]), { ...about, onDay: story.today });
  const second = beside[reading[0]];
  if (second === undefined || dice.chance(0.25)) return;
  const [name, short] = second;
  const norm = jointMotion(name[0], name[1])?.normDegrees ?? 0;
  read(chart, name, 'active', norm - dice.within(short), { ...about, onDay: story.today });
}

function read(
  chart: Chart,
  [joint, motion, finger]: MotionName,
  mode: MotionMode,
  degrees: number,
  about: About,
): void {
  const known = jointMotion(joint, motion);
  if (known === null) throw new Error(`no norm of ${joint} ${motion}`);
  const { normDegrees, leastDegrees, mostDegrees } = known;
  const { side: of } = chart.story.scar;
  const side: MotionSide = known.sided ? (of === 'left' ? 'left' : 'right') : 'midline';
  const reading: MotionRead = { joint, motion, side, digit: finger ?? null, mode, degrees };
  const kind = { kind: 'motion', refusals: motionRefusals(reading) } as const;
  const norms = { norm_degrees: normDegrees, least_degrees: leastDegrees, most_degrees: mostDegrees };
  const id = recordEvidence(chart, kind, about, ['motion_reading', { ...reading, ...norms }]);
  chart.story.evidence.motions.push({ ...reading, id, measuredOn: about.onDay, normDegrees });
}
