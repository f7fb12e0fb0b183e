import type { MetricKey, MetricMode } from '@stipple/domain';
import { countingOf } from './measures';
import { populationOf } from './populations';

/** Metrics whose rows lie among the same, so that one reading counts them all. */
export type Together = readonly [MetricKey, ...MetricKey[]];

export function readings(metrics: readonly MetricKey[], asked: MetricMode): readonly Together[] {
  const found = new Map<string, Together>();
  for (const key of metrics) {
    const { population, mode } = countingOf(key, asked);
    const { from, within } = populationOf(population, mode, { clinic: '', period: '' });
    const among = `${from} ${within}`;
    const others = found.get(among);
    found.set(among, others === undefined ? [key] : [...others, key]);
  }
  return [...found.values()];
}
