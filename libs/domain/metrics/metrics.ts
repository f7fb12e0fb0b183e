import type { Metric, MetricMode, MetricVersion } from './metric';

const since = '2026-11-30';
const everyMode = ['event', 'case'] as const;
const byDecision =
  'The day the payer decided, on the clinic’s calendar. By case: the day of its first decision.';
const byDenial = 'The day of the denial, on the clinic’s calendar. By case: the day of its first denial.';
const undecided =
  'Requests that were rejected without review, withdrawn, cancelled, answered “no action required”, or approved by phone without proof so far.';
const decisions =
  'Requests with a first decision: approved, partly approved, approved with changes, or denied. Each request is decided once. By case: cases with a decision.';
const percentiles =
  'The median, and the ninth decile beside it; between two values it is interpolated in proportion (R’s type 7).';

const neverSent = 'Cases in which nothing was sent to a payer; open cases.';
const byClosing =
  'The day on which the case was closed, the last time; times are those at which moves were recorded. Attributed by the first request that was sent.';
const atFees =
  'A sum, at the fees of the clinic’s own worksheets: of what was asked of payers, not of what a claim would be paid.';

const first = (words: Omit<MetricVersion, 'version' | 'since' | 'change'>): readonly [MetricVersion] => [
  { version: 1, since, change: null, ...words },
];

/** As counted until classes were read as on the page of the case, and since. */
const reclassed = (
  words: Omit<MetricVersion, 'version' | 'since' | 'change'>,
): readonly [MetricVersion, MetricVersion] => [
  {
    version: 2,
    since: '2026-11-29',
    change:
      'A class is read from the reason, the remarks and what whoever read the letter stated, as on the page of the case. Version 1 read it from the reason alone.',
    ...words,
  },
  { version: 1, since: '2026-11-23', change: null, ...words },
];

/** Every figure of the denial reports, each written once: pages, exports and the API say these very words. */
// prettier-ignore
const all = [
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
  {
    key: 'overturn_rate', name: 'Overturn rate', unit: 'share', modes: ['event'], narrowedByReason: 'both',
    versions: first({
      formula: 'Challenges that changed the decision, divided by challenges decided.',
      numerator: 'Challenges decided as overturned or partly overturned.', denominator: 'Challenges decided as overturned, partly overturned or upheld, at any level.',
      exclusions: 'Challenges that were dismissed or withdrawn, or that run.', dateBasis: 'The day on which the challenge was decided.',
    }),
  },
  {
    key: 'case_overturn_rate', name: 'Overturn rate by case', unit: 'share', modes: ['case'], narrowedByReason: 'both',
    versions: first({
      formula: 'Denied cases that were approved in the end, divided by denied cases that were challenged and are closed.',
      numerator: 'Of these: cases in which something was authorized on or after the day of the first denial and not revoked, by a challenge or by another request.',
      denominator: 'Closed cases with a denial in which a challenge was sent.',
      exclusions: 'Open cases, and cases whose challenges were all withdrawn before they were sent.', dateBasis: 'The day on which the case was closed, the last time; attributed by its first denial.',
    }),
  },
  {
    key: 'open_time', name: 'Time open', unit: 'seconds', modes: ['case'], narrowedByReason: 'nothing',
    versions: first({
      formula: 'Time with the payer plus time with the clinic, to the second.', numerator: 'From the opening of a case to its closing; what passed between a closing and a reopening is not in it.', denominator: null,
      exclusions: neverSent, dateBasis: byClosing,
    }),
  },
  {
    key: 'payer_time', name: 'Time with the payer', unit: 'seconds', modes: ['case'], narrowedByReason: 'nothing',
    versions: first({
      formula: 'A sum of times, to the second, in which the payer held the ball.', numerator: 'While a request was submitted, received or pended, or a challenge sent or received; what overlaps is counted once.', denominator: null,
      exclusions: `What the payer had asked back and was not answered, had asked to be called about, or had approved by phone and not proven: then it was ours to go on. ${neverSent}`, dateBasis: byClosing,
    }),
  },
  {
    key: 'clinic_time', name: 'Time with the clinic', unit: 'seconds', modes: ['case'], narrowedByReason: 'nothing',
    versions: first({
      formula: 'Time open less time with the payer.', numerator: 'All other time in which the case was open, waiting for the patient and for the day of a session among it.', denominator: null,
      exclusions: neverSent, dateBasis: byClosing,
    }),
  },
] as const satisfies readonly Metric[];

export type MetricKey = (typeof all)[number]['key'];
export const metrics: readonly Metric<MetricKey>[] = all;
export const metricKeys = all.map(({ key }) => key) as readonly MetricKey[] as readonly [
  MetricKey,
  ...MetricKey[],
];

export function metricOf(key: MetricKey): Metric<MetricKey> {
  const found = metrics.find((metric) => metric.key === key);
  if (found === undefined) throw new Error(`there is no metric ${key}`);
  return found;
}

/** The five figures at the top of the denial report. */
export function headlineOf(mode: MetricMode): readonly MetricKey[] {
  const overturns = mode === 'event' ? 'overturn_rate' : 'case_overturn_rate';
  return ['denial_rate', 'first_pass_rate', overturns, 'payer_days', 'money_at_risk'];
}

/** How the intervals beside shares are to be read, and when a share says too little. */
export const intervalWords =
  'The interval says where the true rate lies, 95 times in 100, if what is counted were a random sample (Wilson). Grey: fewer than ten.';
