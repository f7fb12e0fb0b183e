/**
 * Everything that left the clinic towards a payer, each source with the same columns. `last_seq` is the last event of
 * what was sent: where it is the sending itself, nothing has come back.
 *
 * $1 is the clinic, $2 its time zone.
 */
const request = /* sql */ `
SELECT 'request' AS kind, r.submitted_at AS sent_at, true AS timed, r.id AS subject_id, e.seq, r.seq AS last_seq, r.case_id, r.id AS request_id,
       r.channel, r.submission_reference AS reference, r.submission_proof_id AS proof_id, e.at AS recorded_at, e.actor_id
  FROM stipple.auth_request r
  JOIN stipple.case_event e ON (e.clinic_id, e.subject_id) = (r.clinic_id, r.id) AND e.move = 'submit'
 WHERE r.clinic_id = $1 AND r.submitted_at IS NOT NULL`;

/** An answer changes no column of its request that would stay, so that its event is its record. */
const answer = /* sql */ `
SELECT 'answer', (e.data->>'sentAt')::timestamptz, true, e.subject_id, e.seq, r.seq, e.case_id, r.id,
       e.data->>'channel', e.data->>'reference', (e.data->>'proofId')::uuid, e.at, e.actor_id
  FROM stipple.case_event e
  JOIN stipple.auth_request r ON (r.clinic_id, r.id) = (e.clinic_id, e.subject_id)
 WHERE e.clinic_id = $1 AND e.move = 'answer_information'`;

const challenge = /* sql */ `
SELECT 'challenge', coalesce((e.data->>'sentAt')::timestamptz, (h.sent_on + time '12:00') AT TIME ZONE $2), e.data ? 'sentAt', h.id, e.seq, h.seq,
       h.case_id, h.request_id, e.data->>'channel', e.data->>'reference', (e.data->>'proofId')::uuid, e.at, e.actor_id
  FROM stipple.challenge h
  JOIN stipple.case_event e ON (e.clinic_id, e.subject_id) = (h.clinic_id, h.id) AND e.move = 'send'
 WHERE h.clinic_id = $1 AND h.sent_on IS NOT NULL`;

const columns =
  'kind, sent_at, timed, subject_id, seq, last_seq, case_id, request_id, channel, reference, proof_id, recorded_at, actor_id';

/** Each source as `s`, with the payer of its case. */
export const sources: readonly string[] = [request, answer, challenge].map(
  (sql) => `FROM (SELECT s.*, c.payer_id FROM (${sql}) s (${columns})
    JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = ($1, s.case_id)) s`,
);

/** Newest first; the event ends it, so that a place in it is a place for good. */
export const newestFirst = 's.sent_at DESC, s.subject_id DESC, s.seq DESC';

/** A row of `s` as it is told, with what `rowJoins` brings and the clinic's day as `clock.today`. */
export const rowFields = /* sql */ `'key', s.subject_id || '.' || s.seq, 'kind', s.kind, 'challengeKind', h.kind,
    'caseId', c.id, 'caseNumber', c.case_number, 'patientName', p.family_name || ', ' || p.given_name, 'payerName', y.name,
    'sentAt', s.sent_at, 'timed', s.timed, 'recordedAt', s.recorded_at, 'recordedBy', json_build_object('id', b.id, 'name', b.name),
    'channel', s.channel, 'lines', r.lines, 'reference', s.reference,
    'proof', CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'title', d.title) END,
    'corrects', CASE WHEN x.id IS NOT NULL THEN json_build_object('sentAt', x.submitted_at, 'reference', x.submission_reference) END,
    'rejection', CASE WHEN s.kind = 'request' AND r.rejection_words IS NOT NULL THEN json_build_object('code', r.rejection_code, 'words', r.rejection_words) END,
    'next', CASE WHEN n.move IS NOT NULL THEN json_build_object('move', n.move, 'at', n.at,
      'receivedAt', CASE WHEN s.kind = 'request' THEN r.payer_received_at END, 'reference', n.data->>'payerReference') END,
    'days', clock.today - (s.sent_at AT TIME ZONE $2)::date`;

export const rowJoins = /* sql */ `
  CROSS JOIN (SELECT (now() AT TIME ZONE $2)::date AS today) clock
  JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = ($1, s.case_id)
  JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
  JOIN stipple.staff b ON (b.clinic_id, b.id) = (c.clinic_id, s.actor_id)
  JOIN stipple.auth_request r ON (r.clinic_id, r.id) = (c.clinic_id, s.request_id)
  LEFT JOIN stipple.auth_request x ON (x.clinic_id, x.id) = (r.clinic_id, r.supersedes_id) AND s.kind = 'request'
  LEFT JOIN stipple.challenge h ON (h.clinic_id, h.id) = (c.clinic_id, s.subject_id) AND s.kind = 'challenge'
  LEFT JOIN stipple.case_document d ON (d.clinic_id, d.id) = (c.clinic_id, s.proof_id)
  LEFT JOIN stipple.case_event n ON (n.clinic_id, n.subject_id, n.seq) = (c.clinic_id, s.subject_id, s.seq + 1)`;
