import {
  Digit,
  JointMotion,
  areaMethodWords,
  areaMethods,
  digitWords,
  digits,
  jointMotion,
  jointMotions,
  jointWords,
  jointsNear,
  motionModeWords,
  motionModes,
  motionWords,
} from '@stipple/domain';
import { MoveContext, MoveFormMaker, Option, Values } from '@stipple/ui';
import { options, recordForm } from './about-fields';
import { ArcBeside } from './arc-beside';

/** Joint and motion in one question: `wrist extension`. */
export const motionOf = (values: Values): JointMotion | null => {
  const [joint = '', motion = ''] = String(values['motion'] ?? '').split(' ');
  return jointMotion(joint, motion);
};

/** Those near the scar first: that is what is measured most. */
function motionOptions({ case: view }: MoveContext): readonly Option[] {
  const near = jointsNear[view.bodySite];
  const place = ({ joint }: JointMotion) => (near.includes(joint) ? near.indexOf(joint) : near.length);
  return jointMotions
    .toSorted((one, other) => place(one) - place(other))
    .map(({ joint, motion, normDegrees }) => ({
      value: `${joint} ${motion}`,
      label: `${jointWords[joint]}: ${motionWords[motion]} (normal ${normDegrees}°)`,
    }));
}

const digitOptions = digits.map((digit: Digit) => ({ value: String(digit), label: digitWords[digit] }));

export const recordMotion: MoveFormMaker = (context) => {
  const { side } = context.case;
  return recordForm(
    context,
    { form: 'motion', path: 'motions' },
    {
      rater: 'examiner',
      fields: [
        { kind: 'choice', name: 'motion', label: 'Joint and motion', options: motionOptions(context) },
        {
          kind: 'choice',
          name: 'digit',
          label: 'Finger',
          options: digitOptions,
          half: true,
          when: (values) => motionOf(values)?.digits ?? false,
        },
        {
          kind: 'radio',
          row: true,
          name: 'side',
          label: 'Side',
          options: [
            { value: 'left', label: 'Left' },
            { value: 'right', label: 'Right' },
          ],
          when: (values) => motionOf(values)?.sided ?? true,
        },
        {
          kind: 'radio',
          row: true,
          name: 'mode',
          label: 'Moved by',
          options: options(motionModes, motionModeWords),
        },
        {
          kind: 'number',
          name: 'degrees',
          label: 'Degrees',
          unit: '°',
          hint: 'From the neutral position. Below zero where the joint does not reach it: −30 is 30° short.',
        },
      ],
      initial: { mode: 'active', ...(side === 'left' || side === 'right' ? { side } : {}) },
      more: { beside: { part: ArcBeside } },
    },
    ({ motion, digit, side: chosen, ...others }) => {
      const known = motionOf({ motion });
      return {
        ...others,
        joint: known?.joint,
        motion: known?.motion,
        side: known?.sided ? chosen : 'midline',
        ...(known?.digits ? { digit: Number(digit) } : {}),
      };
    },
  );
};

export const recordArea: MoveFormMaker = (context) =>
  recordForm(
    context,
    { form: 'area', path: 'areas' },
    {
      rater: 'examiner',
      fields: [
        { kind: 'number', name: 'areaCm2', label: 'Area', unit: 'cm²', step: 0.1, half: true },
        {
          kind: 'radio',
          name: 'method',
          label: 'How it was found',
          options: options(areaMethods, areaMethodWords),
        },
      ],
      initial: { method: 'ruler' },
    },
  );
