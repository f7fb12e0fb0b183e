import { adjustmentReasons, readAdjustment } from './adjustment-reasons';
import { DenialClass, ReadClass } from './classes';
import type { DenialCodes } from './denial';
import { readDenial } from './read-denial';

/** A reason code with what it says by itself. What is unknown keeps its raw form and is never given a meaning. */
interface ReportedReason {
  readonly code: string;
  readonly words: string;
  readonly denialClass: DenialClass;
  /** No longer issued: read on old letters, never offered. */
  readonly deactivated?: true;
}

/** Only what has a class: everything else is counted as unclassified, a patient’s share among it. */
export const denialReasons: readonly ReportedReason[] = adjustmentReasons.flatMap(
  ({ code, words, denialClass, deactivated }): readonly ReportedReason[] =>
    isCounted(denialClass) ? [{ code, words, denialClass, ...(deactivated ? { deactivated } : {}) }] : [],
);

/** The class that reports count by: the very one of the case's page. What is no denial is not recorded as one any more. */
export function reportedClassOf(denial: DenialCodes): DenialClass {
  const { denialClass } = readDenial(denial);
  return denialClass === 'not_a_denial' ? 'unclassified' : denialClass;
}

export function denialReasonWords(code: string | null): string {
  if (code === null) return 'No code given';
  const read = readAdjustment(code);
  return read.known ? read.entry.words : `Code ${code}, not in the current list`;
}

function isCounted(read: ReadClass): read is DenialClass {
  return read !== 'unclassified' && read !== 'not_a_denial';
}
