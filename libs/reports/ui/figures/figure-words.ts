import type { MetricCell } from '@stipple/contracts';
import { type MetricKey, formatCents, metricOf } from '@stipple/domain';

/** How much of which metric, of how many: a figure as well as a cell. */
export type Told = Omit<MetricCell, 'keys'> & { readonly metric: MetricKey };

const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const plain = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });
const days = (value: number) => (value === 1 ? '1 day' : `${plain(value)} days`);

/** A figure as it stands on a page: a dash where there is nothing to say. */
export function figureValue({ metric, share, median, cents, seconds, part, whole }: Told): string {
  switch (metricOf(metric).unit) {
    case 'share':
      return share === null ? '–' : percent.format(share);
    case 'days':
      return median === null ? '–' : days(median);
    case 'cents':
      return cents === null || whole === 0 ? '–' : formatCents(cents);
    case 'seconds':
      return seconds === null || whole === 0 ? '–' : days(seconds / 86_400);
    case 'count':
      return plain(part);
  }
}

/** Of how many it is, and how sure that makes it: n is never left out. */
export function figureGround(told: Told): string {
  const { metric, part, whole, ninthDecile } = told;
  const n = `n = ${plain(whole)}`;
  switch (metricOf(metric).unit) {
    case 'share':
      return whole === 0 ? n : `${figureCount(told)}; ${figureInterval(told)}`;
    case 'days':
      return ninthDecile === null ? n : `9 of 10 within ${days(ninthDecile)}; ${n}`;
    case 'cents':
    case 'seconds':
      return part === whole ? n : `${plain(part)} with an amount; ${n}`;
    case 'count':
      return '';
  }
}

/** What is drawn and sorted by; null where there is nothing to say. */
export function figureNumber({ metric, share, median, cents, seconds, part, whole }: Told): number | null {
  const { unit } = metricOf(metric);
  if (unit === 'count') return part;
  return whole === 0 ? null : { share, days: median, cents, seconds }[unit];
}

/** How many stand behind it, and of how many where it is a part of them: `12 of 40`. */
export function figureCount({ metric, part, whole }: Told): string {
  return metricOf(metric).unit === 'share' ? `${plain(part)} of ${plain(whole)}` : plain(whole);
}

/** Of a share, where its true value may lie: `22.6–27.5%`; empty for all else. */
export function figureInterval({ low, high, whole }: Told): string {
  return low === null || high === null || whole === 0
    ? ''
    : `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%`;
}

/** Whether it says more about chance than about anybody: a rate or a median of fewer than ten. A sum is what it is. */
export function isFew({ metric, enough }: Told): boolean {
  return !enough && ['share', 'days'].includes(metricOf(metric).unit);
}

/** An axis has no room for more than a round number: `25%`, `12`, `$4,000`. */
export function axisWords(metric: MetricKey, value: number): string {
  switch (metricOf(metric).unit) {
    case 'share':
      return `${plain(value * 100)}%`;
    case 'cents':
      return `$${plain(value / 100)}`;
    case 'seconds':
      return plain(value / 86_400);
    default:
      return plain(value);
  }
}
