import type { Check } from './oracle';

/** Card transactions, held anew against the ledger and the signatures. */
export const cardChecks: readonly Check[] = [
  [
    'a confirmed card transaction is not in the ledger once, as it is, or an entry is of none that was confirmed',
    `
    SELECT t.id FROM stipple.card_transaction t WHERE t.state = 'posted' AND (
      SELECT count(*) = 1 AND bool_and(e.agreement_id = t.agreement_id AND e.kind = t.kind AND e.cents = t.cents AND e.method = 'card')
        FROM stipple.ledger_entry e WHERE (e.clinic_id, e.card_transaction_id) = (t.clinic_id, t.id)) IS NOT TRUE
    UNION ALL SELECT e.id FROM stipple.ledger_entry e WHERE e.card_transaction_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM stipple.card_transaction t WHERE (t.clinic_id, t.id, t.state) = (e.clinic_id, e.card_transaction_id, 'posted'))`,
  ],
  [
    'a card transaction is of no agreement that the patient signed in this case',
    `
    SELECT t.id FROM stipple.card_transaction t WHERE NOT EXISTS (
      SELECT FROM stipple.patient_signature s WHERE (s.clinic_id, s.agreement_id, s.case_id) = (t.clinic_id, t.agreement_id, t.case_id))`,
  ],
  [
    'a refund to a card is of no payment that was confirmed, or of another agreement’s, or nobody says why',
    `
    SELECT t.id FROM stipple.card_transaction t WHERE CASE t.kind WHEN 'refund' THEN t.words IS NOT NULL AND EXISTS (
      SELECT FROM stipple.card_transaction p WHERE (p.clinic_id, p.id, p.agreement_id, p.kind, p.state) = (t.clinic_id, t.payment_id, t.agreement_id, 'payment', 'posted'))
      ELSE t.payment_id IS NULL END IS NOT TRUE`,
  ],
  [
    'money that moved at the card provider has no reference, or one that another has',
    `
    SELECT t.id FROM stipple.card_transaction t WHERE t.state IN ('posted', 'held', 'settled') AND t.provider_ref IS NULL
    UNION ALL SELECT (min(id::text))::uuid FROM stipple.card_transaction WHERE provider_ref IS NOT NULL GROUP BY clinic_id, kind, provider_ref HAVING count(*) > 1`,
  ],
  [
    'held money has no reason, or was seen to without a word of what was done',
    `
    SELECT t.id FROM stipple.card_transaction t
     WHERE (t.state IN ('held', 'settled')) <> (t.held_because IS NOT NULL) OR (t.state = 'settled') <> (t.outcome IS NOT NULL)`,
  ],
  [
    'two pages of one agreement, or two refunds of one payment, are open at once, or a page never closes',
    `
    SELECT (min(id::text))::uuid FROM stipple.card_transaction WHERE state = 'asked' GROUP BY clinic_id, kind, CASE kind WHEN 'payment' THEN agreement_id ELSE payment_id END HAVING count(*) > 1
    UNION ALL SELECT id FROM stipple.card_transaction WHERE state = 'asked' AND kind = 'payment' AND closes_at IS NULL`,
  ],
  [
    'a patient asked for it by a link that is not open, or is another agreement’s',
    `
    SELECT t.id FROM stipple.card_transaction t WHERE t.link_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM stipple.patient_link l WHERE (l.clinic_id, l.id, l.agreement_id) = (t.clinic_id, t.link_id, t.agreement_id) AND l.opened_at IS NOT NULL)`,
  ],
  [
    'a card payment was asked for while the bill was disputed',
    `
    SELECT t.id FROM stipple.card_transaction t
      JOIN stipple.case_event asked ON (asked.clinic_id, asked.subject_id, asked.seq, asked.move) = (t.clinic_id, t.id, 1, 'ask')
      JOIN stipple.dispute d ON (d.clinic_id, d.agreement_id) = (t.clinic_id, t.agreement_id)
      JOIN stipple.case_event opened ON (opened.clinic_id, opened.subject_id, opened.seq) = (d.clinic_id, d.id, 1)
      LEFT JOIN stipple.case_event closed ON (closed.clinic_id, closed.subject_id, closed.seq) = (d.clinic_id, d.id, 2)
     WHERE asked.at > opened.at AND (closed.at IS NULL OR asked.at < closed.at)`,
  ],
];
