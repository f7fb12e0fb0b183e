import type { Check } from './oracle';

const postings = `stipple.ledger_posting p WHERE (p.clinic_id, p.entry_id) = (e.clinic_id, e.id)`;
/** The account beside the receivable. */
const other = `CASE coalesce(e.reverses, e.kind) WHEN 'charge' THEN 'treatment_revenue' WHEN 'adjustment' THEN 'adjustments'
   ELSE CASE e.method WHEN 'cash' THEN 'cash_clearing' WHEN 'card' THEN 'card_clearing' WHEN 'bank' THEN 'bank_clearing' END END`;
/** Of an agreement, by what was really posted and nothing that an entry says of those before it. */
const balanceOf = (account: string) => `coalesce(sum(p.cents) FILTER (WHERE p.account ${account}), 0)`;

/** The money of agreements: what was posted, and what was agreed to be paid when. */
export const ledgerChecks: readonly Check[] = [
  [
    'an entry’s postings are not the two of its kind',
    `
    SELECT e.id FROM stipple.ledger_entry e
     WHERE (e.cents > 0 AND (SELECT count(*) = 2 AND sum(p.cents) = 0
       AND bool_and(coalesce(p.account IN ('patient_receivable', ${other}), false))
       AND bool_and(p.cents = CASE WHEN (p.account = 'patient_receivable') = ((e.kind IN ('charge', 'refund')) OR coalesce(e.reverses IN ('payment', 'adjustment'), false)) THEN e.cents ELSE -e.cents END) FROM ${postings})) IS NOT TRUE
    UNION ALL SELECT p.entry_id FROM stipple.ledger_posting p WHERE NOT EXISTS (SELECT FROM stipple.ledger_entry e WHERE (e.clinic_id, e.id) = (p.clinic_id, p.entry_id))`,
  ],
  [
    'more was given back than was paid, or given up than was charged',
    `
    SELECT e.agreement_id FROM stipple.ledger_entry e JOIN stipple.ledger_posting p ON (p.clinic_id, p.entry_id) = (e.clinic_id, e.id)
     GROUP BY e.clinic_id, e.agreement_id
    HAVING ${balanceOf(`LIKE '%clearing'`)} < 0 OR ${balanceOf(`= 'adjustments'`)} > -${balanceOf(`= 'treatment_revenue'`)}`,
  ],
  [
    'an entry is of no agreement that the patient signed in this case',
    `
    SELECT e.id FROM stipple.ledger_entry e WHERE NOT EXISTS (
      SELECT FROM stipple.patient_signature s WHERE (s.clinic_id, s.agreement_id, s.case_id) = (e.clinic_id, e.agreement_id, e.case_id))`,
  ],
  [
    'a charge is of no session that was performed under its agreement, or not what its lines say',
    `
    SELECT e.id FROM stipple.ledger_entry e WHERE e.kind = 'charge' AND (
      EXISTS (SELECT FROM stipple.treatment_record r JOIN stipple.session_unit u ON (u.clinic_id, u.session_id, u.slot) = (r.clinic_id, r.session_id, 1)
                JOIN stipple.clearance k ON (k.clinic_id, k.id) = (u.clinic_id, u.clearance_id)
               WHERE (r.clinic_id, r.session_id, r.case_id, k.agreement_id) = (e.clinic_id, e.session_id, e.case_id, e.agreement_id))
      AND e.cents = (SELECT sum((l ->> 'quantity')::bigint * (l ->> 'unitCents')::bigint) FROM jsonb_array_elements(e.lines) l)) IS NOT TRUE
    UNION ALL SELECT (min(session_id::text))::uuid FROM stipple.ledger_entry WHERE kind = 'charge' GROUP BY clinic_id, session_id HAVING count(*) > 1
    UNION ALL SELECT id FROM stipple.ledger_entry WHERE kind <> 'charge' AND num_nonnulls(session_id, clearance_id, lines) > 0`,
  ],
  [
    'the same payment is posted twice',
    `
    SELECT (min(id::text))::uuid FROM stipple.ledger_entry WHERE 'payment' IN (kind, reverses) AND reference IS NOT NULL
     GROUP BY clinic_id, agreement_id, method, lower(reference) HAVING count(*) FILTER (WHERE kind = 'payment') - count(*) FILTER (WHERE kind = 'reversal') > 1
    UNION ALL SELECT (min(id::text))::uuid FROM stipple.ledger_entry WHERE kind <> 'charge' GROUP BY clinic_id, agreement_id, idempotency_key HAVING count(*) > 1`,
  ],
  [
    'money came or went and nobody can say how, by which request or why',
    `
    SELECT e.id FROM stipple.ledger_entry e
     WHERE (coalesce(e.reverses, e.kind) IN ('payment', 'refund')) <> (e.method IS NOT NULL) OR (e.kind = 'charge') <> (e.idempotency_key IS NULL)
        OR (e.kind = 'payment' AND e.method <> 'cash' AND e.reference IS NULL) OR (e.kind NOT IN ('charge', 'payment') AND e.words IS NULL)`,
  ],
  [
    'a reversal does not take out exactly one entry, which somebody typed, or it takes one out that is out already',
    `
    SELECT e.id FROM stipple.ledger_entry e WHERE e.kind = 'reversal' AND NOT EXISTS (
      SELECT FROM stipple.ledger_entry o
       WHERE (o.clinic_id, o.agreement_id, o.entry_no, o.kind, o.cents) = (e.clinic_id, e.agreement_id, e.reversed_no, e.reverses, e.cents)
         AND o.kind IN ('payment', 'refund', 'adjustment') AND o.card_transaction_id IS NULL AND (o.method, lower(o.reference)) IS NOT DISTINCT FROM (e.method, lower(e.reference)))
    UNION ALL SELECT (min(id::text))::uuid FROM stipple.ledger_entry WHERE kind = 'reversal' GROUP BY clinic_id, agreement_id, reversed_no HAVING count(*) > 1
    UNION ALL SELECT id FROM stipple.ledger_entry WHERE kind <> 'reversal' AND num_nonnulls(reverses, reversed_no) > 0`,
  ],
  [
    'a plan does not sum to the price of its agreement, or its days run back',
    `
    SELECT x.id FROM stipple.payment_plan x
      LEFT JOIN stipple.patient_signature s ON (s.clinic_id, s.agreement_id, s.case_id) = (x.clinic_id, x.agreement_id, x.case_id)
      LEFT JOIN stipple.self_pay_agreement g ON (g.clinic_id, g.id) = (s.clinic_id, s.agreement_id)
     WHERE (SELECT sum(i.cents) = g.total_cents AND g.total_cents = x.total_cents AND count(*) = x.installments AND bool_and(i.cents > 0)
              AND array_agg(i.due_on ORDER BY i.installment_no) = array_agg(i.due_on ORDER BY i.due_on) AND count(DISTINCT i.due_on) = count(*)
              FROM stipple.payment_plan_installment i WHERE (i.clinic_id, i.plan_id) = (x.clinic_id, x.id)) IS NOT TRUE
    UNION ALL SELECT i.plan_id FROM stipple.payment_plan_installment i WHERE NOT EXISTS (SELECT FROM stipple.payment_plan x WHERE (x.clinic_id, x.id) = (i.clinic_id, i.plan_id))
    UNION ALL SELECT (min(id::text))::uuid FROM stipple.payment_plan WHERE state = 'agreed' GROUP BY clinic_id, agreement_id HAVING count(*) > 1`,
  ],
];
