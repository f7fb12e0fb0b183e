import { WorksheetContent, formatCents, suggestedLineDescription } from '@stipple/domain';
import type { Dice } from '../dice';
import type { Scar } from '../scars';
import { devices } from './clinic-words';

/** How the work compares with the comparator's, by the ratio of the fees that the basis of the fee names. */
const compared = [
  [0.8, 'needles take less set-up than a laser, and the depth is the same'],
  [1, 'needles instead of a laser, for about the same time and with the same aftercare'],
  [1.25, 'needles in several passes by hand, a quarter more time, and the same aftercare'],
] as const;

const skills = [
  'Physician, trained in medical microneedling of contractures; an assistant hands on and documents.',
  'Physician with training in burn scars; positions the limb and needles in three directions.',
  'Physician, trained by the maker of the device and in scar assessment; one assistant.',
];

/** What a session of this case is compared with, takes and costs. */
export function worksheetOf(dice: Dice, scar: Scar): WorksheetContent {
  const acneOfFace = scar.cause === 'acne' && scar.site === 'face';
  const comparatorCode = acneOfFace ? '15781' : '0479T';
  const [ratio, words] = acneOfFace
    ? ([1, 'needles instead of a rotating burr, for about the same time, without removing skin'] as const)
    : dice.pick(compared);
  // By five dollars: every ratio above leaves whole cents.
  const feeCents = dice.within([60, 140]) * 500;
  const minutes = dice.within([6, 18]) * 5;
  const cleared = acneOfFace
    ? 'cleared for facial acne scars'
    : 'cleared for facial acne scars only; used here outside of that indication';
  return {
    comparatorCode,
    comparison: `The same scar over about ${Math.round(scar.areaCm2)} cm²: ${words}.`,
    minutes,
    skill: dice.pick(skills),
    equipment: `${dice.pick(devices)}, ${cleared}. Sterile cartridge, topical anaesthetic, dressing.`,
    feeCents,
    feeRestsOn: 'comparator',
    feeBasis: `Our fee for ${comparatorCode} of ${formatCents(feeCents / ratio)} times ${ratio}.`,
    lineDescription: suggestedLineDescription({ cause: scar.cause, bodySite: scar.site, side: scar.side }),
  };
}
