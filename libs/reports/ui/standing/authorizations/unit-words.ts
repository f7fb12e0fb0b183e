import type { AuthorizationsReport, UnitSums } from '@stipple/contracts';
import { formatNumber } from '@stipple/domain';

/** Units performed of units approved, in whole percent; a dash where nothing was approved. */
export function utilizationWords({ performed, units }: Pick<UnitSums, 'performed' | 'units'>): string {
  return units === 0 ? '–' : `${Math.round((100 * performed) / units)}%`;
}

const units = (count: number) => `${formatNumber(count)} ${count === 1 ? 'unit' : 'units'}`;
const authorizations = (count: number) =>
  `${formatNumber(count)} ${count === 1 ? 'authorization' : 'authorizations'}`;

/** What expires, in a sentence: how much would lapse with nothing booked comes first. */
export function expiringSummary({ within, expiring }: AuthorizationsReport): string {
  if (expiring.count === 0) return '';
  const unbooked = expiring.parts.find(({ part }) => part === 'nothing_booked');
  const lapse =
    unbooked === undefined || unbooked.count === 0
      ? 'None of them has units left with nothing booked.'
      : `${units(unbooked.left)} of ${authorizations(unbooked.count)} would lapse with nothing booked.`;
  return `${authorizations(expiring.count)} will expire within ${within} days, with ${units(expiring.left)} left. ${lapse}`;
}

/** What is over, in a sentence. */
export function endedSummary({ ended }: AuthorizationsReport): string {
  if (ended.count === 0) return '';
  return `${units(ended.performed)} of ${units(ended.units)} were performed: ${utilizationWords(ended)} of what was approved.`;
}
