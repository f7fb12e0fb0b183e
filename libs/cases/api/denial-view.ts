import type { RequestView } from '@stipple/contracts';
import { denialReasonWords, readDenial } from '@stipple/domain';

type DenialView = NonNullable<RequestView['denial']>;

/** A denial as it was recorded. */
export type RawDenial = Omit<DenialView, 'reason' | 'denialClass' | 'why' | 'findings'>;

/** What its codes say, read anew each time: a list that knows more tomorrow then says more of old denials too. */
export function asRead(denial: RawDenial): DenialView {
  const { denialClass, why, findings } = readDenial(denial);
  return { ...denial, reason: denialReasonWords(denial.code), denialClass, why, findings: [...findings] };
}
