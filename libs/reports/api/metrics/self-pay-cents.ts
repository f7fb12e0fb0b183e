/**
 * Over every agreement that was signed in the case of the denial `r`, on its day or later by the clinic's calendar: `g`,
 * with where its ledger stands as `e`. Each entry carries the sums up to it, so that the last one says all.
 * Most denials have none, and for them nothing is looked up.
 */
const overSigned = (
  cents: string,
) => /* sql */ `CASE WHEN r.signed_since THEN (SELECT nullif(sum(${cents}), 0)
      FROM stipple.self_pay_agreement g
      JOIN stipple.patient_signature s ON (s.clinic_id, s.agreement_id) = (g.clinic_id, g.id)
      JOIN stipple.clinic k ON k.id = g.clinic_id
      LEFT JOIN LATERAL (SELECT y.charged_cents, y.paid_cents, y.refunded_cents FROM stipple.ledger_entry y
         WHERE (y.clinic_id, y.agreement_id) = (g.clinic_id, g.id) ORDER BY y.entry_no DESC LIMIT 1) e ON true
     WHERE (g.clinic_id, g.case_id) = (r.clinic_id, r.case_id) AND (s.signed_at AT TIME ZONE k.time_zone)::date >= r.decided_on) END`;

/** What was agreed; null where nothing was. Of a withdrawn agreement no more is owed than was charged. */
export const agreedCents = overSigned(
  `CASE g.state WHEN 'void' THEN coalesce(e.charged_cents, 0) ELSE g.total_cents END`,
);

/** What was paid of it and not given back; null where that is nothing. */
export const paidCents = overSigned('e.paid_cents - e.refunded_cents');
