import type { BodySite, Side } from '@stipple/domain';

/** Stems of codes that fit a site: the joint's contracture, and a burn. `*` stands for the side, where there is one. */
const stems: Readonly<Record<BodySite, readonly string[]>> = {
  face: ['T20.36XS'],
  scalp: ['T20.35XS'],
  neck: ['T20.37XS'],
  chest: ['T21.31XS'],
  abdomen: ['T21.32XS'],
  back: ['T21.33XS'],
  shoulder: ['M24.51*', 'T22.35*S'],
  upper_arm: ['T22.33*S'],
  elbow: ['M24.52*', 'T22.32*S'],
  forearm: ['T22.31*S'],
  wrist: ['M24.53*', 'T23.37*S'],
  hand: ['M24.54*', 'T23.30*S'],
  fingers: ['M24.54*', 'T23.33*S'],
  hip: ['M24.55*', 'T24.39*S'],
  thigh: ['T24.31*S'],
  knee: ['M24.56*', 'T24.32*S'],
  lower_leg: ['T24.33*S'],
  ankle: ['M24.57*', 'T25.31*S'],
  foot: ['T25.32*S'],
};

/** Diagnoses of a burn scar that no check of side or site has anything against. */
export function fittingCodes({ bodySite, side }: { bodySite: BodySite; side: Side }): readonly string[] {
  return ['L90.5', ...stems[bodySite].map((stem) => stem.replace('*', side === 'left' ? '2' : '1'))];
}
