import type { DraftView } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { evidenceFormWords, lifecycles } from '@stipple/domain';

const draftsSql = /* sql */ `
SELECT json_build_object('id', d.id, 'caseId', d.case_id, 'subject', d.subject, 'subjectId', d.subject_id, 'move', d.move,
    'caseNumber', c.case_number, 'patientName', p.family_name || ', ' || p.given_name,
    'version', d.version, 'counter', d.counter, 'savedAt', d.saved_at, 'fields', d.fields) AS view
  FROM stipple.draft d
  LEFT JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (d.clinic_id, d.case_id)
  LEFT JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
 WHERE d.clinic_id = $1 AND d.author_id = $2 AND d.ended_at IS NULL
   AND CASE $3 WHEN '' THEN true WHEN 'new' THEN d.case_id IS NULL ELSE d.case_id::text = $3 END
 ORDER BY d.saved_at DESC, d.id DESC LIMIT 100`;

/**
 * The drafts of whoever asks, newest first: all, those of one case, or those of cases yet to be opened. Not entered in
 * the audit trail: people read back what they themselves have typed.
 */
export async function readDrafts(
  db: ClinicDatabase,
  who: Principal,
  caseId: string | undefined,
): Promise<readonly DraftView[]> {
  const values = [who.clinicId, who.staffId, caseId ?? ''];
  const rows = await db.read<{ view: Omit<DraftView, 'words'> }>(who, {
    name: 'drafts',
    text: draftsSql,
    values,
  });
  return rows.map(({ view }) => ({ ...view, words: labelOf(view.subject, view.move) }));
}

/** What is typed elsewhere than about a case, and forms that stand beside each other for one move. */
const otherLabels: Readonly<Record<string, string>> = {
  'code_worksheet.start_17999': 'Worksheet for 17999',
  'code_worksheet.start_96999': 'Worksheet for 96999',
  'policy_version.draft': 'New version of a policy',
  'policy_version.revise': 'Edit the draft of a policy',
};

function labelOf(subject: string, move: string): string {
  // Evidence has one move and a form for each of its kinds.
  if (subject === 'evidence') return (evidenceFormWords as Readonly<Record<string, string>>)[move] ?? move;
  const other = otherLabels[`${subject}.${move}`];
  if (other !== undefined) return other;
  const lifecycle = lifecycles.find((candidate) => candidate.subject === subject);
  return lifecycle?.moves.find((rule) => rule.move === move)?.label ?? move;
}
