import type { MetricQuery, MetricReport, MetricReportQuery } from '@stipple/contracts';
import type { Principal, Reads, Statement } from '@stipple/database';
import { type MetricKey, headlineOf } from '@stipple/domain';
import { isAnsweredByDays, keptSums } from '../days/kept-sums';
import { asStatement } from './as-statement';
import { type Counted, columnsSql, countsSql, figureOf, sumsSql, valuesSql } from './measured';
import { type Together, readings } from './readings';
import { MetricRows } from './metric-rows';
import type { Range } from './parameters';
import { rangeOf } from './report-range';

type Sums = Readonly<Partial<Record<MetricKey, Counted>>>;

/** The figures that are asked for, or the five at the top, for one question. */
export async function readMetrics(
  reads: Reads,
  who: Principal,
  { metrics: named, ...query }: MetricReportQuery,
): Promise<MetricReport> {
  const range = rangeOf(query, who);
  const metrics = named ?? headlineOf(query.mode);
  const { kept = [], counted = [] } = Object.groupBy(metrics, (key) =>
    isAnsweredByDays(key, query) ? 'kept' : 'counted',
  );
  const statements = await Promise.all([
    ...(kept.length > 0 ? [keptSums(who, { range, metrics: kept, mode: query.mode })] : []),
    ...readings(counted, query.mode).map((together) => sumsOf(reads, who, { range, query, together })),
  ]);
  const answers = await reads.readAll<{ asOf: string; sums: Sums }[]>(statements);
  const sums: Sums = Object.assign({}, ...answers.map(([row]) => row?.sums));
  return {
    ...range,
    asOf: answers[0]?.[0]?.asOf ?? '',
    figures: metrics.map((key) => {
      const counted = sums[key];
      if (counted === undefined) throw new Error(`${key} was not counted`);
      return figureOf(key, counted, query);
    }),
  };
}

interface Question {
  readonly range: Range;
  readonly query: MetricQuery;
  readonly together: Together;
}

function sumsOf(reads: Reads, who: Principal, { range, query, together }: Question): Promise<Statement> {
  const rows = new MetricRows(who, range, query, together);
  const columns = together.map((key) => columnsSql(key, rows));
  const values = valuesSql(together);
  const counts = [...values, ...together.map(countsSql)];
  const sums = together.map((key) => `'${key}', ${sumsSql(key)}`);
  const apart = values.length === 0 ? '' : `GROUP BY ${values.join(', ')}`;
  const text = /* sql */ `WITH told AS (SELECT ${counts.join(', ')} FROM (SELECT ${columns.join(', ')} ${rows.text()}) counted ${apart})
SELECT now() AS "asOf", json_build_object(${sums.join(', ')}) AS sums FROM told`;
  return asStatement(reads, rows, text);
}
