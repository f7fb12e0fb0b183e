import { type MetricDimension, type MetricKey, type MetricMode, metricOf } from '@stipple/domain';
import type { SlowCount, Thing } from './counted-things';

export interface SlowQuestion {
  readonly mode: MetricMode;
  readonly from: string;
  readonly to: string;
  readonly filters: Readonly<Partial<Record<MetricDimension, string>>>;
}

export interface SlowFigure {
  readonly part: readonly string[];
  readonly whole: readonly string[];
  readonly median: number | null;
  readonly ninthDecile: number | null;
  readonly cents: number | null;
  readonly seconds: number | null;
}

const reasons: readonly string[] = ['reason', 'class', 'avoidable'];
/** Decisions, of which only some have a reason; a filter by one leaves the whole as it is. */
const ofDecisions: readonly MetricKey[] = ['denial_rate', 'adverse_rate'];
const withoutReason: readonly MetricKey[] = [
  'first_pass_rate',
  'payer_days',
  'within_deadline_rate',
  'late_decisions',
  'money_asked',
  'money_granted',
  'open_time',
  'payer_time',
  'clinic_time',
];

/** A figure for a question. */
export function slowFigure(count: SlowCount, metric: MetricKey, question: SlowQuestion): SlowFigure {
  const { modes } = metricOf(metric);
  const mode = modes.includes(question.mode) ? question.mode : (modes[0] ?? 'event');
  const fits = (thing: Thing, about: 'subject' | 'reason') =>
    Object.entries(question.filters).every(
      ([dimension, key]) =>
        reasons.includes(dimension) !== (about === 'reason') ||
        (dimension === 'level' && metric !== 'overturn_rate') ||
        thing.attributes[dimension as MetricDimension] === key,
    );
  const subject = count
    .things(metric, mode)
    .filter(({ day }) => question.from <= day && day <= question.to)
    .filter((thing) => fits(thing, 'subject'));
  const narrowed = withoutReason.includes(metric)
    ? subject
    : subject.filter((thing) => fits(thing, 'reason'));
  const whole = ofDecisions.includes(metric) ? subject : narrowed;
  const values = whole.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const { unit } = metricOf(metric);
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    part: narrowed.filter(({ part }) => part).map(({ id }) => id),
    whole: whole.map(({ id }) => id),
    median: unit === 'days' ? quantile(values, 0.5) : null,
    ninthDecile: unit === 'days' ? quantile(values, 0.9) : null,
    cents: unit === 'cents' ? sum : null,
    seconds: unit === 'seconds' ? sum : null,
  };
}

/** What the things of a metric are told apart by; those without a key belong to no group. */
export function slowKeys(count: SlowCount, metric: MetricKey, by: MetricDimension, question: SlowQuestion) {
  const { modes } = metricOf(metric);
  const mode = modes.includes(question.mode) ? question.mode : (modes[0] ?? 'event');
  const keys = count
    .things(metric, mode)
    .filter(({ day }) => question.from <= day && day <= question.to)
    .map(({ attributes }) => attributes[by]);
  return [...new Set(keys)].filter((key) => key !== null);
}

/** In proportion between the two values that it falls between. */
function quantile(sorted: readonly number[], share: number): number | null {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}
