import { decisionMetrics } from './decision-metrics';
import { denialMetrics } from './denial-metrics';
import type { Metric, MetricMode } from './metric';
import { outcomeMetrics } from './outcome-metrics';
import { selfPayMetrics } from './self-pay-metrics';

/** Every figure of the denial reports, each written once: pages, exports and the API say these very words. */
const all = [...decisionMetrics, ...denialMetrics, ...selfPayMetrics, ...outcomeMetrics] as const;

export type MetricKey = (typeof all)[number]['key'];
export const metrics: readonly Metric<MetricKey>[] = all;
export const metricKeys = all.map(({ key }) => key) as readonly MetricKey[] as readonly [
  MetricKey,
  ...MetricKey[],
];

export function metricOf(key: MetricKey): Metric<MetricKey> {
  const found = metrics.find((metric) => metric.key === key);
  if (found === undefined) throw new Error(`there is no metric ${key}`);
  return found;
}

/** The five figures at the top of the denial report. */
export function headlineOf(mode: MetricMode): readonly MetricKey[] {
  const overturns = mode === 'event' ? 'overturn_rate' : 'case_overturn_rate';
  return ['denial_rate', 'first_pass_rate', overturns, 'payer_days', 'money_at_risk'];
}

/** How the intervals beside shares are to be read, and when a share says too little. */
export const intervalWords =
  'The interval says where the true rate lies, 95 times in 100, if what is counted were a random sample (Wilson). Grey: fewer than ten.';
