import type { MetricDimension } from '@stipple/domain';

/** As short as a column's head or a field's label; `dimensionWords` says the whole of it. */
export const dimensionLabels: Readonly<Record<MetricDimension, string>> = {
  payer: 'Payer',
  plan_type: 'Plan type',
  codes: 'Codes',
  physician: 'Physician',
  coordinator: 'Coordinator',
  urgency: 'Urgency',
  completeness: 'Criteria when sent',
  month: 'Month',
  level: 'Level',
  reason: 'Reason',
  class: 'Class',
  avoidable: 'Avoidable',
};
