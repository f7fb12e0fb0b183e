import type { MetricDimension } from '@stipple/domain';
import type { MetricRows } from './metric-rows';

/** Whose name only a table knows, and which. */
const tables: Readonly<Partial<Record<MetricDimension, 'payer' | 'staff'>>> = {
  payer: 'payer',
  physician: 'staff',
  coordinator: 'staff',
};

export function tableOf(dimension: MetricDimension): 'payer' | 'staff' | null {
  return tables[dimension] ?? null;
}

/** The name of a key as SQL, and what has to be joined for it. */
export function nameSql(dimension: MetricDimension, key: string, at: number, rows: MetricRows) {
  const table = tableOf(dimension);
  if (table === null) return { name: 'NULL', join: '' };
  const join = `LEFT JOIN stipple.${table} n${at} ON n${at}.clinic_id = ${rows.clinic} AND n${at}.id = nullif(${key}, '')::uuid`;
  return { name: `n${at}.name`, join };
}
