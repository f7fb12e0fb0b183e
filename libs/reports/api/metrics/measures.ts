import { type MetricKey, type MetricMode, countedCauses, metricOf, modeOf } from '@stipple/domain';
import type { JoinName } from './joins';
import type { Parameters } from './parameters';
import type { Counting } from './metric-rows';
import type { PopulationName } from './populations';
import { agreedCents, paidCents } from './self-pay-cents';

/** What each metric counts over. */
const countsOver: Readonly<Record<MetricKey, PopulationName>> = {
  denial_rate: 'decisions',
  adverse_rate: 'decisions',
  first_pass_rate: 'decisions',
  payer_days: 'decisions',
  within_deadline_rate: 'decisions',
  late_decisions: 'decisions',
  denials: 'denials',
  avoidable_rate: 'denials',
  appeal_rate: 'denials',
  days_to_appeal: 'denials',
  self_pay_conversion: 'denials',
  money_at_risk: 'denials',
  money_asked: 'decisions',
  money_granted: 'decisions',
  money_denied: 'denials',
  money_recovered: 'denials',
  self_pay_agreed: 'denials',
  self_pay_paid: 'denials',
  overturn_rate: 'challenges',
  case_overturn_rate: 'closed_cases',
  open_time: 'sent_cases',
  payer_time: 'sent_cases',
  clinic_time: 'sent_cases',
};

/** What a metric counts, and what of it counts once, where that mode is asked for. */
export function countingOf(metric: MetricKey, asked: MetricMode): Counting {
  return { population: countsOver[metric], mode: modeOf(metricOf(metric), asked) };
}

/** A metric as conditions on the rows of its population. */
export interface Measure {
  /** Of a share: what belongs to its part. */
  readonly part?: string;
  /** What belongs to it at all; without one, every row. */
  readonly whole?: string;
  /** Days, or cents. */
  readonly value?: string;
  readonly needs?: readonly JoinName[];
}

/** Sent earlier in the same case, and ended without all that was asked. */
const followsAnother = /* sql */ `(r.supersedes_id IS NOT NULL OR r.purpose = 'initial' AND EXISTS (SELECT FROM stipple.auth_request e
      WHERE (e.clinic_id, e.case_id) = (r.clinic_id, r.case_id) AND e.submitted_at < r.submitted_at
        AND e.state IN ('rejected_unreviewed', 'denied', 'partial', 'modified', 'cancelled', 'withdrawn')))`;

/** What the payer asked for is kept with the request for good, also once it is answered. */
const firstPass = `r.state = 'approved' AND r.information_items IS NULL AND NOT ${followsAnother}`;

const signedSince = ({ timeZone }: Parameters) => /* sql */ `EXISTS (SELECT FROM stipple.self_pay_agreement g
      JOIN stipple.patient_signature s ON (s.clinic_id, s.agreement_id) = (g.clinic_id, g.id)
     WHERE (g.clinic_id, g.case_id) = (r.clinic_id, r.case_id) AND (s.signed_at AT TIME ZONE ${timeZone})::date >= r.decided_on)`;

const authorizedSince = /* sql */ `EXISTS (SELECT FROM stipple.payer_authorization a
      WHERE (a.clinic_id, a.case_id) = (r.clinic_id, r.case_id) AND a.decided_on >= r.decided_on AND a.state <> 'revoked')`;

/** What was asked for, at the fees of the case's own worksheets; null where none of it has a fee. */
const askedCents = /* sql */ `(SELECT sum((l->>'units')::int * x.fee_cents) FROM jsonb_array_elements(r.lines) l
      JOIN stipple.code_worksheet x ON (x.clinic_id, x.case_id, x.procedure_code) = (r.clinic_id, r.case_id, l->>'procedureCode'))`;

/** What the decision granted, as it was first recorded; later terms come from amendments. */
const grantedCents = /* sql */ `(SELECT sum(l.units * x.fee_cents) FROM stipple.payer_authorization a
      JOIN stipple.authorization_line l ON (l.clinic_id, l.authorization_id) = (a.clinic_id, a.id) AND l.terms_seq = (
        SELECT min(t.terms_seq) FROM stipple.authorization_terms t WHERE (t.clinic_id, t.authorization_id) = (a.clinic_id, a.id))
      JOIN stipple.code_worksheet x ON (x.clinic_id, x.case_id, x.procedure_code) = (a.clinic_id, a.case_id, l.procedure_code)
     WHERE (a.clinic_id, a.case_id, a.request_id) = (r.clinic_id, r.case_id, r.id) AND a.challenge_id IS NULL)`;

const secondsOf = (spans: string) =>
  `(SELECT coalesce(sum(extract(epoch FROM upper(s) - lower(s))), 0)::bigint FROM unnest(${spans}) s)`;
const timeOf = (spans: string): Measure => ({ value: secondsOf(spans), needs: ['held'] });

const sumOf = (cents: string): Measure => ({ whole: `${cents} IS NOT NULL`, value: cents });

const measures: Readonly<Record<MetricKey, (asked: Parameters) => Measure>> = {
  denial_rate: () => ({ part: `r.state = 'denied'` }),
  adverse_rate: () => ({ part: `r.state <> 'approved'` }),
  first_pass_rate: () => ({ part: firstPass }),
  payer_days: ({ timeZone }) => ({
    whole: 'r.payer_received_at IS NOT NULL',
    value: `r.decided_on - (r.payer_received_at AT TIME ZONE ${timeZone})::date - coalesce(waited.days, 0)`,
    needs: ['waited'],
  }),
  within_deadline_rate: () => ({
    whole: 'timely.in_time IS NOT NULL',
    part: 'timely.in_time',
    needs: ['timely'],
  }),
  late_decisions: () => ({ whole: 'NOT timely.in_time', needs: ['timely'] }),
  denials: () => ({}),
  avoidable_rate: () => ({
    part: `m.avoidable IN (${countedCauses.map((cause) => `'${cause}'`).join(', ')})`,
    needs: ['meaning'],
  }),
  appeal_rate: () => ({ part: 'appeal.sent_on IS NOT NULL', needs: ['appeal'] }),
  days_to_appeal: () => ({
    whole: 'appeal.sent_on IS NOT NULL',
    value: 'appeal.sent_on - r.decided_on',
    needs: ['appeal'],
  }),
  self_pay_conversion: (asked) => ({ part: signedSince(asked) }),
  money_at_risk: (asked) => ({
    whole: `c.state = 'open' AND NOT ${authorizedSince} AND NOT ${signedSince(asked)} AND ${askedCents} IS NOT NULL`,
    // Of a closed case nothing is added up.
    value: `CASE WHEN c.state = 'open' THEN ${askedCents} END`,
    needs: ['case'],
  }),
  money_asked: () => sumOf(askedCents),
  money_granted: () => sumOf(grantedCents),
  money_denied: () => sumOf(askedCents),
  money_recovered: () => ({
    whole: `${authorizedSince} AND ${askedCents} IS NOT NULL`,
    value: askedCents,
  }),
  self_pay_agreed: () => sumOf(agreedCents),
  self_pay_paid: () => sumOf(paidCents),
  overturn_rate: () => ({
    part: `h.state IN ('overturned', 'partly_overturned')`,
  }),
  case_overturn_rate: () => ({ part: authorizedSince }),
  open_time: () => timeOf('held.open'),
  payer_time: () => timeOf('held.open * held.by_payer'),
  clinic_time: () => timeOf('held.open - held.by_payer'),
};

export function measureOf(metric: MetricKey, asked: Parameters): Measure {
  return measures[metric](asked);
}
