import type { ScreeningOutcome } from '@stipple/domain';
import { recordFindings } from '../evidence/findings';
import type { Story } from '../story';
import { attach, attachPhoto } from './begin';

/** Photographs, and for a scar that hinders the measurements and what was tried before; then what the visit found. */
export function gatherEvidence(story: Story, outcome: ScreeningOutcome): void {
  const { scar, dice, patient } = story;
  attachPhoto(story, `${scar.place.charAt(0).toUpperCase()}${scar.place.slice(1)}, with scale`);
  // This payer looks at nothing without a second one.
  if (patient.payer.key === 'lantern') attachPhoto(story, 'From nearer, with scale');
  if (scar.functional === null) return recordFindings(story, {}, outcome);
  const motion = attach(story, 'range_of_motion', `Measured: ${scar.functional.measure.words}`);
  const scale = dice.chance(0.45) ? attach(story, 'scar_scale', `Scar scale, ${scar.vss} of 13`) : undefined;
  const treatment = dice.chance(0.5)
    ? attach(story, 'prior_treatment', 'Earlier treatment, summary of the referring practice')
    : undefined;
  if (dice.chance(0.12)) attach(story, 'clinical_note', 'First consultation');
  if (dice.chance(0.1))
    attach(story, 'payer_policy', story.patient.payer.policy, `policy ${story.patient.payer.key}`);
  recordFindings(story, { motion, scale, treatment }, outcome);
}
