import type { MetricCell, MetricFigure, MetricQuery } from '@stipple/contracts';
import {
  type Histogram,
  type MetricKey,
  enoughToRate,
  metricOf,
  modeOf,
  quantileOf,
  rateOf,
} from '@stipple/domain';
import { leftOut } from './metric-filters';
import type { Sides } from './metric-rows';

/** What SQL adds up for a figure or a cell. */
export interface Counted {
  readonly part: number;
  readonly whole: number;
  /** Of days: how often each number of them occurs. */
  readonly days: Histogram | null;
  readonly cents: number | null;
  readonly seconds: number | null;
}

/** The columns by which rows are told apart before they are added up: of days every number, for the quantiles. */
export function valuesSql(metrics: readonly MetricKey[]): readonly string[] {
  return metrics.filter((metric) => metricOf(metric).unit === 'days').map((metric) => `${metric}_value`);
}

/** A row's part in a metric, as columns of its own: what is costly to find out is found out once per row. */
export function columnsSql(
  metric: MetricKey,
  rows: { sides(metric: MetricKey): Pick<Sides, 'whole' | 'own' | 'value'> },
): string {
  const { whole, own, value } = rows.sides(metric);
  return `${whole} AS ${metric}_whole, ${own} AS ${metric}_part, ${value ?? 'NULL::int'} AS ${metric}_value`;
}

/** These columns counted within a group of rows that have the same days; adding up again gives any larger group. */
export function countsSql(metric: MetricKey): string {
  const sum = ['cents', 'seconds'].includes(metricOf(metric).unit)
    ? `sum(${metric}_value) FILTER (WHERE ${metric}_whole)`
    : 'NULL::bigint';
  return `count(*) FILTER (WHERE ${metric}_whole) AS ${metric}_whole, count(*) FILTER (WHERE ${metric}_whole AND ${metric}_part) AS ${metric}_part, ${sum} AS ${metric}_sum`;
}

/** The sums of a metric over such counts, as a JSON object. */
export function sumsSql(metric: MetricKey): string {
  const { unit } = metricOf(metric);
  const all = (column: string) => `coalesce(sum(${metric}_${column}), 0)::bigint`;
  const days = `coalesce(json_agg(json_build_array(${metric}_value, ${metric}_whole)) FILTER (WHERE ${metric}_whole > 0), '[]')`;
  return `json_build_object('part', ${all('part')}, 'whole', ${all('whole')}, 'days', ${unit === 'days' ? days : 'NULL'},
    'cents', ${unit === 'cents' ? all('sum') : 'NULL'}, 'seconds', ${unit === 'seconds' ? all('sum') : 'NULL'})`;
}

type Measured = Omit<MetricCell, 'keys'>;

/** With share and interval, which the domain works out; a whole of nothing has none. */
export function measured(metric: MetricKey, { part, whole, days, cents, seconds }: Counted): Measured {
  const median = days && quantileOf(days, 0.5);
  const ninthDecile = days && quantileOf(days, 0.9);
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
