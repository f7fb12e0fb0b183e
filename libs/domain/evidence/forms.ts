import { EvidenceRecordKind, evidenceRecordWords } from './kinds';
import { ScaleName, scaleNames, scaleOf } from './scales';

/** The forms that evidence is recorded with: one for each kind, and for each scale one of its own. */
export type EvidenceForm = Exclude<EvidenceRecordKind, 'scale'> | `scale_${ScaleName}` | 'withdraw';

export const evidenceFormWords = {
  motion: `Record ${evidenceRecordWords.motion.toLowerCase()}`,
  function: 'Record daily life and work',
  treatment: 'Record an earlier treatment',
  no_treatment: 'Record that nothing was tried',
  area: 'Record the area of the scar',
  device: 'Record the device and its clearance',
  mental_health: 'Record a mental-health note',
  statement: 'Record a statement of the physician',
  withdraw: 'Withdraw a record',
  ...(Object.fromEntries(
    scaleNames.map((name) => [`scale_${name}`, `Rate ${scaleOf(name).words}`]),
  ) as Record<`scale_${ScaleName}`, string>),
} as const satisfies Record<EvidenceForm, string>;
