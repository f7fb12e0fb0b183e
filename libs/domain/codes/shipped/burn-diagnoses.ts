import { bothSides } from './sided-diagnoses';

/** Parts of each burn category by their fifth character. `*` stands for the side: those come as right and left. */
const parts: Readonly<Record<string, readonly (readonly [fifth: string, words: string])[]>> = {
  T20: [
    ['0', 'head, face or neck'],
    ['1', '* ear'],
    ['2', 'lips'],
    ['3', 'chin'],
    ['4', 'nose'],
    ['5', 'scalp'],
    ['6', 'forehead and cheek'],
    ['7', 'neck'],
    ['9', 'several sites of head, face and neck'],
  ],
  T21: [
    ['0', 'trunk'],
    ['1', 'chest'],
    ['2', 'abdomen'],
    ['3', 'upper back'],
    ['4', 'lower back'],
    ['5', 'buttock'],
    ['9', 'other site of the trunk'],
  ],
  T22: [
    ['0', 'shoulder or upper limb'],
    ['1', '* forearm'],
    ['2', '* elbow'],
    ['3', '* upper arm'],
    ['4', '* armpit'],
    ['5', '* shoulder'],
    ['6', '* shoulder blade'],
    ['9', 'several sites of the * shoulder and upper limb'],
  ],
  T23: [
    ['0', '* hand'],
    ['1', '* thumb'],
    ['2', 'one finger of the * hand'],
    ['3', 'several fingers of the * hand'],
    ['4', 'several fingers and thumb of the * hand'],
    ['5', '* palm'],
    ['6', 'back of the * hand'],
    ['7', '* wrist'],
    ['9', 'several sites of the * wrist and hand'],
  ],
  T24: [
    ['0', '* lower limb'],
    ['1', '* thigh'],
    ['2', '* knee'],
    ['3', '* lower leg'],
    ['9', 'several sites of the * lower limb'],
  ],
  T25: [
    ['1', '* ankle'],
    ['2', '* foot'],
    ['3', '* toes'],
    ['9', 'several sites of the * ankle and foot'],
  ],
};

/** Deep burns: lighter ones leave no scars that come to this trade. */
const degrees = [
  ['2', 'Second-degree'],
  ['3', 'Third-degree'],
] as const;

export const burnDiagnoses: readonly (readonly [code: string, words: string])[] = degrees.flatMap(
  ([degree, words]) =>
    Object.entries(parts).flatMap(([category, known]) =>
      known.flatMap(([fifth, part]): readonly (readonly [string, string])[] => {
        const stem = `${category}.${degree}${fifth}`;
        const of = (place: string) => `${words} burn of ${place}, sequela`;
        if (!part.includes('*')) return [[`${stem}XS`, of(part)]];
        return bothSides.map(([digit, side]) => [`${stem}${digit}S`, of(part.replace('*', side))]);
      }),
    ),
);
