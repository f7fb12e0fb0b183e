import type { CompletenessReport } from '@stipple/contracts';
import { measuredBias, formatNumber } from '@stipple/domain';

type Association = CompletenessReport['association'];
type Difference = NonNullable<Association['within']>;

const points = (share: number) => (Math.abs(share) * 100).toFixed(1);
const signed = (share: number) => `${share < 0 ? '−' : '+'}${points(share)}`;

/** What was found, as something that goes together: nobody can see from it what would have happened otherwise. */
export function associationSentence({ within, compared, enough }: Association): string {
  if (within === null)
    return 'Nothing to compare: no payer and code has both requests that met every criterion and requests with something open.';
  const n = `${formatNumber(compared)} first decisions`;
  if (!enough)
    return `Too few to say anything: fewer than ten on one side, of ${n} that can be compared within a payer and code.`;
  const interval = `95% interval ${signed(within.low)} to ${signed(within.high)} points; ${n}`;
  if (within.low <= 0 && within.high >= 0)
    return `Within the same payer and code, no difference can be told from chance (${difference(within)}; ${interval}).`;
  const more = within.difference > 0 ? 'more' : 'less';
  return `Within the same payer and code, requests with something open were denied ${more} often by ${points(within.difference)} points (${interval}).`;
}

/** As if all payers and codes were alike. */
export function crudeSentence({ crude, within }: Association): string {
  if (crude === null || within === null) return '';
  return `Without regard to payer and code it would read ${difference(crude)}: payers differ in both.`;
}

export function difference({ difference: share }: Pick<Difference, 'difference'>): string {
  return `${signed(share)} points`;
}

/** How far to trust it, where the truth is known. */
export const biasSentence = `Where the truth is known, on ${formatNumber(measuredBias.cases)} invented cases that differ in something no record shows, the true effect was ${measuredBias.truth} points; this comparison said ${measuredBias.within}, a plain one ${measuredBias.crude}. So read it as what goes together, and rather too high than too low.`;

/** Of a share on a line from 0 to 100%. */
export const percentOf = (share: number) => `${(share * 100).toFixed(1)}%`;
