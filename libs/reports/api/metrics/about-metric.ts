import { type Metric, metricModeWords, modeOf } from '@stipple/domain';
import type { MetricQuery } from '@stipple/contracts';

/** What a metric counts, in the words of its newest definition: for the head of a file. */
export function aboutMetric(
  metric: Metric,
  { mode }: Pick<MetricQuery, 'mode'>,
): readonly (readonly [label: string, says: string])[] {
  const [{ numerator, denominator, exclusions, dateBasis }] = metric.versions;
  return [
    ['Counted', metricModeWords[modeOf(metric, mode)]],
    ['Numerator', numerator],
    ...(denominator === null ? [] : [['Denominator', denominator] as const]),
    ['Not counted', exclusions],
    ['Day', dateBasis],
  ];
}

/** As “First-decision denial rate (definition 2)”. */
export const titleOf = ({ name, versions: [{ version }] }: Metric) => `${name} (definition ${version})`;
