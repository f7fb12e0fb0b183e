/** What was entered for the challenge `x`, oldest first, each with who, when and whether it stands. `k` is its clinic. */
export const groundsJson = /* sql */ `(SELECT coalesce(json_agg(json_build_object('id', g.id, 'topic', g.topic, 'about', g.about, 'words', g.words, 'page', g.page,
      'section', g.section, 'documentId', g.document_id, 'source', coalesce(d.title, 'Policy ' || v.number || ', version ' || v.version),
      'codeWas', g.code_was, 'codeNow', g.code_now, 'restsOn', coalesce(g.rests_on, '{}'), 'takenBack', g.taken_back,
      'by', s.name, 'at', to_json(e.at) #>> '{}', 'takenOver', e.move = 'take_over',
      'stands', NOT EXISTS (SELECT FROM stipple.appeal_ground newer WHERE (newer.clinic_id, newer.replaces_id) = (g.clinic_id, g.id))) ORDER BY g.id), '[]')
    FROM stipple.appeal_ground g
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (g.clinic_id, g.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
    LEFT JOIN stipple.case_document d ON (d.clinic_id, d.id) = (g.clinic_id, g.document_id)
    LEFT JOIN stipple.policy_version v ON (v.clinic_id, v.id) = (g.clinic_id, g.policy_version_id)
   WHERE (g.clinic_id, g.challenge_id) = (x.clinic_id, x.id))`;

const findingRow = /* sql */ `json_build_object('id', f.id, 'requestId', f.request_id, 'topic', f.topic, 'says', f.says, 'words', f.words,
      'documentId', f.document_id, 'by', s.name, 'at', to_json(e.at) #>> '{}')`;
const findingsFrom = /* sql */ `FROM stipple.decision_finding f
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (f.clinic_id, f.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)`;

/** What was found out about the decisions of a case, oldest first. */
export const findingsSql = /* sql */ `SELECT ${findingRow} AS finding ${findingsFrom} WHERE (f.clinic_id, f.case_id) = ($1, $2) ORDER BY f.id`;

/**
 * The same of the case of the challenge `x`. What an appeal said when it was signed or sent is what
 * had been found out by then: what came later counts for later levels.
 */
export const findingsJson = /* sql */ `(SELECT coalesce(json_agg(${findingRow} ORDER BY f.id), '[]') ${findingsFrom}
   WHERE (f.clinic_id, f.case_id) = (x.clinic_id, x.case_id)
     AND f.recorded_at <= coalesce((SELECT min(gone.at) FROM stipple.case_event gone
       WHERE (gone.clinic_id, gone.subject_id) = (x.clinic_id, x.id) AND gone.to_state IN ('signed', 'sent')), 'infinity'))`;

/** The papers that what was entered names: they go along. */
export const namedDocuments = /* sql */ `(SELECT g.document_id FROM stipple.appeal_ground g WHERE (g.clinic_id, g.challenge_id) = (x.clinic_id, x.id)
      AND NOT EXISTS (SELECT FROM stipple.appeal_ground newer WHERE (newer.clinic_id, newer.replaces_id) = (g.clinic_id, g.id)))`;
