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

/** The sums of a metric over the rows it is read from, as pairs of a name and SQL. */
export function sumsSql(metric: MetricKey, rows: MetricRows): readonly (readonly [keyof Counted, string])[] {
  const { whole, part, value } = rows.sides(metric);
  const { unit } = metricOf(metric);
  const of = (share: number) =>
    `percentile_cont(${share}) WITHIN GROUP (ORDER BY ${value ?? 'NULL'}) FILTER (WHERE ${whole})`;
  const sum = `coalesce(sum(${value}) FILTER (WHERE ${whole}), 0)::bigint`;
  return [
    ['part', `count(*) FILTER (WHERE ${part})::int`],
    ['whole', `count(*) FILTER (WHERE ${whole})::int`],
    ['median', unit === 'days' ? of(0.5) : 'NULL'],
    ['ninthDecile', unit === 'days' ? of(0.9) : 'NULL'],
    ['cents', unit === 'cents' ? sum : 'NULL'],
    ['seconds', unit === 'seconds' ? sum : 'NULL'],
  ];
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
