import type { MetricKey, MetricMode } from '@stipple/domain';
import { countingOf } from './measures';
import type { Counting } from './metric-rows';

/** Metrics that are read from the same rows, in one look. */
export interface Look extends Counting {
  readonly metrics: readonly MetricKey[];
}

export function looks(metrics: readonly MetricKey[], asked: MetricMode): readonly Look[] {
  const found = new Map<string, Look>();
  for (const key of metrics) {
    const counting = countingOf(key, asked);
    const name = Object.values(counting).join(' ');
    found.set(name, { ...counting, metrics: [...(found.get(name)?.metrics ?? []), key] });
  }
  return [...found.values()];
}
