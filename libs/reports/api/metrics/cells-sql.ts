import { type MetricDimension, type MetricKey, isReasonDimension, metricOf } from '@stipple/domain';
import { nameSql } from './dimension-names';
import { sumsSql } from './measured';
import type { MetricRows } from './metric-rows';

/**
 * A metric over the rows and over each group of them, as one statement. Where decisions are grouped by why they were
 * adverse, a cell is a part of all decisions of its payer, month or person: most decisions have no reason to be grouped by.
 */
export function cellsSql(rows: MetricRows, metric: MetricKey, by: readonly MetricDimension[]): string {
  const ofAll = metricOf(metric).narrowedByReason === 'numerator' && by.some(isReasonDimension);
  const keys = by.map((dimension, at) => ({ dimension, at, sql: rows.keyOf(dimension), name: `key${at}` }));
  const sums = sumsSql(metric, rows);
  const names = keys.map(({ dimension, name, at }) => nameSql(dimension, `g.${name}`, at, rows));
  const subjects = keys.filter(({ dimension }) => !isReasonDimension(dimension)).map(({ name }) => name);
  const partition = subjects.length === 0 ? '' : `PARTITION BY ${subjects.join(', ')}`;
  const told = keys.map(
    ({ name }, at) => `json_build_object('key', g.${name}, 'name', ${names[at]?.name ?? 'NULL'})`,
  );
  const members = sums.map(([name]) => `'${name}', g."${ofAll && name === 'whole' ? 'all' : name}"`);
  return /* sql */ `WITH grouped AS (SELECT ${[
    ...keys.map(({ sql, name }) => `${sql} AS ${name}`),
    ...sums.map(([name, sql]) => `${sql} AS "${name}"`),
  ].join(', ')} ${rows.text()} GROUP BY ${keys.map(({ at }) => at + 1).join(', ')})
SELECT now() AS "asOf", (SELECT json_build_object(${sums.map(([name, sql]) => `'${name}', ${sql}`).join(', ')}) ${rows.text()}) AS sums,
  (SELECT coalesce(json_agg(json_build_object('keys', json_build_array(${told.join(', ')}), ${members.join(', ')})), '[]')
    FROM (SELECT *, (sum(whole) OVER (${partition}))::int AS "all" FROM grouped) g ${names.map(({ join }) => join).join(' ')}
   WHERE ${keys.map(({ name }) => `g.${name} IS NOT NULL`).join(' AND ')} AND g.${ofAll ? 'part' : 'whole'} > 0) AS cells`;
}
