import type { LetterVersions } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';

/**
 * `known` is what its reader need not read again: the words signed last in this case by any physician, those that one
 * sent back, or those that stood when this person last opened the letter, if it has other words since.
 */
const versionsSql = /* sql */ `
WITH letter AS (
  SELECT x.*, w.written_at FROM stipple.letter x
    JOIN stipple.letter_version w ON (w.clinic_id, w.letter_id, w.version) = (x.clinic_id, x.id, x.version)
   WHERE x.clinic_id = $1 AND x.id = $2
), mark AS (
  SELECT 'signed' AS because, g.subject_id AS letter_id, g.letter_version AS version, g.signer_id AS staff_id, g.signed_at AS at
    FROM letter JOIN stipple.signature g ON (g.clinic_id, g.case_id, g.subject) = (letter.clinic_id, letter.case_id, 'letter') AND g.subject_id <> letter.id
   WHERE g.signed_at < letter.written_at
  UNION ALL
  SELECT 'sent_back', letter.id, (e.data ->> 'wording')::int, e.actor_id, e.at
    FROM letter JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.move) = (letter.clinic_id, letter.id, 'ask_changes')
   WHERE (e.data ->> 'wording')::int < letter.version
  UNION ALL
  SELECT 'read', letter.id, (SELECT max(w.version) FROM stipple.letter_version w WHERE (w.clinic_id, w.letter_id) = (letter.clinic_id, letter.id) AND w.written_at <= a.at), a.actor_id, a.at
    FROM letter JOIN stipple.audit_entry a ON (a.clinic_id, a.case_id, a.action, a.subject_id) = (letter.clinic_id, letter.case_id, 'letter.read', letter.id)
   WHERE a.actor_id = $3 AND a.at < letter.written_at
)
SELECT letter.id AS "letterId", letter.case_id AS "caseId", letter.state, letter.seq AS version,
  (SELECT json_agg(json_build_object('wording', w.version, 'procedureCodes', w.procedure_codes, 'body', w.body, 'by', s.name, 'at', w.written_at) ORDER BY w.version DESC)
     FROM stipple.letter_version w JOIN stipple.staff s ON (s.clinic_id, s.id) = (w.clinic_id, w.author_id)
    WHERE (w.clinic_id, w.letter_id) = (letter.clinic_id, letter.id)) AS wordings,
  (SELECT json_build_object('because', m.because, 'procedureCodes', w.procedure_codes, 'body', w.body, 'by', s.name, 'at', m.at)
     FROM mark m JOIN stipple.letter_version w ON (w.clinic_id, w.letter_id, w.version) = (letter.clinic_id, m.letter_id, m.version)
     JOIN stipple.staff s ON (s.clinic_id, s.id) = (letter.clinic_id, m.staff_id)
    ORDER BY m.at DESC LIMIT 1) AS known
  FROM letter`;

export async function readLetterVersions(
  db: ClinicDatabase,
  who: Principal,
  id: string,
): Promise<LetterVersions> {
  const values = [who.clinicId, id];
  const whose = { name: 'letter_case', text: caseOfSql, values };
  const [letter] = await db.read<{ caseId: string }>(who, whose);
  if (letter === undefined) throw new Missing('letter');
  const note = { action: 'letter.read', subject: 'letter', subjectId: id, caseId: letter.caseId };
  const read = { name: 'letter_versions', text: versionsSql, values: [...values, who.staffId] };
  const [versions] = await db.read<LetterVersions>(who, read, note);
  if (versions === undefined) throw new Missing('letter');
  return versions;
}

/** The trail names the case too, so that a case's own trail shows who read its letters. */
const caseOfSql = 'SELECT case_id AS "caseId" FROM stipple.letter WHERE clinic_id = $1 AND id = $2';
