import { adjustmentReasons, readAdjustment } from './adjustment-reasons';
import { DenialClass, ReadClass } from './classes';

/**
 * The reasons as reports count them: by the code alone, so that SQL can count. `readDenial` looks at group, remarks and
 * the stated kind too. Codes that are unknown keep their raw form and are never given a meaning.
 */
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

export function denialClassOf(code: string | null): DenialClass {
  const found = code === null ? undefined : denialReasons.find((one) => one.code === code);
  return found?.denialClass ?? 'unclassified';
}

export function denialReasonWords(code: string | null): string {
  if (code === null) return 'No code given';
  const read = readAdjustment(code);
  return read.known ? read.entry.words : `Code ${code}, not in the current list`;
}

function isCounted(read: ReadClass): read is DenialClass {
  return read !== 'unclassified' && read !== 'not_a_denial';
}
