import type { Metric } from './metric';
import { atFees, byDenial, everyMode, first, percentiles, reclassed, undecided } from './metric-words';

/** Of what they denied, and what became of it. */
// prettier-ignore
export const denialMetrics = [
  {
    key: 'denials', name: 'Denials', unit: 'count', modes: everyMode, narrowedByReason: 'both',
    versions: reclassed({
      formula: 'A count.', numerator: 'Requests that the payer denied. By case: cases with a denial, each by its first.', denominator: null,
      exclusions: `${undecided} Partial approvals, and approvals with changes.`, dateBasis: byDenial,
    }),
  },
  {
    key: 'avoidable_rate', name: 'Avoidable denial rate', unit: 'share', modes: everyMode, narrowedByReason: 'both',
    versions: first({
      formula: 'Denials that the office could have kept from coming, divided by denials.',
      numerator: 'Denials whose reason or remark falls into an avoidable category, and exclusions (96, 204) of what the signed screening had not found likely to be medical when it was sent.',
      denominator: 'All denials, also those without a reason or with one that is in no list: they are unclassified, and not avoidable. By case: the first denial of each case.',
      exclusions: 'Nothing is left out. What is only partly avoidable is in the denominator alone.', dateBasis: byDenial,
    }),
  },
  {
    key: 'appeal_rate', name: 'Appeal rate', unit: 'share', modes: everyMode, narrowedByReason: 'both',
    versions: first({
      formula: 'Denials that were appealed, divided by denials.',
      numerator: 'Denials against which a reconsideration, an appeal, an external review or a review by the independent entity was sent, whenever that was. By case: cases with a denial, if one was sent on or after that day for any decision of the case.',
      denominator: 'All denials of the period. By case: cases whose first denial was in the period.',
      exclusions: 'Calls between physicians and requests for an exception are no appeals; nor is what was withdrawn before it was sent.', dateBasis: byDenial,
    }),
  },
  {
    key: 'days_to_appeal', name: 'Days from denial to appeal', unit: 'days', modes: everyMode, narrowedByReason: 'both',
    versions: first({
      formula: `Days from the denial to the first appeal sent. ${percentiles}`,
      numerator: 'Whole days from the day of the denial to the day on which the first appeal was sent; what an appeal is stands at the appeal rate.',
      denominator: null, exclusions: 'Denials that were not appealed, so far.', dateBasis: byDenial,
    }),
  },
  {
    key: 'self_pay_conversion', name: 'Self-pay conversion', unit: 'share', modes: everyMode, narrowedByReason: 'both',
    versions: first({
      formula: 'Denials after which the patient signed to pay themselves, divided by denials.',
      numerator: 'Denials of a case in which a self-pay agreement was signed on the day of the denial or later, whatever became of it.',
      denominator: 'All denials of the period. By case: cases whose first denial was in the period.',
      exclusions: 'Estimates that nobody signed.', dateBasis: byDenial,
    }),
  },
  {
    key: 'money_at_risk', name: 'Money at risk', unit: 'cents', modes: ['case'], narrowedByReason: 'both',
    versions: first({
      formula: 'A sum of what was asked for, at the fees of the clinic’s own worksheets.',
      numerator: 'Units asked for in the first denied request of a case, times the fee in the case’s worksheet of the code.',
      denominator: null,
      exclusions: 'Closed cases; cases in which anything has been authorized since the denial and was not revoked, or a self-pay agreement was signed; codes without a fee on record. A case counts once, so that nothing is in the sum twice.',
      dateBasis: 'The day of the case’s first denial, on the clinic’s calendar; whether it still is at risk, now.',
    }),
  },
  {
    key: 'money_denied', name: 'Money denied', unit: 'cents', modes: everyMode, narrowedByReason: 'both',
    versions: first({
      formula: atFees, numerator: 'Units asked for in denied requests, times the fee. By case: in its first denied request.', denominator: null,
      exclusions: 'What a partial approval withheld; codes without a fee on record.', dateBasis: byDenial,
    }),
  },
  {
    key: 'money_recovered', name: 'Money recovered', unit: 'cents', modes: ['case'], narrowedByReason: 'both',
    versions: first({
      formula: `${atFees} Held against the money denied of the same cases, it is the recovery rate.`,
      numerator: 'Units asked for in a case’s first denied request, times the fee, where something was authorized in the case on or after that day and not revoked.', denominator: null,
      exclusions: 'Codes without a fee on record. A case is recovered as a whole or not at all.', dateBasis: 'The day of the case’s first denial, on the clinic’s calendar; whether it was recovered, now.',
    }),
  },
] as const satisfies readonly Metric[];
