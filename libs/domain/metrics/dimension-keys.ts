import { challengeKinds } from '../case-facts';
import { challengeKindWords } from '../challenge-rules';
import { planTypeWords, planTypes } from '../coverage';
import { denialClassWords, denialClasses } from '../denials/classes';
import { denialReasonWords } from '../denials/reported-reasons';
import { avoidableCauseWords, avoidableCauses } from './avoidable-denial';
import { completenessKinds, completenessWords } from './completeness';
import type { MetricDimension } from './metric-dimensions';

/** The codes a request asked for, all of them and no other: `17999` or `0479T,17999`. */
export const codeSetPattern = /^[0-9A-Z]{5}(,[0-9A-Z]{5}){0,9}$/;
export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
/** As long as any code of a payer's reason is. */
export const longestReason = 12;

const id = (key: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);
const idOrNobody = (key: string) => key === '' || id(key);
const oneOf = (known: readonly string[]) => (key: string) => known.includes(key);

const isKey: Readonly<Record<MetricDimension, (key: string) => boolean>> = {
  payer: id,
  plan_type: oneOf(planTypes),
  codes: (key) => codeSetPattern.test(key),
  physician: idOrNobody,
  coordinator: idOrNobody,
  urgency: oneOf(['standard', 'expedited']),
  completeness: (key) => key === '' || oneOf(completenessKinds)(key),
  month: (key) => monthPattern.test(key),
  level: oneOf(challengeKinds),
  reason: (key) => key.length <= longestReason,
  class: oneOf(denialClasses),
  avoidable: oneOf(avoidableCauses),
};

/** Whether something can be narrowed to this at all: an id, a code, a word of the list. Empty is nobody, and no reason. */
export function isDimensionKey(dimension: MetricDimension, key: string): boolean {
  return isKey[dimension](key);
}

/** What a key that is nobody’s is called. */
const nobody: Readonly<Partial<Record<MetricDimension, string>>> = {
  physician: 'No signature on record',
  coordinator: 'Nobody’s',
  completeness: 'Not screened by a policy',
};

const worded: Readonly<Partial<Record<MetricDimension, Readonly<Record<string, string>>>>> = {
  plan_type: planTypeWords,
  level: challengeKindWords,
  class: denialClassWords,
  avoidable: avoidableCauseWords,
  completeness: completenessWords,
  urgency: { standard: 'Standard', expedited: 'Expedited' },
};

/**
 * What a key is called.
 *
 * @param name of a payer or a person: what their record says; null for all else, and for nobody
 */
export function dimensionKeyName(dimension: MetricDimension, key: string, name: string | null): string {
  if (name !== null) return name;
  if (dimension === 'reason')
    return key === '' ? denialReasonWords(null) : `${key} ${denialReasonWords(key)}`;
  if (dimension === 'codes') return key.replaceAll(',', ' + ');
  return worded[dimension]?.[key] ?? nobody[dimension] ?? key;
}
