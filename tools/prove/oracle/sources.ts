import type { Check } from './oracle';

const assented = (role: string) =>
  `EXISTS (SELECT FROM stipple.authorization_assent s WHERE (s.clinic_id, s.authorization_id, s.as_role) = (a.clinic_id, a.id, '${role}'))`;
const wasEver = (subject: string, alias: string, state: string) =>
  `EXISTS (SELECT FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id) = (${alias}.clinic_id, ${alias}.id) AND e.subject = '${subject}' AND e.to_state = '${state}')`;
const person = (alias: string, column: string) =>
  `EXISTS (SELECT FROM stipple.staff p WHERE (p.clinic_id, p.id) = (${alias}.clinic_id, ${alias}.${column}))`;
const holder = (alias: string, column: string, role: string) =>
  `EXISTS (SELECT FROM stipple.staff_role p WHERE (p.clinic_id, p.staff_id, p.role) = (${alias}.clinic_id, ${alias}.${column}, ${role}))`;
const paperOfCase = (alias: string, column: string) =>
  `EXISTS (SELECT FROM stipple.case_document d WHERE (d.clinic_id, d.id, d.case_id) = (${alias}.clinic_id, ${alias}.${column}, ${alias}.case_id))`;

/** What unlocks: authorizations, agreements, the clearances they open and the papers that are signed. */
export const sourceChecks: readonly Check[] = [
  [
    'an authorization was in force without its assents',
    `
    SELECT a.id FROM stipple.payer_authorization a WHERE ${wasEver('payer_authorization', 'a', 'in_force')}
       AND CASE a.basis WHEN 'approved' THEN true WHEN 'not_required' THEN ${assented('manager')} AND ${assented('physician')}
           WHEN 'partial' THEN ${assented('coordinator')} AND ${assented('physician')} WHEN 'modified' THEN ${assented('coordinator')} AND ${assented('physician')} ELSE false END IS NOT TRUE`,
  ],
  [
    'an authorization answers no request that was answered so',
    `
    SELECT a.id FROM stipple.payer_authorization a
      LEFT JOIN stipple.auth_request r ON (r.clinic_id, r.id, r.case_id) = (a.clinic_id, a.request_id, a.case_id)
      LEFT JOIN stipple.challenge c ON (c.clinic_id, c.id, c.case_id, c.request_id) = (a.clinic_id, a.challenge_id, a.case_id, a.request_id)
     WHERE (a.basis IS DISTINCT FROM 'not_required' AND (r.state = a.basis OR c.state IN ('overturned', 'partly_overturned')) IS NOT TRUE)
        OR (a.request_id IS NOT NULL AND r.id IS NULL)`,
  ],
  [
    'an authorization lacks number, proof, people or a window',
    `
    SELECT a.id FROM stipple.payer_authorization a WHERE (length(btrim(a.number)) > 0 AND isfinite(a.effective_on) AND isfinite(a.expires_on) AND a.expires_on >= a.effective_on
       AND ${paperOfCase('a', 'proof_id')} AND ${person('a', 'entered_by')} AND ${person('a', 'verified_by')}) IS NOT TRUE
       OR a.basis = 'not_required' AND ((a.payer_named_window OR a.expires_on - a.effective_on <= 90) AND length(btrim(a.payer_words)) > 0) IS NOT TRUE`,
  ],
  [
    'an authorization shows other terms than the last that were recorded',
    `
    SELECT a.id FROM stipple.payer_authorization a
      LEFT JOIN LATERAL (SELECT max(e.seq) AS seq FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id) = (a.clinic_id, a.id) AND e.move IN ('record', 'amend')) m ON true
      LEFT JOIN stipple.authorization_terms t ON (t.clinic_id, t.authorization_id, t.terms_seq) = (a.clinic_id, a.id, m.seq)
     WHERE (a.terms_seq, a.effective_on, a.expires_on) IS DISTINCT FROM (m.seq, t.effective_on, t.expires_on)`,
  ],
  [
    'terms or lines belong to nothing',
    `
    SELECT t.authorization_id FROM stipple.authorization_terms t WHERE NOT EXISTS (SELECT FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id, e.seq) = (t.clinic_id, t.authorization_id, t.terms_seq))
    UNION ALL SELECT l.authorization_id FROM stipple.authorization_line l WHERE NOT EXISTS (SELECT FROM stipple.authorization_terms t WHERE (t.clinic_id, t.authorization_id, t.terms_seq) = (l.clinic_id, l.authorization_id, l.terms_seq))`,
  ],
  [
    'one answer of a payer was recorded twice',
    `
    SELECT request_id FROM stipple.payer_authorization WHERE basis <> 'not_required' AND state NOT IN ('revoked', 'superseded') AND request_id IS NOT NULL GROUP BY clinic_id, request_id HAVING count(*) > 1
    UNION ALL SELECT case_id FROM stipple.payer_authorization WHERE state NOT IN ('revoked', 'superseded') GROUP BY clinic_id, case_id, lower(btrim(number)) HAVING count(*) > 1`,
  ],
  [
    'an assent is not of its authorization, its role or its time',
    `
    SELECT s.authorization_id FROM stipple.authorization_assent s LEFT JOIN stipple.payer_authorization a ON (a.clinic_id, a.id) = (s.clinic_id, s.authorization_id)
      LEFT JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (a.clinic_id, a.case_id)
      LEFT JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (a.clinic_id, a.id, 1)
     WHERE (s.given_at >= e.at AND ${holder('s', 'staff_id', 's.as_role')}) IS NOT TRUE
        OR (a.basis = 'not_required' AND s.as_role = 'physician' AND c.physician_id IS DISTINCT FROM s.staff_id)`,
  ],
  [
    'an agreement was signed without its patient’s signature',
    `
    SELECT g.id FROM stipple.self_pay_agreement g WHERE ${wasEver('self_pay_agreement', 'g', 'signed')}
       AND NOT EXISTS (SELECT FROM stipple.patient_signature s WHERE (s.clinic_id, s.agreement_id) = (g.clinic_id, g.id))`,
  ],
  [
    'a patient’s signature lacks signer, content or its event; or witness and paper, or else the link that its patient opened',
    `
    SELECT s.agreement_id FROM stipple.patient_signature s
      LEFT JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq, e.case_id, e.subject, e.to_state) = (s.clinic_id, s.agreement_id, s.seq, s.case_id, 'self_pay_agreement', 'signed')
     WHERE (s.signed_at >= e.at AND length(s.signer_name) > 0 AND length(s.content_hash) > 0
       AND CASE WHEN s.link_id IS NULL THEN ${person('s', 'witness_id')} AND ${paperOfCase('s', 'proof_id')}
         ELSE num_nonnulls(s.witness_id, s.proof_id) = 0 AND EXISTS (SELECT FROM stipple.patient_link l
           WHERE (l.clinic_id, l.id, l.agreement_id, l.estimate_version) = (s.clinic_id, s.link_id, s.agreement_id, s.estimate_version) AND l.opened_at <= s.signed_at) END) IS NOT TRUE`,
  ],
  [
    'a patient’s signature is not over the estimate that the agreement goes by',
    `
    SELECT s.agreement_id FROM stipple.patient_signature s
      LEFT JOIN stipple.self_pay_agreement g ON (g.clinic_id, g.id) = (s.clinic_id, s.agreement_id)
      LEFT JOIN stipple.estimate_version v ON (v.clinic_id, v.agreement_id, v.version) = (s.clinic_id, s.agreement_id, s.estimate_version)
     WHERE (s.content_hash = sha256(convert_to(v.contents, 'UTF8')) AND g.estimate_version = s.estimate_version) IS NOT TRUE`,
  ],
  [
    'an estimate that was issued says something else than its agreement',
    `
    SELECT g.id FROM stipple.self_pay_agreement g
      LEFT JOIN stipple.estimate_version v ON (v.clinic_id, v.agreement_id, v.version) = (g.clinic_id, g.id, g.estimate_version)
     WHERE g.state IN ('estimate_issued', 'signed', 'active', 'completed')
       AND ((v.procedure_code, v.sessions, v.lines, v.total_cents) = (g.procedure_code, g.sessions, g.lines, g.total_cents)) IS NOT TRUE`,
  ],
  [
    'an estimate is undated, too long, or covers days it may not',
    `
    SELECT g.id FROM stipple.self_pay_agreement g WHERE
       (${wasEver('self_pay_agreement', 'g', 'signed')} AND (isfinite(g.covers_from) AND g.covers_from BETWEEN g.estimate_on AND g.valid_until) IS NOT TRUE)
       OR (NOT ${wasEver('self_pay_agreement', 'g', 'signed')} AND g.covers_from IS NOT NULL)
       OR (g.state NOT IN ('draft', 'void') AND (g.valid_until BETWEEN g.estimate_on AND g.estimate_on + interval '12 months' AND g.delivery IN ('paper', 'electronic')) IS NOT TRUE)
       OR (g.waiver_id IS NOT NULL AND NOT ${paperOfCase('g', 'waiver_id')})`,
  ],
  [
    'a clearance says something else than its source',
    `
    SELECT k.id FROM stipple.clearance k LEFT JOIN prove.source x ON (x.clinic_id, x.clearance_id) = (k.clinic_id, k.id)
     WHERE num_nonnulls(k.authorization_id, k.agreement_id) <> 1 OR k.recorded_at < x.made_at OR x.clearance_id IS NULL
        OR (k.case_id, k.procedure_code, k.units, k.opens_on, k.closes_on, k.active) IS DISTINCT FROM (x.case_id, x.procedure_code, x.granted, x.opens, x.closes, x.unlocks)`,
  ],
  [
    'a source opened two clearances for one code',
    `
    SELECT coalesce(authorization_id, agreement_id) FROM stipple.clearance GROUP BY clinic_id, authorization_id, agreement_id, procedure_code HAVING count(*) > 1`,
  ],
  [
    'a clearance names a clinician nobody knows, or belongs to no clearance',
    `
    SELECT c.clearance_id FROM stipple.clearance_clinician c WHERE NOT EXISTS (SELECT FROM stipple.provider p WHERE (p.clinic_id, p.id) = (c.clinic_id, c.clinician_id))
        OR NOT EXISTS (SELECT FROM stipple.clearance k WHERE (k.clinic_id, k.id) = (c.clinic_id, c.clearance_id))`,
  ],
  [
    'a letter is signed by no physician, over other words, or with a sentence that rests on nothing',
    `
    SELECT l.id FROM stipple.letter l LEFT JOIN stipple.signature s ON (s.clinic_id, s.subject_id) = (l.clinic_id, l.id)
      LEFT JOIN stipple.letter_version v ON (v.clinic_id, v.letter_id, v.version) = (l.clinic_id, l.id, l.version)
     WHERE v.letter_id IS NULL OR ${wasEver('letter', 'l', 'signed')} AND (s.letter_version = l.version AND v.open_sentences = 0
       AND s.content_hash = sha256(convert_to(array_to_string(v.procedure_codes, ',') || chr(10) || v.body, 'UTF8') || '\\x00' || convert_to(v.bindings, 'UTF8'))) IS NOT TRUE`,
  ],
  [
    'a physician’s signature is not a physician’s, or of no signing',
    `
    SELECT s.subject_id FROM stipple.signature s
      LEFT JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq, e.case_id, e.subject, e.to_state) = (s.clinic_id, s.subject_id, s.seq, s.case_id, s.subject, 'signed')
     WHERE (s.signed_at >= e.at AND length(s.content_hash) = 32 AND ${holder('s', 'signer_id', `'physician'`)}) IS NOT TRUE`,
  ],
  [
    'two letters of a case are current, or words have no author, letter or true time',
    `
    SELECT case_id FROM stipple.letter WHERE state = 'signed' GROUP BY clinic_id, case_id HAVING count(*) > 1
    UNION ALL SELECT v.letter_id FROM stipple.letter_version v LEFT JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (v.clinic_id, v.letter_id, 1)
     WHERE (v.written_at >= e.at AND ${person('v', 'author_id')}) IS NOT TRUE`,
  ],
];
