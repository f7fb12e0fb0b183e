import type { MetricDefinitions } from '@stipple/contracts';
import { hasDimension, intervalWords, metricDimensions, metrics } from '@stipple/domain';

/** The domain's own words, as the API gives them. */
export const metricDefinitions: MetricDefinitions = {
  metrics: metrics.map((metric) => ({
    key: metric.key,
    name: metric.name,
    unit: metric.unit,
    modes: [...metric.modes],
    dimensions: metricDimensions.filter((dimension) => hasDimension(metric, dimension)),
    versions: [...metric.versions],
  })),
  interval: intervalWords,
};
