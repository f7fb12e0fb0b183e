import type { Metric } from './metric';
import type { MetricKey } from './metrics';

/** Of what was counted: whose, by whom, for what, when. */
const subjectDimensions = [
  'payer',
  'plan_type',
  'codes',
  'physician',
  'coordinator',
  'urgency',
  'completeness',
  'month',
] as const;
/** Why it was decided so: only what did not grant everything has a reason. */
export const reasonDimensions = ['reason', 'class', 'avoidable'] as const;
export type ReasonDimension = (typeof reasonDimensions)[number];

export const metricDimensions = [...subjectDimensions, 'level', ...reasonDimensions] as const;
export type MetricDimension = (typeof metricDimensions)[number];

export const dimensionWords: Readonly<Record<MetricDimension, string>> = {
  payer: 'Payer',
  plan_type: 'Plan type',
  codes: 'Codes asked for',
  physician: 'Physician who signed the letter of medical necessity',
  coordinator: 'Coordinator who owned the case when it was sent',
  urgency: 'Urgency',
  completeness: 'Criteria of the policy when it was sent',
  month: 'Month',
  level: 'Level of the challenge',
  reason: 'Reason',
  class: 'Class',
  avoidable: 'What would have avoided it',
};

/** What narrows to each dimension, in a question to the API and in the address of the page. */
export const filterParameters = {
  payer: 'payerId',
  plan_type: 'planType',
  codes: 'codes',
  physician: 'physicianId',
  coordinator: 'coordinatorId',
  urgency: 'urgency',
  completeness: 'completeness',
  month: 'month',
  level: 'level',
  reason: 'reason',
  class: 'denialClass',
  avoidable: 'avoidable',
} as const satisfies Readonly<Record<MetricDimension, string>>;

export function isReasonDimension(dimension: MetricDimension): dimension is ReasonDimension {
  return (reasonDimensions as readonly string[]).includes(dimension);
}

/** Whether a metric can be grouped, and is narrowed, by a dimension. */
export function hasDimension(
  { key, narrowedByReason }: Metric<MetricKey>,
  dimension: MetricDimension,
): boolean {
  if (dimension === 'level') return key === 'overturn_rate';
  return !isReasonDimension(dimension) || narrowedByReason !== 'nothing';
}
