import type { Parameters } from './parameters';

/**
 * Over every agreement that was signed in the case of the denial `r`, on its day or later: `g`, with where its ledger
 * stands as `e`. Each entry carries the sums up to it, so that the last one says all.
 */
const overSigned = (cents: string, { timeZone }: Parameters) => /* sql */ `(SELECT nullif(sum(${cents}), 0)
      FROM stipple.self_pay_agreement g
      JOIN stipple.patient_signature s ON (s.clinic_id, s.agreement_id) = (g.clinic_id, g.id)
      LEFT JOIN LATERAL (SELECT y.charged_cents, y.paid_cents, y.refunded_cents FROM stipple.ledger_entry y
         WHERE (y.clinic_id, y.agreement_id) = (g.clinic_id, g.id) ORDER BY y.entry_no DESC LIMIT 1) e ON true
     WHERE (g.clinic_id, g.case_id) = (r.clinic_id, r.case_id) AND (s.signed_at AT TIME ZONE ${timeZone})::date >= r.decided_on)`;

/** What was agreed; null where nothing was. Of a withdrawn agreement no more is owed than was charged. */
export const agreedCents = (asked: Parameters): string =>
  overSigned(`CASE g.state WHEN 'void' THEN coalesce(e.charged_cents, 0) ELSE g.total_cents END`, asked);

/** What was paid of it and not given back; null where that is nothing. */
export const paidCents = (asked: Parameters): string => overSigned('e.paid_cents - e.refunded_cents', asked);
