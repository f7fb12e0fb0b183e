import { findingsJson, groundsJson, namedDocuments } from '../grounds/grounds.sql';

/** The fields of a document as a packet takes it, from `d` and its file `f`. */
const documentJson = `json_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'datedOn', d.dated_on, 'file', encode(f.sha256, 'hex'), 'mediaType', f.media_type)`;

/** A document of the case `c` with the file that is sent of it: of a picture its large copy, without what a camera adds. */
const documentsFrom = `FROM stipple.case_document d
     LEFT JOIN stipple.stored_picture i ON (i.clinic_id, i.sha256) = (d.clinic_id, d.file_sha256)
     JOIN stipple.stored_file f ON (f.clinic_id, f.sha256) = (d.clinic_id, coalesce(i.large_sha256, d.file_sha256))
    WHERE (d.clinic_id, d.case_id) = (x.clinic_id, x.case_id)`;

/**
 * A challenge, what was decided, and what of the case belongs to an appeal and not to a letter. What came in after the
 * request went out is what the payer has not seen: it is enclosed. A decision that only granted less has no notice on
 * record, so its words are empty and an outline says that they are missing.
 */
export const appealRecordSql = /* sql */ `
SELECT x.case_id AS "caseId", x.request_id AS "requestId", c.plan_type AS "planType", c.diagnoses,
  json_build_object('name', k.name, 'isDemo', k.is_demo, 'timeZone', k.time_zone) AS clinic,
  json_build_object('id', x.id, 'kind', x.kind, 'state', x.state, 'clinical', x.clinical, 'body', x.body, 'appealsAs', x.appeals_as,
    'representativeFormId', x.representative_form_id, 'callAt', x.call_at, 'since', to_json(e.at) #>> '{}',
    'signed', (SELECT json_build_object('by', s.name, 'on', (g.signed_at AT TIME ZONE k.time_zone)::date, 'hash', encode(g.content_hash, 'hex'))
      FROM stipple.signature g JOIN stipple.staff s ON (s.clinic_id, s.id) = (g.clinic_id, g.signer_id)
     WHERE (g.clinic_id, g.subject_id) = (x.clinic_id, x.id))) AS challenge,
  json_build_object('group', coalesce(r.denial_group, w.group_code), 'code', coalesce(r.denial_code, w.reason_code), 'remarks', coalesce(w.remarks, r.denial_remarks),
    'kind', coalesce(r.denial_kind, w.kind, 'clinical'), 'words', coalesce(r.denial_words, w.words, ''), 'page', coalesce(r.denial_page, w.page),
    'noticeId', coalesce(r.denial_proof_id, w.document_id), 'decidedOn', r.decided_on,
    'noticeReceivedOn', coalesce(r.notice_received_on, r.decided_on)) AS recorded,
  ${groundsJson} AS grounds,
  ${findingsJson} AS findings,
  r.lines AS requested,
  (SELECT json_build_object('effectiveOn', t.effective_on, 'expiresOn', t.expires_on,
      'lines', (SELECT json_agg(json_build_object('procedureCode', l.procedure_code, 'units', l.units) ORDER BY l.procedure_code)
        FROM stipple.authorization_line l WHERE (l.clinic_id, l.authorization_id, l.terms_seq) = (t.clinic_id, t.authorization_id, t.terms_seq)))
     FROM stipple.payer_authorization a
     JOIN stipple.authorization_terms t ON (t.clinic_id, t.authorization_id) = (a.clinic_id, a.id)
    WHERE (a.clinic_id, a.request_id) = (r.clinic_id, r.id) AND a.challenge_id IS NULL AND r.state IN ('partial', 'modified')
    ORDER BY a.id, t.terms_seq LIMIT 1) AS granted,
  CASE WHEN r.submission_proof_id IS NOT NULL
    THEN json_build_object('on', (r.submitted_at AT TIME ZONE k.time_zone)::date, 'proofId', r.submission_proof_id) END AS sent,
  (SELECT json_build_object('number', a.number, 'effectiveOn', a.effective_on, 'expiresOn', a.expires_on, 'proofId', a.proof_id)
     FROM stipple.payer_authorization a
    WHERE (a.clinic_id, a.case_id) = (x.clinic_id, x.case_id) AND a.challenge_id IS NULL AND a.request_id IS DISTINCT FROM r.id
      AND a.state NOT IN ('revoked', 'superseded') AND a.state NOT LIKE 'awaiting%'
    ORDER BY a.id DESC LIMIT 1) AS authorization,
  (SELECT json_build_object('verifiedOn', (b.called_at AT TIME ZONE k.time_zone)::date, 'reference', b.reference_number)
     FROM stipple.benefit_call b
    WHERE (b.clinic_id, b.case_id) = (x.clinic_id, x.case_id) AND (b.called_at AT TIME ZONE k.time_zone)::date > r.decided_on
    ORDER BY b.called_at DESC LIMIT 1) AS coverage,
  (SELECT coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'datedOn', d.dated_on) ORDER BY d.id), '[]')
     FROM stipple.case_document d
    WHERE (d.clinic_id, d.case_id) = (x.clinic_id, x.case_id) AND (d.kind IN ('payer_notice', 'submission_proof') OR d.id IN ${namedDocuments})) AS papers,
  (SELECT coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'takenOn', p.taken_on, 'view', p.view, 'showsScale', p.shows_scale,
      'consented', p.consented, 'file', encode(f.sha256, 'hex'), 'mediaType', f.media_type) ORDER BY p.taken_on, d.id), '[]')
     FROM stipple.case_document d
     LEFT JOIN stipple.photo p ON (p.clinic_id, p.id) = (d.clinic_id, d.id)
     LEFT JOIN stipple.stored_picture i ON (i.clinic_id, i.sha256) = (d.clinic_id, d.file_sha256)
     JOIN stipple.stored_file f ON (f.clinic_id, f.sha256) = (d.clinic_id, coalesce(i.large_sha256, d.file_sha256))
    WHERE (d.clinic_id, d.case_id, d.kind) = (x.clinic_id, x.case_id, 'photo') AND d.recorded_at > r.submitted_at) AS photos,
  (SELECT coalesce(json_agg(${documentJson} ORDER BY d.id), '[]') ${documentsFrom}
      AND d.kind IN ('range_of_motion', 'scar_scale', 'prior_treatment', 'clinical_note') AND d.recorded_at > r.submitted_at) AS documents,
  (SELECT coalesce(json_agg(${documentJson} ORDER BY d.kind = 'payer_notice' DESC), '[]') ${documentsFrom}
      AND (d.id IN (r.denial_proof_id, w.document_id, x.representative_form_id) OR d.id IN ${namedDocuments})) AS always
FROM stipple.challenge x
JOIN stipple.auth_request r ON (r.clinic_id, r.id) = (x.clinic_id, x.request_id)
LEFT JOIN stipple.withheld_reason w ON (w.clinic_id, w.request_id) = (r.clinic_id, r.id)
JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (x.clinic_id, x.case_id)
JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, x.seq)
JOIN stipple.clinic k ON k.id = x.clinic_id
WHERE x.clinic_id = $1 AND x.id = $2`;
