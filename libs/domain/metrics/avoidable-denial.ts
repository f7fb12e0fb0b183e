import { type Avoidable, avoidableWords, avoidables } from '../denials/adjustment-reason';
import { readAdjustment } from '../denials/adjustment-reasons';
import type { DenialCodes } from '../denials/denial';
import { readRemark } from '../denials/remarks';
import type { ScreeningOutcome } from '../case-facts';

/** What would have kept a denial from coming, as reports count it: nothing that came with a denial is dropped. */
export const avoidableCauses = [...avoidables, 'screening', 'unclassified'] as const;
export type AvoidableCause = Avoidable | 'screening' | 'unclassified';

export const avoidableCauseWords: Readonly<Record<AvoidableCause, string>> = {
  ...avoidableWords,
  screening: 'Preventable by screening',
  unclassified: 'Unclassified',
};

const notCounted: readonly AvoidableCause[] = ['partly', 'no', 'unclassified'];
/** What the avoidable denial rate counts. */
export const countedCauses = avoidableCauses.filter((cause) => !notCounted.includes(cause));

/** Reasons that say that the plan does not cover it: of these, what the screening had said makes a difference. */
export const screenedReasons = ['96', '204'] as const;

/**
 * The cause of a denial. The reason decides; where it says nothing, a remark that names what is missing does. An
 * exclusion is nothing the office could have kept from coming, unless the request went out although the signed screening
 * had not found the case likely to be medical.
 *
 * @param screened the outcome of the screening that was signed when the request was sent; null where none was
 */
export function avoidableCause(
  { code, remarks }: Pick<DenialCodes, 'code' | 'remarks'>,
  screened: ScreeningOutcome | null,
): AvoidableCause {
  const read = code === null ? null : readAdjustment(code);
  if (
    read?.known &&
    (screenedReasons as readonly string[]).includes(read.raw) &&
    screened !== null &&
    screened !== 'likely_medical'
  )
    return 'screening';
  const byReason = read?.known ? read.entry.avoidable : null;
  return byReason ?? (remarks.some(asksForSomething) ? 'documentation' : 'unclassified');
}

function asksForSomething(remark: string): boolean {
  const read = readRemark(remark);
  return read.known && read.entry.asksFor !== null;
}
