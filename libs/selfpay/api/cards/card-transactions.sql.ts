/** Where the ledger of the agreement `g` stands: the sums of its entries. */
const totalsSql = /* sql */ `coalesce(
  (SELECT json_build_object('chargedCents', e.charged_cents, 'adjustedCents', e.adjusted_cents, 'paidCents', e.paid_cents, 'refundedCents', e.refunded_cents)
     FROM stipple.ledger_entry e WHERE (e.clinic_id, e.agreement_id) = (g.clinic_id, g.id) ORDER BY e.entry_no DESC LIMIT 1),
  '{"chargedCents":0,"adjustedCents":0,"paidCents":0,"refundedCents":0}')`;

/** What can be asked for by card of the agreement `g`, and what was: the newest first. */
export const cardsSql = /* sql */ `
SELECT json_build_object('caseId', g.case_id, 'timeZone', k.time_zone,
  'ground', json_build_object(
    'agreement', json_build_object('state', g.state, 'totalCents', g.total_cents),
    'totals', ${totalsSql},
    'installments', (SELECT coalesce(json_agg(json_build_object('no', i.installment_no, 'dueOn', i.due_on, 'cents', i.cents) ORDER BY i.installment_no), '[]')
      FROM stipple.payment_plan x JOIN stipple.payment_plan_installment i ON (i.clinic_id, i.plan_id) = (x.clinic_id, x.id)
     WHERE (x.clinic_id, x.agreement_id, x.state) = (g.clinic_id, g.id, 'agreed')),
    'onHold', EXISTS (SELECT FROM stipple.dispute d WHERE (d.clinic_id, d.agreement_id, d.state) = (g.clinic_id, g.id, 'open')),
    'today', (now() AT TIME ZONE k.time_zone)::date),
  'transactions', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'version', t.seq, 'state', t.state, 'kind', t.kind, 'cents', t.cents,
      'paymentId', t.payment_id, 'byPatient', t.link_id IS NOT NULL, 'linkId', t.link_id, 'askedBy', s.name, 'askedAt', began.at, 'changedAt', last.at,
      'closesAt', t.closes_at, 'words', t.words, 'reference', t.provider_ref, 'heldBecause', t.held_because, 'outcome', t.outcome,
      'came', (SELECT json_build_object('cents', n.cents, 'currency', n.currency) FROM stipple.card_notice n
        WHERE (n.clinic_id, n.transaction_id, n.what) = (t.clinic_id, t.id, 'paid') ORDER BY n.kept_at LIMIT 1)) ORDER BY began.at DESC, t.id DESC), '[]')
    FROM stipple.card_transaction t
    JOIN stipple.case_event began ON (began.clinic_id, began.subject_id, began.seq) = (t.clinic_id, t.id, 1)
    JOIN stipple.case_event last ON (last.clinic_id, last.subject_id, last.seq) = (t.clinic_id, t.id, t.seq)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (began.clinic_id, began.actor_id)
   WHERE (t.clinic_id, t.agreement_id) = (g.clinic_id, g.id))
) AS cards
FROM stipple.self_pay_agreement g
JOIN stipple.patient_signature signed ON (signed.clinic_id, signed.agreement_id) = (g.clinic_id, g.id)
JOIN stipple.clinic k ON k.id = g.clinic_id
WHERE g.clinic_id = $1 AND g.id = $2`;

const transactionSql = (which: string) => /* sql */ `
SELECT t.id, t.case_id AS "caseId", t.agreement_id AS "agreementId", t.state, t.seq, t.kind, t.cents::integer AS cents, t.payment_id AS "paymentId",
       t.provider_ref AS "providerRef", t.words, to_json(t.closes_at) #>> '{}' AS "closesAt", t.link_id AS "linkId",
       t.closes_at > now() + interval '35 minutes' AS "staysOpen"
  FROM stipple.card_transaction t WHERE t.clinic_id = $1 AND ${which}`;

export const transactionByIdSql = transactionSql('t.id = $2');
/** The one page of an agreement on which a payment is still to be made. */
export const openPaymentSql = transactionSql(
  `t.agreement_id = $2 AND t.kind = 'payment' AND t.state = 'asked'`,
);
/** The refunds of a payment, ended ones among them. */
export const refundsOfSql = transactionSql(`t.payment_id = $2`);
