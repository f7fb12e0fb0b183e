import { createHash } from 'node:crypto';
import { type MetricKey } from '@stipple/domain';
import type { Look } from '../metrics/looks';
import { columnsSql, countsSql, valuesSql } from '../metrics/measured';
import { measureOf } from '../metrics/measures';
import { populationOf } from '../metrics/populations';
import { keptLooks } from './kept-metrics';

/**
 * What a look comes to on each day of a relation `days (clinic_id, day)`, with no filter set: the columns of
 * `stipple.reported_sum`. The job keeps what this says and a reader asks it for the days that are not kept, so that both
 * count the same. Days are looked up one by one (OFFSET 0 keeps PostgreSQL from turning that round): however large the
 * clinic is, a day is a day.
 */
export function countedDaysSql({ metrics, population: name, mode }: Look, days: string): string {
  const { from, within, which } = populationOf(name, mode, { clinic: 'd.clinic_id', period: '= d.day' });
  const columns = metrics.map((key) => columnsSql(key, { sides: (metric) => plainSides(metric, mode) }));
  const apart = ['d.day', ...valuesSql(metrics)].join(', ');
  const counts = metrics.map(countsSql);
  const told = metrics.map((key) => {
    const value = valuesSql([key])[0] ?? 'NULL::int';
    return `('${key}', ${value}, ${key}_whole, ${key}_part, ${key}_sum::numeric)`;
  });
  return /* sql */ `SELECT d.clinic_id, '${mode}' AS mode, s.metric, d.day, s.value, sum(s.whole)::bigint AS whole, sum(s.part)::bigint AS part, sum(s.sum) AS sum
  FROM (SELECT d.clinic_id, ${[apart, ...counts].join(', ')}
      FROM ${days} d CROSS JOIN LATERAL (SELECT ${columns.join(', ')} FROM ${from} WHERE ${within} AND ${which} OFFSET 0) counted
     GROUP BY d.clinic_id, ${apart}) d
  CROSS JOIN LATERAL (VALUES ${told.join(', ')}) s (metric, value, whole, part, sum)
 WHERE s.whole > 0 GROUP BY d.clinic_id, s.metric, d.day, s.value`;
}

/** With no filter set. */
function plainSides(metric: MetricKey, mode: Look['mode']) {
  const { whole = 'true', part = 'true', value } = measureOf(metric, mode);
  return { whole, own: part, value };
}

/** All that is kept of these days. */
export const countedSql = (days: string): string =>
  keptLooks.map((look) => countedDaysSql(look, days)).join('\nUNION ALL ');

/**
 * By which kept sums know that they are of this program's definitions: a hash of what counts them. It changes with the
 * slightest change of a measure, also where nobody thought of a new version.
 */
export const countedBy: string = createHash('sha256').update(countedSql('days')).digest('hex').slice(0, 24);
