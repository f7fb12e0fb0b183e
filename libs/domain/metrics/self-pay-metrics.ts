import type { Metric } from './metric';
import { byDenial, first } from './metric-words';

const once =
  'A case counts once, by its first denial, and each of its agreements once, so that nothing is in the sum twice.';
const soFar = `${byDenial} What was signed and paid since, as it stands now.`;

/** What patients took over themselves after a denial: the end of the way of money, at prices and not at fees. */
// prettier-ignore
export const selfPayMetrics = [
  {
    key: 'self_pay_agreed', name: 'Self-pay agreed', unit: 'cents', modes: ['case'], narrowedByReason: 'both',
    versions: first({
      formula: 'A sum of prices that patients signed to pay themselves.',
      numerator: 'The prices of all self-pay agreements that were signed in a denied case on the day of its first denial or later; of a withdrawn one what was charged before it ended, for no more of it is owed.',
      denominator: null,
      exclusions: `Estimates that nobody signed; withdrawn agreements under which nothing was charged. ${once}`,
      dateBasis: soFar,
    }),
  },
  {
    key: 'self_pay_paid', name: 'Self-pay paid', unit: 'cents', modes: ['case'], narrowedByReason: 'both',
    versions: first({
      formula: 'A sum of what patients paid of these agreements, less what they were given back, in the ledger’s cents.',
      numerator: 'Payments in the ledgers of the agreements that “Self-pay agreed” is about, withdrawn ones among them, less refunds; payments and refunds that were reversed are taken out again.',
      denominator: null,
      exclusions: `What is owed and was not paid, and what was written off; cases in which all that was paid was given back. ${once}`,
      dateBasis: soFar,
    }),
  },
] as const satisfies readonly Metric[];
