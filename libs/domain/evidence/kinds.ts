import type { Role } from '../people';

/** What can be recorded about the scar and what it does, apart from photographs and documents. */
export const evidenceRecordKinds = [
  'motion',
  'scale',
  'function',
  'treatment',
  'no_treatment',
  'area',
  'device',
  'mental_health',
  'statement',
] as const;
export type EvidenceRecordKind = (typeof evidenceRecordKinds)[number];

export const evidenceRecordWords: Record<EvidenceRecordKind, string> = {
  motion: 'Range of motion',
  scale: 'Scale',
  function: 'Daily life and work',
  treatment: 'Earlier treatment',
  no_treatment: 'No earlier treatment',
  area: 'Area of the scar',
  device: 'Device',
  mental_health: 'Mental-health note',
  statement: 'Physician’s statement',
};

/**
 * Evidence is read by whoever builds the request: physicians and coordinators. What a manager does for the clinic needs
 * no patient's measurement or answer, so a manager sees none of it: the minimum necessary. PostgreSQL holds the same in
 * its policies.
 */
export const evidenceReaders = ['coordinator', 'physician'] as const satisfies readonly Role[];
