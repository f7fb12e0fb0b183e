import type { MetricGroups } from '@stipple/contracts';
import { type MetricKey, type ReportRange, metricOf } from '@stipple/domain';
import { type Told, figureGround, figureNumber, figureValue, isFew } from '../figures/figure-words';
import { monthWords } from '../figures/month-words';
import { monthsOf } from '../report/report-period';

export interface TrendPoint {
  readonly month: string;
  readonly words: string;
  /** Null where nothing was counted. */
  readonly told: Told | null;
}

/** One point for every month of the range; a month in which nothing happened has its place, and no value. */
export function trendPoints(
  { cells }: MetricGroups,
  metric: MetricKey,
  range: ReportRange,
): readonly TrendPoint[] {
  return monthsOf(range).map((month) => {
    const cell = cells.find(({ keys }) => keys[0]?.key === month);
    return { month, words: monthWords(month), told: cell ? { ...cell, metric } : null };
  });
}

const said = ({ words, told }: TrendPoint & { readonly told: Told }) =>
  `${figureValue(told)} in ${words}${groundOf(told)}`;
const groundOf = (told: Told) => (figureGround(told) ? ` (${figureGround(told)})` : '');

/** What the chart shows, in words: the last month, and the highest and lowest of those that say enough. */
export function trendSummary(points: readonly TrendPoint[], metric: MetricKey): string {
  const { name } = metricOf(metric);
  const counted = points.filter((point): point is TrendPoint & { told: Told } => point.told !== null);
  const last = counted.at(-1);
  if (last === undefined) return `${name}: nothing to count in any of these months.`;
  const sure = counted
    .filter(({ told }) => !isFew(told) && figureNumber(told) !== null)
    .sort((one, other) => (figureNumber(one.told) ?? 0) - (figureNumber(other.told) ?? 0));
  const [lowest, highest] = [sure[0], sure.at(-1)];
  const between =
    lowest && highest && lowest !== highest ? ` Highest: ${said(highest)}. Lowest: ${said(lowest)}.` : '';
  const grey = counted.some(({ told }) => isFew(told)) ? ' Grey: months with fewer than ten.' : '';
  return `${name}: ${said(last)}.${between}${grey}`;
}
