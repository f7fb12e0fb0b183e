import type { Aged } from '@stipple/contracts';
import { ageBandWords, formatCents, formatNumber } from '@stipple/domain';

/** What is aged, in the words of its card. */
export interface AgedThings {
  readonly one: string;
  readonly many: string;
}

const counted = (count: number, { one, many }: AgedThings) =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** The table in a sentence: how many and how much, how many of them are older than 30 days, and the oldest. */
export function agedSummary(
  { count, cents, withCents, oldestDays, bands }: Aged,
  things: AgedThings,
): string {
  if (count === 0) return '';
  const late = bands.reduce((sum, band) => (band.band === 'to_30' ? sum : sum + band.count), 0);
  const unpriced = count - withCents;
  return [
    `${counted(count, things)}, ${formatCents(cents)} in all`,
    unpriced === 0 ? '' : ` (${formatNumber(unpriced)} without a fee)`,
    late === 0 ? `; none is older than 30 days` : `; ${formatNumber(late)} older than 30 days`,
    oldestDays === null ? '.' : `, the oldest ${oldestDays === 1 ? '1 day' : `${oldestDays} days`}.`,
  ].join('');
}

/** Each band with how long its bar is: by money where there is any, so that what weighs most is longest. */
export function agedRows({ bands, cents }: Aged) {
  const weight = (band: Aged['bands'][number]) => (cents > 0 ? band.cents : band.count);
  const most = Math.max(1, ...bands.map(weight));
  return bands.map((band) => ({ ...band, words: ageBandWords[band.band], length: weight(band) / most }));
}
