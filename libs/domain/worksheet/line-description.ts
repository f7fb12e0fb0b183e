import type { BodySite, ScarCause, Side } from '../injury';
import { bodySiteWords } from '../injury';

/** SV101-7 of the professional claim holds no more. */
export const lineDescriptionLength = 80;

/** The basic set of X12 without the four characters that separate elements, components, repetitions and segments. */
const basicSet = /^[A-Z0-9 !"&'()+,\-./;?=]*$/;

/**
 * A description as it travels on the line of a claim: in capital letters, without accents, typographic quotes and
 * dashes as their plain kin, one space at a time. What has no plain kin stays, for `lineDescriptionFlaw` to name.
 */
export function asItTravels(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();
}

/** Why a claim cannot carry a description, or null. It takes one that is as it travels. */
export function cannotTravel(description: string): string | null {
  const strange = [...new Set([...description].filter((one) => !basicSet.test(one)))];
  if (strange.length > 0)
    return `A claim cannot carry ${strange.map((one) => `“${one}”`).join(', ')}; use plain letters, digits and signs.`;
  return description.length > lineDescriptionLength
    ? `A claim carries ${lineDescriptionLength} characters; this has ${description.length}.`
    : null;
}

/** Why a description does not do, although a claim could carry it, or cannot be carried at all; or null. */
export function lineDescriptionFlaw(description: string): string | null {
  const flaw = cannotTravel(description);
  if (flaw !== null) return flaw;
  // “17999” or “UNLISTED PROCEDURE” tells a reviewer nothing that the code does not.
  const words = (description.match(/[A-Z]{3,}/g) ?? []).filter((word) => !saysNothing.has(word));
  return words.length < 2 ? 'Say what was done, and where.' : null;
}

const saysNothing = new Set([
  'UNLISTED',
  'PROCEDURE',
  'CODE',
  'CPT',
  'SKIN',
  'SERVICE',
  'TBD',
  'SEE',
  'NOTES',
]);

const causeWords: Record<ScarCause, string> = {
  burn: 'burn scar',
  trauma: 'scar after injury',
  surgery: 'surgical scar',
  radiation: 'radiation scar',
  acne: 'acne scar',
  other: 'scar',
};

const placed: Record<Side, (site: string) => string> = {
  left: (site) => `left ${site}`,
  right: (site) => `right ${site}`,
  both: (site) => `${site}, both sides`,
  midline: (site) => `${site}, midline`,
};

/** A description made of what the case says and of nothing else, to be edited by whoever knows more. */
export function suggestedLineDescription(of: {
  readonly cause: ScarCause;
  readonly bodySite: BodySite;
  readonly side: Side;
}): string {
  const where = placed[of.side](bodySiteWords[of.bodySite].toLowerCase());
  return asItTravels(`Medical microneedling of ${causeWords[of.cause]}, ${where}`);
}
