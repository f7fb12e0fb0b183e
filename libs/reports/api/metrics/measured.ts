import type { MetricCell, MetricFigure, MetricQuery } from '@stipple/contracts';
import { type MetricKey, enoughToRate, metricOf, modeOf, rateOf } from '@stipple/domain';
import { leftOut } from './metric-filters';
import type { MetricRows } from './metric-rows';

/** What SQL adds up for a figure or a cell. */
export interface Counted {
  readonly part: number;
  readonly whole: number;
  readonly median: number | null;
  readonly ninthDecile: number | null;
  readonly cents: number | null;
  readonly seconds: number | null;
}

/** A row's part in a metric, as columns of its own: what is costly to find out is found out once per row. */
export function columnsSql(metric: MetricKey, rows: MetricRows): string {
  const { whole, own, value } = rows.sides(metric);
  return `${whole} AS ${metric}_whole, ${own} AS ${metric}_part, ${value ?? 'NULL::int'} AS ${metric}_value`;
}

/** The sums of a metric over these columns, as a JSON object. */
export function sumsSql(metric: MetricKey): string {
  const { unit } = metricOf(metric);
  const counts = `FILTER (WHERE ${metric}_whole)`;
  const quantile = (share: number) =>
    `percentile_cont(${share}) WITHIN GROUP (ORDER BY ${metric}_value) ${counts}`;
  const sum = `coalesce(sum(${metric}_value) ${counts}, 0)::bigint`;
  return `json_build_object('part', count(*) FILTER (WHERE ${metric}_whole AND ${metric}_part), 'whole', count(*) ${counts},
    'median', ${unit === 'days' ? quantile(0.5) : 'NULL'}, 'ninthDecile', ${unit === 'days' ? quantile(0.9) : 'NULL'},
    'cents', ${unit === 'cents' ? sum : 'NULL'}, 'seconds', ${unit === 'seconds' ? sum : 'NULL'})`;
}

type Measured = Omit<MetricCell, 'keys'>;

/** With share and interval, which the domain works out; a whole of nothing has none. */
export function measured(
  metric: MetricKey,
  { part, whole, median, ninthDecile, cents, seconds }: Counted,
): Measured {
  const common = { part, whole, median, ninthDecile, cents, seconds };
  if (metricOf(metric).unit !== 'share')
    return { ...common, share: null, low: null, high: null, enough: whole >= enoughToRate };
  const { share, low, high, enough } = rateOf(part, whole);
  return { ...common, share, low: share === null ? null : low, high: share === null ? null : high, enough };
}

export function figureOf(metric: MetricKey, counted: Counted, query: MetricQuery): MetricFigure {
  const about = metricOf(metric);
  return {
    metric,
    version: about.versions[0].version,
    mode: modeOf(about, query.mode),
    leftOut: [...leftOut(metric, query)],
    ...measured(metric, counted),
  };
}
