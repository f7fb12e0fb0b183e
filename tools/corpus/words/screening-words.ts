import type { ScreeningOutcome } from '@stipple/domain';
import type { Dice } from '../dice';
import type { Scar } from '../scars';
import { capital, unit } from './clinic-words';

/** Why the outcome is proposed, and which criteria are ticked for it. */
export function screeningWords(
  dice: Dice,
  scar: Scar,
  outcome: ScreeningOutcome,
): { criteria: string[]; reasons: string } {
  if (scar.functional === null) {
    const reasons = dice.pick([
      `${capital(scar.place)}: scar after ${scar.origin}. Appearance only; no restriction, no pain worth treating. No payer covers this as far as we know.`,
      `Patient asks for a better look of the ${scar.place}. Function is normal. Screened as cosmetic; self-pay explained.`,
      `No functional impairment found on examination of the ${scar.place}. Distress is understandable but would not carry a request by itself.`,
    ]);
    return { criteria: ['appearance_only', ...(dice.chance(0.15) ? ['distress_documented'] : [])], reasons };
  }
  const { impairment, measure, before } = scar.functional;
  const found = `${capital(measure.words)} ${before}${unit(scar)} (normal ${measure.norm}${unit(scar)}); patient ${impairment}.`;
  const criteria = [
    'injury_or_disease',
    ...(outcome === 'uncertain' ? [] : ['functional_impairment', 'measured_restriction']),
    ...(scar.pain > 4 || scar.itch > 4 ? ['pain_or_itch'] : []),
    ...(scar.tried.length > 2 ? ['conservative_care_failed'] : []),
  ];
  const reasons =
    outcome === 'uncertain'
      ? dice.pick([
          `${found} Conservative care is not well documented yet; worth a request, but we should expect questions.`,
          `Function is impaired, but the measurement is from one visit only. ${found} Ask therapy for a second one.`,
        ])
      : dice.pick([
          `${found} Scar after ${scar.origin}; ${scar.tried.length} conservative treatments without lasting gain. Meets the usual criteria for reconstructive care.`,
          `Restriction is measured and comes from the scar: ${found} Conservative care failed. Likely medical.`,
          `Injury documented (${scar.origin}). ${found} Likely medical under the payer’s reconstructive clause.`,
        ]);
  return { criteria, reasons };
}
