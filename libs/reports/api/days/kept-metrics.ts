import { type MetricKey, metricKeys, metricModes } from '@stipple/domain';
import { type Look, looks } from '../metrics/looks';

/**
 * What sums by day cannot answer for, because it changes while no counted row does: what the program's rules make of clocks
 * and of codes. It is counted from the rows each time.
 */
const countedEachTime: ReadonlySet<MetricKey> = new Set<MetricKey>([
  'within_deadline_rate',
  'late_decisions',
  'avoidable_rate',
]);

export const isKept = (metric: MetricKey): boolean => !countedEachTime.has(metric);

/** All sums that are kept, as the looks that count them. */
export const keptLooks: readonly Look[] = metricModes.flatMap((mode) =>
  looks(
    metricKeys.filter((key) => isKept(key)),
    mode,
  ).filter((look) => look.mode === mode),
);
