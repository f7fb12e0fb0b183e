import { disputesSql, estimatedProvidersSql } from '../disputes/disputes.sql';

/** Everything the ledger of one signed agreement holds, as JSON. Sums are left to the domain. */
export const ledgerSql = /* sql */ `
SELECT json_build_object(
  'caseId', g.case_id, 'caseNumber', c.case_number, 'patient', p.family_name || ', ' || p.given_name,
  'timeZone', clinic.time_zone, 'today', (now() AT TIME ZONE clinic.time_zone)::date,
  'state', g.state, 'totalCents', g.total_cents, 'sessions', g.sessions, 'lines', g.lines,
  'entries', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'no', e.entry_no, 'kind', e.kind, 'cents', e.cents, 'method', e.method,
      'reference', e.reference, 'words', e.words, 'byCardOnline', e.card_transaction_id IS NOT NULL, 'reverses', e.reverses, 'reversedNo', e.reversed_no,
      'reversedBy', (SELECT r.entry_no FROM stipple.ledger_entry r WHERE (r.clinic_id, r.agreement_id, r.reversed_no) = (e.clinic_id, e.agreement_id, e.entry_no)), 'onDay', e.happened_on, 'at', v.at, 'by', s.name, 'lines', e.lines) ORDER BY e.entry_no), '[]')
    FROM stipple.ledger_entry e
    JOIN stipple.case_event v ON (v.clinic_id, v.subject_id, v.seq) = (e.clinic_id, e.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (v.clinic_id, v.actor_id)
   WHERE (e.clinic_id, e.agreement_id) = (g.clinic_id, g.id)),
  'plans', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'every', x.every, 'by', s.name, 'at', v.at,
      'installments', (SELECT json_agg(json_build_object('no', i.installment_no, 'dueOn', i.due_on, 'cents', i.cents) ORDER BY i.installment_no)
        FROM stipple.payment_plan_installment i WHERE (i.clinic_id, i.plan_id) = (x.clinic_id, x.id))) ORDER BY v.at DESC, x.id DESC), '[]')
    FROM stipple.payment_plan x
    JOIN stipple.case_event v ON (v.clinic_id, v.subject_id, v.seq) = (x.clinic_id, x.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (v.clinic_id, v.actor_id)
   WHERE (x.clinic_id, x.agreement_id) = (g.clinic_id, g.id)),
  'providers', coalesce(${estimatedProvidersSql}, '[]'), 'disputes', ${disputesSql},
  'performed', (SELECT coalesce(json_agg(json_build_object('sessionId', r.session_id, 'performedOn', r.performed_on, 'units', t.units,
      'isCharged', EXISTS (SELECT FROM stipple.ledger_entry e WHERE (e.clinic_id, e.session_id) = (r.clinic_id, r.session_id))) ORDER BY r.recorded_at, r.session_id), '[]')
    FROM stipple.clearance k
    JOIN stipple.session_unit u ON (u.clinic_id, u.clearance_id, u.slot) = (k.clinic_id, k.id, 1)
    JOIN stipple.treatment_record r ON (r.clinic_id, r.session_id) = (u.clinic_id, u.session_id)
    JOIN stipple.treatment_session t ON (t.clinic_id, t.id) = (r.clinic_id, r.session_id)
   WHERE (k.clinic_id, k.agreement_id) = (g.clinic_id, g.id))
) AS ledger
FROM stipple.self_pay_agreement g
JOIN stipple.patient_signature signed ON (signed.clinic_id, signed.agreement_id) = (g.clinic_id, g.id)
JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (g.clinic_id, g.case_id)
JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
JOIN stipple.clinic ON clinic.id = g.clinic_id
WHERE g.clinic_id = $1 AND g.id = $2`;

/** What a receipt says beside the entries: for whom, by whom, of what. */
export const receiptSql = /* sql */ `
SELECT json_build_object('bornOn', p.birth_date, 'diagnoses', c.diagnoses, 'procedureCode', g.procedure_code, 'agreedOn', g.covers_from,
  'letter', (SELECT json_build_object('body', w.body, 'signedBy', who.name, 'signedOn', (sig.signed_at AT TIME ZONE k.time_zone)::date, 'hash', encode(sig.content_hash, 'hex'))
    FROM stipple.letter l
    JOIN stipple.letter_version w ON (w.clinic_id, w.letter_id, w.version) = (l.clinic_id, l.id, l.version)
    JOIN stipple.signature sig ON (sig.clinic_id, sig.subject_id) = (l.clinic_id, l.id)
    JOIN stipple.staff who ON (who.clinic_id, who.id) = (sig.clinic_id, sig.signer_id)
    JOIN stipple.clinic k ON k.id = l.clinic_id
   WHERE (l.clinic_id, l.case_id, l.state) = (g.clinic_id, g.case_id, 'signed') AND EXISTS (
     SELECT FROM stipple.screening q WHERE (q.clinic_id, q.case_id, q.state) = (g.clinic_id, g.case_id, 'signed') AND q.outcome <> 'cosmetic')),
  'identity', (SELECT json_build_object('name', b.name, 'tin', b.tin, 'npi', b.npi, 'street', b.street, 'city', b.city, 'state', b.state, 'postalCode', b.postal_code, 'phone', b.phone)
    FROM stipple.billing_identity b WHERE b.clinic_id = g.clinic_id ORDER BY b.version DESC LIMIT 1),
  'clinicians', (SELECT coalesce(json_agg(json_build_object('name', d.name, 'npi', d.npi) ORDER BY d.name), '[]')
    FROM stipple.provider d WHERE (d.clinic_id, d.id) IN (
      SELECT r.clinic_id, r.performer_id FROM stipple.ledger_entry e JOIN stipple.treatment_record r ON (r.clinic_id, r.session_id) = (e.clinic_id, e.session_id)
       WHERE (e.clinic_id, e.agreement_id) = (g.clinic_id, g.id)))) AS receipt
FROM stipple.self_pay_agreement g
JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (g.clinic_id, g.case_id)
JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
WHERE g.clinic_id = $1 AND g.id = $2`;
