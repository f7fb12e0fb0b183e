import { BodySite, Side, bodySiteWords, sideWords } from '../injury';
import { CodePlace, placeOfDiagnosis } from './place-of-code';

/** Where a case's scar is. */
export interface Place {
  readonly bodySite: BodySite;
  readonly side: Side;
}

/** Both sides may be coded one by one; a scar in the midline has no side that a code could name. */
function sideFitsCode(side: Side, named: CodePlace['side']): boolean {
  return named === null || named === 'unspecified' || side === 'both' || side === named;
}

/** Whether a diagnosis can be meant for a scar of this place. What names no place fits everywhere. */
export function fitsPlace(code: string, { bodySite, side }: Place): boolean {
  const named = placeOfDiagnosis(code);
  return named === null || (named.sites.includes(bodySite) && sideFitsCode(side, named.side));
}

/** `right hand`, `neck`, `both knees` is spared: `knee, both sides`. */
export function placeInWords({ bodySite, side }: Place): string {
  const site = bodySiteWords[bodySite].toLowerCase();
  if (side === 'midline') return `${site}, midline`;
  return side === 'both' ? `${site}, both sides` : `${sideWords[side].toLowerCase()} ${site}`;
}

export function codePlaceInWords({ words, side }: CodePlace): string {
  return side === 'left' || side === 'right' ? `${side} ${words}` : words;
}
