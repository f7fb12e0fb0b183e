import type { MetricFigure } from '@stipple/contracts';
import { figureGround, figureValue } from './figure-words';

const figure = (more: Partial<MetricFigure>): MetricFigure => ({
  metric: 'denial_rate',
  version: 2,
  mode: 'event',
  leftOut: [],
  part: 0,
  whole: 0,
  share: null,
  low: null,
  high: null,
  median: null,
  ninthDecile: null,
  cents: null,
  seconds: null,
  enough: false,
  ...more,
});
const said = (more: Partial<MetricFigure>) => [figureValue(figure(more)), figureGround(figure(more))];

it.each([
  [
    'a share with its interval',
    { part: 301, whole: 1204, share: 0.25, low: 0.2263, high: 0.2752 },
    ['25.0%', '301 of 1,204; 22.6–27.5%'],
  ],
  ['nothing to divide by', {}, ['–', 'n = 0']],
  [
    'days, and within how many nine of ten came',
    { metric: 'payer_days', part: 40, whole: 40, median: 1, ninthDecile: 12.5 },
    ['1 day', '9 of 10 within 12.5 days; n = 40'],
  ],
  ['no days', { metric: 'payer_days', whole: 0 }, ['–', 'n = 0']],
  [
    'money, where not everything has an amount',
    { metric: 'money_at_risk', part: 3, whole: 5, cents: 123_456 },
    ['$1,234.56', '3 with an amount; n = 5'],
  ],
  ['no money', { metric: 'money_at_risk', cents: 0 }, ['–', 'n = 0']],
  ['a number', { metric: 'denials', part: 1200, whole: 1200 }, ['1,200', '']],
  ['time, in days', { metric: 'payer_time', part: 2, whole: 2, seconds: 129_600 }, ['1.5 days', 'n = 2']],
] as const)('says %s', (_, more, expected) => expect(said(more)).toEqual(expected));
