import type { RequestView } from '@stipple/contracts';
import { denialReasonWords, readDenial } from '@stipple/domain';

type Read = 'reason' | 'denialClass' | 'why' | 'findings';

/** What the payer wrote of what it withheld, as it was recorded; a denial has its days besides. */
export type RawReason = Omit<NonNullable<RequestView['withheld']>, Read>;
export type RawDenial = Omit<NonNullable<RequestView['denial']>, Read>;

/** What its codes say, read anew each time: a list that knows more tomorrow then says more of old denials too. */
export function asRead<Raw extends RawReason>(raw: Raw) {
  const { denialClass, why, findings } = readDenial(raw);
  return { ...raw, reason: denialReasonWords(raw.code), denialClass, why, findings: [...findings] };
}
