import { screeningsJson } from './screenings-json';
import { signedJson } from './signed-json';

/**
 * The parts of the case page that PostgreSQL can build by itself; `case-view.ts` adds the moves and the words.
 * $3 says whether the person reads clinical notes and evidence; the policies of their tables say so again. What nobody
 * did, the watching's tasks, is told of as the system's.
 */
export const caseViewSql = /* sql */ `
SELECT json_build_object(
  'number', c.case_number, 'closeReason', c.close_reason, 'openedAt', c.opened_at,
  'patient', json_build_object('id', p.id, 'name', p.family_name || ', ' || p.given_name, 'recordNumber', p.record_number, 'birthDate', p.birth_date, 'sex', p.sex),
  'payer', json_build_object('id', y.id, 'name', y.name, 'phone', y.phone),
  'memberId', v.member_id, 'relation', v.relation, 'cause', c.cause, 'injuredOn', c.injured_on, 'injuryContext', c.injury_context,
  'bodySite', c.body_site, 'side', c.side,
  'physician', (SELECT json_build_object('id', s.id, 'name', s.name) FROM stipple.staff s WHERE (s.clinic_id, s.id) = (c.clinic_id, c.physician_id)),
  'owner', (SELECT json_build_object('id', s.id, 'name', s.name) FROM stipple.staff s WHERE (s.clinic_id, s.id) = (c.clinic_id, c.owner_id)),
  'stage', c.stage, 'actsNext', c.acts_next, 'nextStep', c.next_step, 'dueOn', c.due_on,
  'benefitCalls', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'calledAt', x.called_at, 'numberDialled', x.number_dialled, 'representative', x.representative,
      'referenceNumber', x.reference_number, 'codesAsked', x.codes_asked, 'authorizationRequired', x.authorization_required, 'policyCited', x.policy_cited,
      'cosmeticExclusion', x.cosmetic_exclusion, 'answer', x.answer, 'disclaimerHeard', x.disclaimer_heard, 'by', s.name) ORDER BY x.called_at DESC, x.id DESC), '[]')
    FROM stipple.benefit_call x
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'documents', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'title', x.title, 'datedOn', x.dated_on, 'mediaType', f.media_type,
      'bytes', f.bytes, 'by', s.name, 'at', x.recorded_at) ORDER BY x.id DESC), '[]')
    FROM stipple.case_document x
    JOIN stipple.stored_file f ON (f.clinic_id, f.sha256) = (x.clinic_id, x.file_sha256)
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'screenings', ${screeningsJson},
  'letters', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'wording', x.version, 'procedureCodes', w.procedure_codes, 'body', w.body,
      'author', s.name, 'writtenAt', w.written_at, 'signed', ${signedJson()}) ORDER BY x.id DESC), '[]')
    FROM stipple.letter x
    JOIN stipple.letter_version w ON (w.clinic_id, w.letter_id, w.version) = (x.clinic_id, x.id, x.version)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (w.clinic_id, w.author_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'requests', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'purpose', x.purpose, 'ofAuthorizationId', x.of_authorization_id, 'lines', x.lines, 'fromOn', x.from_on, 'toOn', x.to_on, 'urgency', x.urgency,
      'urgencyReason', x.urgency_reason, 'channel', x.channel, 'submittedAt', x.submitted_at, 'submissionReference', x.submission_reference, 'submissionProofId', x.submission_proof_id,
      'submittedBy', (SELECT s.name FROM stipple.case_event e JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
        WHERE (e.clinic_id, e.subject_id) = (x.clinic_id, x.id) AND e.move = 'submit'),
      'payerReceivedAt', x.payer_received_at, 'payerReference', x.payer_reference, 'informationItems', x.information_items, 'respondByOn', x.respond_by_on,
      'rejection', CASE WHEN x.rejection_words IS NOT NULL THEN json_build_object('code', x.rejection_code, 'words', x.rejection_words) END,
      'denial', CASE WHEN x.state = 'denied' THEN json_build_object('words', x.denial_words, 'group', x.denial_group, 'code', x.denial_code, 'remarks', x.denial_remarks, 'page', x.denial_page, 'kind', x.denial_kind,
        'deniedOn', x.denied_on, 'noticeDatedOn', x.notice_dated_on, 'noticeReceivedOn', x.notice_received_on) END,
      'withheld', (SELECT json_build_object('words', w.words, 'group', w.group_code, 'code', w.reason_code, 'remarks', w.remarks, 'page', w.page, 'kind', w.kind)
        FROM stipple.withheld_reason w WHERE (w.clinic_id, w.request_id) = (x.clinic_id, x.id)),
      'supersedesId', x.supersedes_id,
      'payerWords', x.payer_words, 'endReason', x.end_reason) ORDER BY x.id DESC), '[]')
    FROM stipple.auth_request x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'authorizations', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'decidedOn', x.decided_on, 'proofId', x.proof_id,
      'payerWords', x.payer_words, 'endReason', x.end_reason,
      'assents', (SELECT coalesce(json_agg(json_build_object('as', a.as_role, 'by', s.name, 'at', a.given_at) ORDER BY a.given_at), '[]')
        FROM stipple.authorization_assent a JOIN stipple.staff s ON (s.clinic_id, s.id) = (a.clinic_id, a.staff_id)
       WHERE (a.clinic_id, a.authorization_id) = (x.clinic_id, x.id)),
      'clinicians', (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('id', r.id, 'name', r.name)), '[]')
        FROM stipple.clearance k JOIN stipple.clearance_clinician kc ON (kc.clinic_id, kc.clearance_id) = (k.clinic_id, k.id)
        JOIN stipple.provider r ON (r.clinic_id, r.id) = (kc.clinic_id, kc.clinician_id)
       WHERE (k.clinic_id, k.authorization_id) = (x.clinic_id, x.id)),
      'earlierTerms', (SELECT coalesce(json_agg(json_build_object('effectiveOn', t.effective_on, 'expiresOn', t.expires_on, 'at', e.at,
          'lines', (SELECT json_agg(json_build_object('procedureCode', l.procedure_code, 'units', l.units) ORDER BY l.procedure_code)
            FROM stipple.authorization_line l WHERE (l.clinic_id, l.authorization_id, l.terms_seq) = (t.clinic_id, t.authorization_id, t.terms_seq))) ORDER BY t.terms_seq DESC), '[]')
        FROM stipple.authorization_terms t JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (t.clinic_id, t.authorization_id, t.terms_seq)
       WHERE (t.clinic_id, t.authorization_id) = (x.clinic_id, x.id) AND t.terms_seq < x.terms_seq)) ORDER BY x.id DESC), '[]')
    FROM stipple.payer_authorization x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'challenges', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'kind', x.kind, 'requestId', x.request_id, 'clinical', x.clinical, 'argues', x.argues, 'appealsAs', x.appeals_as, 'representativeFormId', x.representative_form_id, 'body', x.body,
      'fileByOn', x.file_by_on, 'lateReason', x.late_reason, 'exhaustedBecause', x.exhausted_because, 'signed', ${signedJson()},
      'sentOn', x.sent_on, 'sentProofId', x.sent_proof_id, 'offeredSlots', x.offered_slots, 'payerReceivedOn', x.payer_received_on, 'payerReference', x.payer_reference,
      'callAt', x.call_at, 'spokenWith', x.spoken_with, 'decidedOn', x.decided_on, 'decisionWords', x.decision_words, 'authorizationId', x.authorization_id,
      'endReason', x.end_reason) ORDER BY x.id DESC), '[]')
    FROM stipple.challenge x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'agreements', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'lines', x.lines, 'delivery', x.delivery, 'waiverId', x.waiver_id, 'endReason', x.end_reason, 'askedBy', x.asked_by,
      'estimates', (SELECT coalesce(json_agg(json_build_object('version', v.version, 'language', v.language, 'delivery', v.delivery, 'totalCents', v.total_cents, 'issuedOn', v.issued_on,
          'issuedBy', s.name, 'validUntil', v.valid_until, 'dueOn', v.due_on, 'sha256', encode(v.content_sha256, 'hex')) ORDER BY v.version DESC), '[]')
        FROM stipple.estimate_version v JOIN stipple.staff s ON (s.clinic_id, s.id) = (v.clinic_id, v.issued_by)
       WHERE (v.clinic_id, v.agreement_id) = (x.clinic_id, x.id)),
      'signature', (SELECT json_build_object('signerName', g.signer_name, 'at', g.signed_at, 'witness', s.name, 'proofId', g.proof_id)
        FROM stipple.patient_signature g LEFT JOIN stipple.staff s ON (s.clinic_id, s.id) = (g.clinic_id, g.witness_id)
       WHERE (g.clinic_id, g.agreement_id) = (x.clinic_id, x.id)),
      'patientLink', (SELECT json_build_object('madeAt', l.made_at, 'by', s.name, 'expiresAt', l.expires_at, 'openedAt', l.opened_at, 'endedAt', l.ended_at, 'locked', l.locked, 'estimate', l.estimate_version)
        FROM stipple.patient_link l JOIN stipple.staff s ON (s.clinic_id, s.id) = (l.clinic_id, l.made_by)
       WHERE (l.clinic_id, l.agreement_id) = (x.clinic_id, x.id) ORDER BY l.id DESC LIMIT 1)) ORDER BY x.id DESC), '[]')
    FROM stipple.self_pay_agreement x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'caseLink', (SELECT json_build_object('madeAt', l.made_at, 'by', s.name, 'expiresAt', l.expires_at, 'openedAt', l.opened_at, 'endedAt', l.ended_at, 'locked', l.locked,
      'takesPhotos', l.takes_photos, 'givesPapers', l.gives_papers)
    FROM stipple.patient_link l JOIN stipple.staff s ON (s.clinic_id, s.id) = (l.clinic_id, l.made_by)
   WHERE (l.clinic_id, l.case_id) = (c.clinic_id, c.id) AND l.agreement_id IS NULL ORDER BY l.id DESC LIMIT 1),
  'sessions', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'startsAt', x.starts_at, 'endsAt', x.ends_at, 'roomId', x.room_id,
      'room', r.name, 'clinicianId', x.clinician_id, 'clinician', d.name, 'endReason', x.end_reason,
      'record', (SELECT json_build_object('performedOn', t.performed_on, 'performer', d.name, 'areaCm2', t.area_cm2, 'device', t.device, 'lot', t.lot, 'note', t.note, 'signedBy', s.name)
        FROM stipple.treatment_record t JOIN stipple.staff s ON (s.clinic_id, s.id) = (t.clinic_id, t.signed_by)
       WHERE (t.clinic_id, t.session_id) = (x.clinic_id, x.id))) ORDER BY x.starts_at DESC NULLS LAST, x.id DESC), '[]')
    FROM stipple.treatment_session x
    LEFT JOIN stipple.room r ON (r.clinic_id, r.id) = (x.clinic_id, x.room_id)
    LEFT JOIN stipple.provider d ON (d.clinic_id, d.id) = (x.clinic_id, x.clinician_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'notes', (SELECT coalesce(json_agg(n.json ORDER BY n.id DESC), '[]') FROM (${noteJson('billing')} UNION ALL ${noteJson('clinical')} AND $3) n),
  'timeline', (SELECT coalesce(json_agg(json_build_object('at', e.at, 'by', coalesce(s.name, 'The system'), 'subject', e.subject, 'subjectId', e.subject_id, 'seq', e.seq, 'move', e.move, 'data', e.data) ORDER BY e.position DESC), '[]')
    FROM stipple.case_event e LEFT JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
   WHERE (e.clinic_id, e.case_id) = (c.clinic_id, c.id) AND (e.subject NOT IN ('clinical_note', 'evidence') OR $3))
) AS view
FROM stipple.treatment_case c
JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
JOIN stipple.coverage v ON (v.clinic_id, v.id) = (c.clinic_id, c.coverage_id)
JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
WHERE c.clinic_id = $1 AND c.id = $2`;

function noteJson(lane: 'billing' | 'clinical'): string {
  return `SELECT x.id, json_build_object('id', x.id, 'lane', '${lane}', 'body', x.body, 'by', s.name, 'at', x.recorded_at, 'correctsId', x.corrects_id) AS json
      FROM stipple.${lane}_note x
      JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, 1)
      JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
     WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)`;
}
