import { hasDimension, metricDimensions } from './metric-dimensions';
import { metricModes, modeOf } from './metric';
import { headlineOf, metricKeys, metricOf, metrics } from './metrics';

it.each(metrics)('$key says what it counts, of what, by which day and without what', (metric) => {
  for (const { formula, numerator, exclusions, dateBasis } of metric.versions)
    for (const words of [formula, numerator, exclusions, dateBasis]) expect(words).toMatch(/^[A-Z].*\.$/s);
  const divided = metric.versions.map(({ denominator }) => denominator !== null);
  expect(new Set(divided)).toEqual(new Set([metric.unit === 'share']));
});

it.each(metrics)(
  '$key numbers its versions downwards to 1, and says of each later one what changed',
  (metric) => {
    expect(metric.versions.map(({ version }) => version)).toEqual(
      metric.versions.map((_, index) => metric.versions.length - index),
    );
    for (const { version, change } of metric.versions) expect(change === null).toBe(version === 1);
  },
);

it('has five figures at the top in each mode, each of which answers in that mode or says its own', () => {
  for (const mode of metricModes) {
    expect(new Set(headlineOf(mode)).size).toBe(5);
    for (const key of headlineOf(mode)) expect(metricKeys).toContain(key);
  }
  expect(modeOf(metricOf('denial_rate'), 'case')).toBe('case');
  expect(modeOf(metricOf('overturn_rate'), 'case')).toBe('event');
  expect(modeOf(metricOf('money_at_risk'), 'event')).toBe('case');
});

it('tells challenges apart by level, and nothing by a reason that has none', () => {
  const having = (dimension: (typeof metricDimensions)[number]) =>
    metrics.filter((metric) => hasDimension(metric, dimension)).map(({ key }) => key);
  expect(having('level')).toEqual(['overturn_rate']);
  expect(having('payer')).toEqual(metricKeys);
  expect(metricKeys.filter((key) => !having('reason').includes(key))).toEqual([
    'first_pass_rate',
    'payer_days',
    'within_deadline_rate',
    'late_decisions',
    'money_asked',
    'money_granted',
    'open_time',
    'payer_time',
    'clinic_time',
  ]);
});
