import type { MetricQuery } from '@stipple/contracts';
import type { Principal, Statement } from '@stipple/database';
import { type MetricKey, type MetricMode, metricOf, modeOf } from '@stipple/domain';
import { looks } from '../metrics/looks';
import { asked } from '../metrics/metric-filters';
import { Parameters, type Range } from '../metrics/parameters';
import { countedBy, countedDaysSql } from './counted-days';
import { isKept } from './kept-metrics';

/** Whether sums by day answer this: nothing but days narrows it. */
export function isAnsweredByDays(metric: MetricKey, query: MetricQuery): boolean {
  return isKept(metric) && asked(query).length === 0;
}

interface Asked {
  readonly range: Range;
  readonly mode: MetricMode;
}
interface Question extends Asked {
  readonly metrics: readonly MetricKey[];
}

/** The sums of several metrics, by metric. */
export function keptSums(who: Principal, question: Question): Statement {
  const parameters = new Parameters(who, question.range);
  const text = /* sql */ `${countedSql(question, parameters)}
SELECT now() AS "asOf", (${sumsByMetric}) AS sums`;
  return parameters.statement(text, null);
}

/** A metric by month, in the shape of its cells, and as `sums` all months together. */
export function keptMonths(who: Principal, metric: MetricKey, { range, mode }: Asked): Statement {
  const parameters = new Parameters(who, range);
  const cell = `json_build_object('keys', json_build_array(json_build_object('key', s.month, 'name', NULL)), 'sums', ${countedJson}, 'ofAll', s.whole)`;
  const text = /* sql */ `${countedSql({ mode, metrics: [metric] }, parameters, true)}
SELECT now() AS "asOf", (${sumsByMetric})->'${metric}' AS sums,
  (SELECT coalesce(json_agg(${cell}), '[]') FROM asked a JOIN (${addedUp('metric, month')}) s ON s.metric = a.metric) AS cells`;
  return parameters.statement(text, null);
}

/** The rows of `counted` in larger groups; of days every number with how often it occurs. */
const addedUp = (
  by: string,
) => /* sql */ `SELECT ${by}, sum(whole)::bigint AS whole, sum(part)::bigint AS part, sum(sum) AS sum,
    json_agg(json_build_array(value, whole)) FILTER (WHERE value IS NOT NULL) AS days FROM counted GROUP BY ${by}`;

/** One metric's sums `s` in the shape of `Counted`, by the unit of `asked a`. */
const countedJson = /* sql */ `json_build_object('part', coalesce(s.part, 0), 'whole', coalesce(s.whole, 0), 'days', CASE a.unit WHEN 'days' THEN coalesce(s.days, '[]') END,
    'cents', CASE a.unit WHEN 'cents' THEN coalesce(s.sum, 0) END, 'seconds', CASE a.unit WHEN 'seconds' THEN coalesce(s.sum, 0) END)`;

const sumsByMetric = /* sql */ `SELECT json_object_agg(a.metric, ${countedJson}) FROM asked a LEFT JOIN (${addedUp('metric')}) s ON s.metric = a.metric`;

/**
 * `asked`: the metrics. `counted`: what they come to, with its month where that is asked for. What is kept of a day is read
 * where nothing has changed since it was counted; every other day is counted from its rows. It is one statement, and so of
 * one moment: whatever is recorded or told meanwhile, each day is there once, as it was. Kept days are handed to the index
 * as an array: joined, each of some thousand sums was held against each of them.
 */
function countedSql(
  { metrics, mode }: Omit<Question, 'range'>,
  parameters: Parameters,
  byMonth = false,
): string {
  const { clinic, from, to, period } = parameters;
  const group = byMonth ? 'metric, month, value' : 'metric, value';
  const wanted = metrics.map(
    (key) => `('${key}', '${modeOf(metricOf(key), mode)}', '${metricOf(key).unit}')`,
  );
  const key = byMonth ? `metric, to_char(day, 'YYYY-MM') AS month, value` : 'metric, value';
  const anew = looks(metrics, mode).map(
    (look) => `SELECT ${key}, whole, part, sum FROM (${countedDaysSql(look, 'anew')}) c`,
  );
  return /* sql */ `WITH asked (metric, mode, unit) AS (VALUES ${wanted.join(', ')}),
  kept AS MATERIALIZED (SELECT d.day FROM stipple.reported_day d WHERE d.clinic_id = ${clinic} AND d.day ${period} AND d.counted_by = ${parameters.add('text', countedBy)}
    AND NOT EXISTS (SELECT FROM stipple.reported_day_changed c WHERE c.clinic_id = ${clinic} AND c.day = d.day)),
  anew AS MATERIALIZED (SELECT ${clinic} AS clinic_id, d.day FROM (SELECT ${from} + n AS day FROM generate_series(0, ${to} - ${from}) n) d WHERE d.day NOT IN (SELECT day FROM kept)),
  told AS (SELECT ${key}, whole, part, sum FROM asked a CROSS JOIN LATERAL (
      SELECT s.day, s.value, s.whole, s.part, s.sum FROM stipple.reported_sum s
       WHERE s.clinic_id = ${clinic} AND s.mode = a.mode AND s.metric = a.metric AND s.day = ANY (ARRAY(SELECT day FROM kept)) OFFSET 0) s
    UNION ALL ${anew.join('\n    UNION ALL ')}),
  counted AS (SELECT ${group}, sum(whole)::bigint AS whole, sum(part)::bigint AS part, sum(sum) AS sum FROM told GROUP BY ${group})`;
}
