import type { EvidenceRecordKind } from '../evidence/kinds';
import type { ScaleName } from '../evidence/scales';
import { scaleOf } from '../evidence/scales';
import type { FactName } from '../necessity/facts';

/** What only a policy that asks for it gets to read: the least that is necessary (45 CFR 164.502(b)). */
export const mentalHealthFacts: readonly FactName[] = [
  'phq9_total',
  'mental_health_note',
  'distress_documented',
];

/** Whether a record of the evidence is shown to a payer whose policy asks for these facts. */
export function isForPayer(
  { kind, scale = null }: { readonly kind: EvidenceRecordKind; readonly scale?: ScaleName | null },
  asked: readonly FactName[],
): boolean {
  const mental =
    kind === 'mental_health' || (scale !== null && mentalHealthFacts.includes(scaleOf(scale).fact));
  return !mental || mentalHealthFacts.some((fact) => asked.includes(fact));
}
