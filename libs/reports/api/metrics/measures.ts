import { type MetricKey, type MetricMode, countedCauses, metricOf, modeOf } from '@stipple/domain';
import type { JoinName } from './joins';
import type { Counting } from './metric-rows';
import type { PopulationName } from './populations';

/** What each metric counts over. */
const countsOver: Readonly<Record<MetricKey, PopulationName>> = {
  denial_rate: 'decisions',
  adverse_rate: 'decisions',
  first_pass_rate: 'decisions',
  payer_days: 'decisions',
  within_deadline_rate: 'decisions',
  late_decisions: 'decisions',
  denials: 'denials',
  avoidable_rate: 'denials',
  appeal_rate: 'denials',
  days_to_appeal: 'denials',
  self_pay_conversion: 'denials',
  money_at_risk: 'denials',
  money_asked: 'decisions',
  money_granted: 'decisions',
  money_denied: 'denials',
  money_recovered: 'denials',
  self_pay_agreed: 'denials',
  self_pay_paid: 'denials',
  overturn_rate: 'challenges',
  case_overturn_rate: 'closed_cases',
  open_time: 'sent_cases',
  payer_time: 'sent_cases',
  clinic_time: 'sent_cases',
};

/** What a metric counts, and what of it counts once, where that mode is asked for. */
export function countingOf(metric: MetricKey, asked: MetricMode): Counting {
  return { population: countsOver[metric], mode: modeOf(metricOf(metric), asked) };
}

/** A metric as conditions on the rows of its population. */
export interface Measure {
  /** Of a share: what belongs to its part. */
  readonly part?: string;
  /** What belongs to it at all; without one, every row. */
  readonly whole?: string;
  /** Days, or cents. */
  readonly value?: string;
  readonly needs?: readonly JoinName[];
}

/** The first formal challenge that was sent: of the request, or of its case from the day of the denial on. */
const appealedOn = (mode: MetricMode) => (mode === 'event' ? 'r.appealed_on' : 'r.case_appealed_on');

/** What belongs to it is what has a value, unless something narrower is said. */
const valueOf = (value: string, whole = `${value} IS NOT NULL`): Measure => ({ whole, value });

const measures: Readonly<Record<MetricKey, (mode: MetricMode) => Measure>> = {
  denial_rate: () => ({ part: `r.state = 'denied'` }),
  adverse_rate: () => ({ part: `r.state <> 'approved'` }),
  first_pass_rate: () => ({ part: 'r.first_pass' }),
  payer_days: () => valueOf('r.payer_days'),
  within_deadline_rate: () => ({
    whole: 'timely.in_time IS NOT NULL',
    part: 'timely.in_time',
    needs: ['timely'],
  }),
  late_decisions: () => ({ whole: 'NOT timely.in_time', needs: ['timely'] }),
  denials: () => ({}),
  avoidable_rate: () => ({
    part: `m.avoidable IN (${countedCauses.map((cause) => `'${cause}'`).join(', ')})`,
    needs: ['meaning'],
  }),
  appeal_rate: (mode) => ({ part: `${appealedOn(mode)} IS NOT NULL` }),
  days_to_appeal: (mode) => ({
    whole: `${appealedOn(mode)} IS NOT NULL`,
    value: `${appealedOn(mode)} - r.decided_on`,
  }),
  self_pay_conversion: () => ({ part: 'r.signed_since' }),
  money_at_risk: () =>
    valueOf(
      'r.asked_cents',
      'r.case_open AND NOT r.authorized_since AND NOT r.signed_since AND r.asked_cents IS NOT NULL',
    ),
  money_asked: () => valueOf('r.asked_cents'),
  money_granted: () => valueOf('r.granted_cents'),
  money_denied: () => valueOf('r.asked_cents'),
  money_recovered: () => valueOf('r.asked_cents', 'r.authorized_since AND r.asked_cents IS NOT NULL'),
  self_pay_agreed: () => valueOf('r.agreed_cents'),
  self_pay_paid: () => valueOf('r.paid_cents'),
  overturn_rate: () => ({
    part: `h.state IN ('overturned', 'partly_overturned')`,
  }),
  case_overturn_rate: () => ({ part: 'r.authorized_since' }),
  open_time: () => ({ value: 'r.open_seconds' }),
  payer_time: () => ({ value: 'r.payer_seconds' }),
  clinic_time: () => ({ value: 'r.open_seconds - r.payer_seconds' }),
};

export function measureOf(metric: MetricKey, mode: MetricMode): Measure {
  return measures[metric](mode);
}
