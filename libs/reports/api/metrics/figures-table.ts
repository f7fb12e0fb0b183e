import type { MetricFigure, MetricQuery } from '@stipple/contracts';
import { dimensionWords, metricModeWords, metricOf } from '@stipple/domain';
import type { Cell, Column, Table } from '@stipple/files';
import { aboutMetric, titleOf } from './about-metric';

/** A share with its interval. */
export const shareColumns: readonly Column[] = [
  { heading: 'Share', kind: 'share', width: 10 },
  { heading: 'Interval from', kind: 'share', width: 14 },
  { heading: 'Interval to', kind: 'share', width: 12 },
];

const columns: readonly Column[] = [
  { heading: 'Figure', kind: 'text', width: 30 },
  { heading: 'Definition', kind: 'number', width: 10 },
  { heading: 'Counted', kind: 'text', width: 18 },
  { heading: 'Numerator', kind: 'number', width: 11 },
  { heading: 'Denominator (n)', kind: 'number', width: 16 },
  ...shareColumns,
  { heading: 'Median days', kind: 'number', width: 12 },
  { heading: 'Ninth decile', kind: 'number', width: 12 },
  { heading: 'US dollars', kind: 'cents', width: 14 },
  { heading: 'Seconds', kind: 'number', width: 14 },
  { heading: 'Filters without use', kind: 'text', width: 22 },
];

/** The figures of a report, one in a row. */
export const figuresTable = (figures: readonly MetricFigure[]): Table =>
  tableOf('Figures', columns, figures.map(cellsOf));

const cellsOf = (figure: MetricFigure): readonly Cell[] => [
  metricOf(figure.metric).name,
  figure.version,
  metricModeWords[figure.mode],
  figure.part,
  figure.whole,
  figure.share,
  figure.low,
  figure.high,
  figure.median,
  figure.ninthDecile,
  figure.cents,
  figure.seconds,
  figure.leftOut.map((dimension) => dimensionWords[dimension]).join(', '),
];

/** What each of them means, for the head of the file. */
export function definitionsOf(
  figures: readonly MetricFigure[],
  query: Pick<MetricQuery, 'mode'>,
): readonly (readonly [label: string, says: string])[] {
  return figures.flatMap(({ metric }) => {
    const about = metricOf(metric);
    return [[titleOf(about), about.versions[0].formula] as const, ...aboutMetric(about, query)];
  });
}

export const tableOf = (
  name: string,
  heads: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Table => ({ name, columns: heads, rows, count: rows.length });
