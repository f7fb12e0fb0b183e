import { type MetricDimension, type MetricKey, isReasonDimension, metricOf } from '@stipple/domain';
import { nameSql } from './dimension-names';
import { columnsSql, countsSql, sumsSql, valuesSql } from './measured';
import type { MetricRows } from './metric-rows';

/**
 * A metric over the rows and over each group of them, as one statement. Where decisions are grouped by why they were
 * adverse, a cell is a part of all decisions of its payer, month or person, `of_all`: most decisions have no reason to be
 * grouped by.
 */
export function cellsSql(rows: MetricRows, metric: MetricKey, by: readonly MetricDimension[]): string {
  const keys = by.map((dimension, at) => ({ dimension, sql: rows.keyOf(dimension), name: `key${at}` }));
  const columns = keys.map(({ sql, name }) => `${sql} AS ${name}`).join(', ');
  const all = keys.map(({ name }) => name).join(', ');
  const subjects = keys.filter(({ dimension }) => !isReasonDimension(dimension)).map(({ name }) => name);
  const among = subjects.length === 0 ? '' : `PARTITION BY ${subjects.join(', ')}`;
  const names = keys.map(({ dimension, name }, at) => nameSql(dimension, `g.${name}`, at, rows));
  const told = keys.map(({ name }, at) => `json_build_object('key', g.${name}, 'name', ${names[at]?.name})`);
  const apart = [all, ...valuesSql([metric])].join(', ');
  return /* sql */ `WITH told AS MATERIALIZED (SELECT ${apart}, ${countsSql(metric)} FROM (SELECT ${columns}, ${columnsSql(metric, rows)} ${rows.text()}) counted GROUP BY ${apart}),
  grouped AS (SELECT ${all}, ${sumsSql(metric)} AS sums, (sum(sum(${metric}_whole)) OVER (${among}))::int AS of_all FROM told GROUP BY ${all})
SELECT now() AS "asOf", (SELECT ${sumsSql(metric)} FROM told) AS sums,
  (SELECT coalesce(json_agg(json_build_object('keys', json_build_array(${told.join(', ')}), 'sums', g.sums, 'ofAll', g.of_all)), '[]')
    FROM grouped g ${names.map(({ join }) => join).join(' ')}
   WHERE ${keys.map(({ name }) => `g.${name} IS NOT NULL`).join(' AND ')} AND (g.sums->>'${isOfAll(metric, by) ? 'part' : 'whole'}')::int > 0) AS cells`;
}

/** Whether the cells of such a question are parts of `of_all` and not of their own rows. */
export function isOfAll(metric: MetricKey, by: readonly MetricDimension[]): boolean {
  return metricOf(metric).narrowedByReason === 'numerator' && by.some(isReasonDimension);
}
