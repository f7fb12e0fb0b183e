import type { ScreeningOutcome, ScreeningResult } from '@stipple/domain';
import type { Dice } from '../dice';
import type { Scar } from '../scars';
import { capital, unit } from './clinic-words';
import { overrideReasons } from './evidence-words';

/** What whoever proposes it writes beside the computed result. */
export function screeningReasons(
  dice: Dice,
  scar: Scar,
  { outcome, reason, missing }: ScreeningResult,
): string {
  if (scar.functional === null) {
    if (outcome !== 'cosmetic')
      return `${capital(scar.place)}: the patient asks for a better look and function is normal, although the policy counts the cause. For the physician to decide.`;
    return dice.pick([
      `${capital(scar.place)}: scar after ${scar.origin}. Appearance only; no restriction, no pain worth treating. Self-pay explained.`,
      `Patient asks for a better look of the ${scar.place}. Function is normal. Self-pay explained.`,
      `No functional impairment found on examination of the ${scar.place}. Distress is understandable but would not carry a request by itself.`,
    ]);
  }
  const { impairment, measure, before } = scar.functional;
  const found = `${capital(measure.words)} ${before}${unit(scar)} (normal ${measure.norm}${unit(scar)}); patient ${impairment}.`;
  if (outcome === 'cosmetic')
    return reason === 'excluded'
      ? `The plan excludes devices outside of their clearance. ${found} For the physician to decide whether we ask all the same.`
      : `The policy’s wording is not met. ${found} For the physician to decide whether we ask for an individual decision.`;
  if (outcome === 'uncertain')
    return missing.includes('device_cleared')
      ? `${found} Whether the plan counts the device as cleared for this scar is open; worth a request, but we should expect questions.`
      : dice.pick([
          `${found} Conservative care is not well documented yet; worth a request, but we should expect questions.`,
          `The physician has not stated yet what it means for function. ${found} Worth a request.`,
        ]);
  return dice.pick([
    `${found} Scar after ${scar.origin}; ${scar.tried.length} conservative treatments. Meets the policy’s criteria.`,
    `Restriction is measured and comes from the scar: ${found} Likely medical.`,
    `Injury documented (${scar.origin}). ${found} Likely medical under the payer’s policy.`,
  ]);
}

/** Why the physician signs another outcome than the computed one. */
export function overrideReason(dice: Dice, outcome: ScreeningOutcome, { reason }: ScreeningResult): string {
  if (outcome === 'cosmetic') return dice.pick(overrideReasons.cosmetic);
  return dice.pick(reason === 'excluded' ? overrideReasons.excluded : overrideReasons.notMet);
}
