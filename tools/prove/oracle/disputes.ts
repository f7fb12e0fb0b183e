import type { Check } from './oracle';

/** Disputes, held anew against the estimate, the law’s numbers and the history. */
export const disputeChecks: readonly Check[] = [
  [
    'a dispute is of no agreement that the patient signed in this case, or of another estimate than it goes by',
    `
    SELECT d.id FROM stipple.dispute d WHERE NOT EXISTS (
      SELECT FROM stipple.patient_signature s
        JOIN stipple.self_pay_agreement g ON (g.clinic_id, g.id) = (s.clinic_id, s.agreement_id)
        JOIN stipple.estimate_version v ON (v.clinic_id, v.agreement_id, v.version) = (g.clinic_id, g.id, g.estimate_version)
       WHERE (s.clinic_id, s.agreement_id, s.case_id, v.version, v.total_cents) = (d.clinic_id, d.agreement_id, d.case_id, d.estimate_version, d.estimated_cents))`,
  ],
  [
    'a bill is disputed that is less than $400 over its estimate, or outside its 120 days',
    `
    SELECT d.id FROM stipple.dispute d WHERE (d.billed_cents >= d.estimated_cents + 40000 AND d.opened_on - d.billed_on BETWEEN 0 AND 120) IS NOT TRUE`,
  ],
  [
    'a dispute ends without an outcome, has one without an end, or ends before it began',
    `
    SELECT d.id FROM stipple.dispute d
     WHERE CASE d.state WHEN 'closed' THEN d.outcome IS NOT NULL AND d.closed_on >= d.opened_on ELSE num_nonnulls(d.closed_on, d.outcome) = 0 END IS NOT TRUE`,
  ],
  [
    'one bill has two open disputes',
    `
    SELECT (min(id::text))::uuid FROM stipple.dispute WHERE state = 'open' GROUP BY clinic_id, agreement_id, provider HAVING count(*) > 1`,
  ],
  [
    'a plan was agreed on while the bill was disputed',
    `
    SELECT p.id FROM stipple.payment_plan p
      JOIN stipple.case_event agreed ON (agreed.clinic_id, agreed.subject_id, agreed.seq) = (p.clinic_id, p.id, 1)
      JOIN stipple.dispute d ON (d.clinic_id, d.agreement_id) = (p.clinic_id, p.agreement_id)
      JOIN stipple.case_event opened ON (opened.clinic_id, opened.subject_id, opened.seq) = (d.clinic_id, d.id, 1)
      LEFT JOIN stipple.case_event closed ON (closed.clinic_id, closed.subject_id, closed.seq) = (d.clinic_id, d.id, 2)
     WHERE agreed.at > opened.at AND (closed.at IS NULL OR agreed.at < closed.at)`,
  ],
];
