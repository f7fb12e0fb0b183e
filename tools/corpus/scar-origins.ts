import type { BodySite, InjuryContext, ScarCause } from '@stipple/domain';
import type { Dice } from './dice';
import type { SitePicture } from './sites';

type Sites = readonly BodySite[];
const handAndArm: Sites = ['hand', 'fingers', 'wrist', 'forearm'];
const limbs: Sites = [...handAndArm, 'elbow', 'shoulder', 'knee', 'lower_leg', 'ankle', 'thigh'];

/** Where a burn came from, with its code, and the only sites it makes sense on. */
const burns: readonly (readonly [words: string, code: string, sites?: Sites])[] = [
  ['a burn in a house fire', 'X00.0XXS'],
  ['a burn from hot oil in a kitchen', 'X12.XXXS'],
  ['a scald with boiling water', 'X12.XXXS'],
  ['a scald with hot coffee', 'X10.0XXS'],
  ['a burn from a hot press', 'X19.XXXS', handAndArm],
  ['a burn from an engine part', 'X19.XXXS', handAndArm],
];
const injuries: readonly (readonly [words: string, sites: Sites])[] = [
  ['a cut from broken glass', ['hand', 'fingers', 'face']],
  ['a dog bite', ['hand', 'face', 'lower_leg']],
  ['a crush injury', ['hand', 'fingers', 'lower_leg']],
  ['a fall on gravel', ['face', 'lower_leg']],
  ['a saw injury', ['hand', 'fingers']],
];
const operations: readonly (readonly [words: string, sites?: Sites])[] = [
  ['a skin graft'],
  ['removal of a skin tumor'],
  ['a tendon repair', limbs],
  ['a fracture repair', limbs],
  ['an abdominal operation', ['abdomen']],
  ['a heart operation', ['chest']],
];

/** Where a scar of this site can come from, with the code of its external cause where there is one. */
export function originOf(
  dice: Dice,
  cause: ScarCause,
  context: InjuryContext,
  site: BodySite,
): readonly [words: string, externalCause: string | null] {
  if (cause === 'radiation') return ['radiation treatment of a tumor', null];
  if (context === 'auto') return ['a road accident', null];
  if (cause === 'burn') {
    const [words, code] = dice.pick(burns.filter(([, , sites]) => sites?.includes(site) ?? true));
    return [words, code];
  }
  const known = cause === 'trauma' ? injuries : operations;
  const [words] = dice.pick(known.filter(([, sites]) => sites?.includes(site) ?? true));
  return [words, null];
}

/** In sequela order: what the patient has now, the injury it came from, what caused that. */
export function codesOf(
  dice: Dice,
  picture: SitePicture,
  cause: ScarCause,
  right: boolean,
  external: string | null,
): string[] {
  const contracture = picture.contracture === undefined ? null : `${picture.contracture}${right ? 1 : 2}`;
  const first = cause === 'radiation' ? ['L59.8'] : [dice.chance(0.3) ? 'L91.0' : 'L90.5'];
  const symptoms = dice.chance(0.2) ? [dice.pick(['L29.9', 'R20.8', 'G89.29'])] : [];
  const wound = picture.wound?.(right) ?? null;
  const injury =
    cause === 'burn'
      ? picture.burn(right)
      : cause === 'trauma'
        ? wound
        : cause === 'surgery'
          ? 'T81.89XS'
          : null;
  return [
    ...first,
    ...(contracture === null ? [] : [contracture]),
    ...symptoms,
    ...(injury === null ? [] : [injury]),
    ...(external === null ? [] : [external]),
  ];
}
