import type { Metric } from './metric';
import {
  atFees,
  byDecision,
  decisions,
  everyMode,
  first,
  percentiles,
  reclassed,
  undecided,
} from './metric-words';

/** Of what payers decided. */
// prettier-ignore
export const decisionMetrics = [
  {
    key: 'denial_rate', name: 'First-decision denial rate', unit: 'share', modes: everyMode, narrowedByReason: 'numerator',
    versions: reclassed({
      formula: 'Denials divided by first decisions.',
      numerator: 'Requests whose first decision was a denial. By case: cases whose first decision was a denial.',
      denominator: `${decisions} Every reason counts, also where only one is asked for.`,
      exclusions: `${undecided} What an appeal changes later stays a denial here.`,
      dateBasis: byDecision,
    }),
  },
  {
    key: 'adverse_rate', name: 'Adverse decision rate', unit: 'share', modes: everyMode, narrowedByReason: 'numerator',
    versions: first({
      formula: 'Decisions that did not grant all that was asked for, divided by first decisions.',
      numerator: 'Requests that were denied, partly approved or approved with changes. By case: cases whose first decision was one of these.',
      denominator: decisions, exclusions: undecided, dateBasis: byDecision,
    }),
  },
  {
    key: 'first_pass_rate', name: 'First-pass approval rate', unit: 'share', modes: everyMode, narrowedByReason: 'nothing',
    versions: first({
      formula: 'Approvals in full at the first attempt, divided by first decisions.',
      numerator: 'Requests approved in full for which the payer asked nothing back and which follow no other: neither do they name one that they correct, nor was an earlier request of their case sent that ended without full approval. By case: cases whose first decision was such an approval.',
      denominator: decisions,
      exclusions: `${undecided} An extension, renewal or revision of an authorization is asked for the first time, unless it names the request that it corrects. A challenge is of a denial or of less than was asked, so that none of these was challenged.`,
      dateBasis: byDecision,
    }),
  },
  {
    key: 'payer_days', name: 'Payer days to a decision', unit: 'days', modes: everyMode, narrowedByReason: 'nothing',
    versions: first({
      formula: `Days from the payer’s receipt to its decision, without the days on which it waited for what it had asked of us. ${percentiles}`,
      numerator: 'Whole days on the clinic’s calendar: the day of the decision less the day of the receipt, less the days from each question to the day its answer was sent, or to the decision where none was.',
      denominator: null,
      exclusions: `${undecided} Decisions on requests whose receipt by the payer is not on record.`,
      dateBasis: byDecision,
    }),
  },
  {
    key: 'within_deadline_rate', name: 'Decided within the deadline', unit: 'share', modes: everyMode, narrowedByReason: 'nothing',
    versions: first({
      formula: 'Decisions that came in time, divided by decisions for which a rule names a last day.',
      numerator: 'Of these: decisions of the last day or an earlier one, as rules, pauses and extensions have it.',
      denominator: 'Requests with a first decision for which a rule names a last day. By case: by the first decision of each.',
      exclusions: `${undecided} Decisions on requests whose receipt by the payer is not on record, and of plans whose rules are not known. A manager’s own deadline is no rule.`,
      dateBasis: byDecision,
    }),
  },
  {
    key: 'late_decisions', name: 'Late decisions', unit: 'count', modes: everyMode, narrowedByReason: 'nothing',
    versions: first({
      formula: 'A count of decisions that came after their last day: with those within the deadline they are all decisions for which a rule names one.',
      numerator: 'Requests decided later than the last day that a rule names, as rules, pauses and extensions have it. By case: by the first decision of each.',
      denominator: null,
      exclusions: `${undecided} What is not decided yet, however late. Decisions on requests whose receipt by the payer is not on record, and of plans whose rules are not known. A manager’s own deadline is no rule.`,
      dateBasis: byDecision,
    }),
  },
  {
    key: 'money_asked', name: 'Money asked for', unit: 'cents', modes: everyMode, narrowedByReason: 'nothing',
    versions: first({
      formula: atFees, numerator: 'Units asked for in the requests that were decided, times the fee. By case: in the first of them, so that what is asked for again is not in the sum twice.', denominator: null,
      exclusions: `${undecided} Codes without a fee on record.`, dateBasis: byDecision,
    }),
  },
  {
    key: 'money_granted', name: 'Money granted', unit: 'cents', modes: everyMode, narrowedByReason: 'nothing',
    versions: first({
      formula: atFees, numerator: 'Units that the decision itself granted, times the fee; what an amendment or a challenge changed later is not in it.', denominator: null,
      exclusions: `Denials. ${undecided} Codes without a fee on record.`, dateBasis: byDecision,
    }),
  },
] as const satisfies readonly Metric[];
