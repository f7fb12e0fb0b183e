import {
  type AvoidableCause,
  type ChallengeKind,
  type DenialClass,
  type MetricDimension,
  type PlanType,
  avoidableCauseWords,
  challengeKindWords,
  denialClassWords,
  denialReasonWords,
  planTypeWords,
} from '@stipple/domain';
import type { MetricRows } from './metric-rows';

/** Whose name only a table knows: that table, and what a key that is nobody's is called. */
const tables: Readonly<
  Partial<Record<MetricDimension, readonly [table: 'payer' | 'staff', nobody: string]>>
> = {
  payer: ['payer', ''],
  physician: ['staff', 'No signature on record'],
  coordinator: ['staff', 'Nobody’s'],
};

export function tableOf(dimension: MetricDimension): 'payer' | 'staff' | null {
  return tables[dimension]?.[0] ?? null;
}

/** The name of a key as SQL, and what has to be joined for it. */
export function nameSql(dimension: MetricDimension, key: string, at: number, rows: MetricRows) {
  const table = tableOf(dimension);
  if (table === null) return { name: 'NULL', join: '' };
  const join = `LEFT JOIN stipple.${table} n${at} ON n${at}.clinic_id = ${rows.clinic} AND n${at}.id = nullif(${key}, '')::uuid`;
  return { name: `n${at}.name`, join };
}

/** What a key is called, where the table did not say. */
export function nameOf(dimension: MetricDimension, key: string, name: string | null): string {
  if (name !== null) return name;
  switch (dimension) {
    case 'plan_type':
      return planTypeWords[key as PlanType];
    case 'level':
      return challengeKindWords[key as ChallengeKind];
    case 'class':
      return denialClassWords[key as DenialClass];
    case 'avoidable':
      return avoidableCauseWords[key as AvoidableCause];
    case 'urgency':
      return key === 'expedited' ? 'Expedited' : 'Standard';
    case 'reason':
      return key === '' ? denialReasonWords(null) : `${key} ${denialReasonWords(key)}`;
    case 'codes':
      return key.replaceAll(',', ' + ');
    default:
      return tables[dimension]?.[1] ?? key;
  }
}
