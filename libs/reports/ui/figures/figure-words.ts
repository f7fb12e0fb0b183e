import type { MetricFigure } from '@stipple/contracts';
import { formatCents, metricOf } from '@stipple/domain';

const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const plain = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });
const days = (value: number) => (value === 1 ? '1 day' : `${plain(value)} days`);

/** A figure as it stands on a page: a dash where there is nothing to say. */
export function figureValue({ metric, share, median, cents, seconds, part, whole }: MetricFigure): string {
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
export function figureGround({ metric, part, whole, low, high, ninthDecile }: MetricFigure): string {
  const n = `n = ${plain(whole)}`;
  switch (metricOf(metric).unit) {
    case 'share':
      return low === null || high === null || whole === 0
        ? n
        : `${plain(part)} of ${plain(whole)}; ${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%`;
    case 'days':
      return ninthDecile === null ? n : `9 of 10 within ${days(ninthDecile)}; ${n}`;
    case 'cents':
    case 'seconds':
      return part === whole ? n : `${plain(part)} with an amount; ${n}`;
    case 'count':
      return '';
  }
}
