import { dimensionKeyName, isDimensionKey } from './dimension-keys';

const someone = '019365a0-0000-7000-8000-000000000001';

it.each([
  ['payer', someone],
  ['physician', ''],
  ['coordinator', someone],
  ['plan_type', 'medicare_advantage'],
  ['codes', '0479T,17999'],
  ['month', '2026-11'],
  ['level', 'appeal_1'],
  ['reason', ''],
  ['class', 'clinical'],
  ['avoidable', 'screening'],
  ['urgency', 'expedited'],
  ['completeness', 'open'],
  ['completeness', ''],
] as const)('narrows %s to “%s”', (dimension, key) => expect(isDimensionKey(dimension, key)).toBe(true));

it.each([
  ['payer', ''],
  ['payer', 'Aetna'],
  ['plan_type', 'gold'],
  ['codes', '17999,'],
  ['month', '2026-13'],
  ['reason', 'a reason that is no code'],
  ['class', 'constructor'],
  ['completeness', 'nearly'],
] as const)('does not take for %s: “%s”', (dimension, key) =>
  expect(isDimensionKey(dimension, key)).toBe(false),
);

it.each([
  ['payer', someone, 'Harbor Health', 'Harbor Health'],
  ['physician', '', null, 'No signature on record'],
  ['coordinator', '', null, 'Nobody’s'],
  ['reason', '', null, 'No code given'],
  ['reason', '50', null, '50 Not medically necessary'],
  ['reason', 'Q7', null, 'Q7 Code Q7, not in the current list'],
  ['codes', '0479T,17999', null, '0479T + 17999'],
  ['urgency', 'expedited', null, 'Expedited'],
  ['month', '2026-11', null, '2026-11'],
  ['completeness', 'met', null, 'Every criterion met'],
  ['completeness', '', null, 'Not screened by a policy'],
] as const)('calls %s “%s”, whose record says %s, “%s”', (dimension, key, name, expected) =>
  expect(dimensionKeyName(dimension, key, name)).toBe(expected),
);
