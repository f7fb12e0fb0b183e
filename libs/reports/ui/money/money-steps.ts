import type { MetricFigure } from '@stipple/contracts';
import { formatCents, moneyMetrics } from '@stipple/domain';

type MoneyMetric = (typeof moneyMetrics)[number];

export const moneyLabels: Readonly<Record<MoneyMetric, string>> = {
  money_asked: 'Asked for',
  money_granted: 'Granted',
  money_denied: 'Denied',
  money_recovered: 'Recovered',
  self_pay_agreed: 'Self-pay agreed',
  self_pay_paid: 'Self-pay paid',
};

/** What a step is a part of: only where it is of the very same cases and of the same prices. */
const partOf: Readonly<Partial<Record<MoneyMetric, readonly [of: MoneyMetric, words: string]>>> = {
  money_granted: ['money_asked', 'of what was asked for'],
  money_recovered: ['money_denied', 'of what was denied'],
  self_pay_paid: ['self_pay_agreed', 'of what was agreed'],
};

export interface MoneyStep {
  readonly figure: MetricFigure;
  /** Of the longest bar, 0 to 1: all are drawn to one scale. */
  readonly length: number;
  /** `66% of what was asked for`; empty where it is a part of none of the others. */
  readonly share: string;
  /** By whose prices. */
  readonly scale: 'fees' | 'prices';
}

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });
const centsOf = (figure: MetricFigure | undefined) => figure?.cents ?? 0;

export function moneySteps(figures: readonly MetricFigure[]): readonly MoneyStep[] {
  const of = (metric: MoneyMetric) => figures.find((figure) => figure.metric === metric);
  const longest = Math.max(1, ...moneyMetrics.map((metric) => centsOf(of(metric))));
  return moneyMetrics.flatMap((metric) => {
    const figure = of(metric);
    if (figure === undefined) return [];
    const [ofWhich, words] = partOf[metric] ?? [];
    const whole = ofWhich === undefined ? 0 : centsOf(of(ofWhich));
    return {
      figure,
      length: centsOf(figure) / longest,
      share: whole === 0 ? '' : `${percent.format(centsOf(figure) / whole)} ${words}`,
      scale: metric.startsWith('self_pay') ? ('prices' as const) : ('fees' as const),
    };
  });
}

/** What the bars show, in words. */
export function moneySummary(figures: readonly MetricFigure[]): string {
  const said = (metric: MoneyMetric) =>
    formatCents(centsOf(figures.find((figure) => figure.metric === metric)));
  return [
    `Payers were asked for ${said('money_asked')} and granted ${said('money_granted')} of it at once.`,
    `They denied ${said('money_denied')}, of which ${said('money_recovered')} was recovered since.`,
    `After denials patients signed for ${said('self_pay_agreed')} themselves and have paid ${said('self_pay_paid')} of it.`,
  ].join(' ');
}
