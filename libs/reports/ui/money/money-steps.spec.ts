import type { MetricFigure } from '@stipple/contracts';
import type { MetricKey } from '@stipple/domain';
import { moneySteps, moneySummary } from './money-steps';

const figure = (metric: MetricKey, cents: number, whole = 3) => ({ metric, cents, whole }) as MetricFigure;
const figures = [
  figure('money_asked', 200_000),
  figure('money_granted', 120_000),
  figure('money_denied', 100_000),
  figure('money_recovered', 25_000),
  figure('self_pay_agreed', 60_000),
  figure('self_pay_paid', 15_050),
];

it('draws every step to one scale, the longest to the end', () =>
  expect(moneySteps(figures).map(({ figure: { metric }, length }) => [metric, length])).toEqual([
    ['money_asked', 1],
    ['money_granted', 0.6],
    ['money_denied', 0.5],
    ['money_recovered', 0.125],
    ['self_pay_agreed', 0.3],
    ['self_pay_paid', 0.07525],
  ]));

it('divides only what is of the same cases at the same prices', () =>
  expect(moneySteps(figures).map(({ share }) => share)).toEqual([
    '',
    '60% of what was asked for',
    '',
    '25% of what was denied',
    '',
    '25% of what was agreed',
  ]));

it('marks what is at signed prices apart from what is at worksheet fees', () =>
  expect(moneySteps(figures).map(({ scale }) => scale)).toEqual([
    'fees',
    'fees',
    'fees',
    'fees',
    'prices',
    'prices',
  ]));

it('says it in words, and divides nothing by nothing', () => {
  expect(moneySummary(figures)).toBe(
    'Payers were asked for $2,000.00 and granted $1,200.00 of it at once. They denied $1,000.00, of which $250.00 was recovered since. After denials patients signed for $600.00 themselves and have paid $150.50 of it.',
  );
  const none = moneySteps([figure('money_asked', 0, 0), figure('money_granted', 0, 0)]);
  expect(none.map(({ length, share }) => [length, share])).toEqual([
    [0, ''],
    [0, ''],
  ]);
});
