import type { MetricKey } from './metrics';

/** The time that a case was open, as a sum: payer and clinic come to all of it. */
export const timeMetrics = ['payer_time', 'clinic_time', 'open_time'] as const satisfies readonly MetricKey[];

/** The way of money, from what was asked for to what patients paid themselves. */
export const moneyMetrics = [
  'money_asked',
  'money_granted',
  'money_denied',
  'money_recovered',
  'self_pay_agreed',
  'self_pay_paid',
] as const satisfies readonly MetricKey[];
