import type { EvidenceKind, Explanation, FreeText } from '@stipple/domain';
import type { Statement } from '@stipple/database';

/** What a screening reads beside the facts, and what the page shows with it. */
export interface Material {
  readonly caseNumber: number;
  readonly patientName: string;
  readonly payerName: string;
  readonly held: readonly { id: string; kind: EvidenceKind; words: string; of: string }[];
  readonly letter: string | null;
  readonly notes: readonly { on: string; body: string }[];
  readonly explanations: readonly Explanation[];
}

export function materialStatement(clinicId: string, caseId: string): Statement {
  return { name: 'screening_material', text: materialSql, values: [clinicId, caseId] };
}

/** The texts a reviewer may read, by names that people understand; two notes of one day are told apart. */
export function textsOf({ letter, notes }: Material): readonly FreeText[] {
  const ofDay = new Map<string, number>();
  const written = notes.map(({ on, body }): FreeText => {
    const nth = (ofDay.get(on) ?? 0) + 1;
    ofDay.set(on, nth);
    return { field: `clinical note of ${on}${nth > 1 ? ` (${nth})` : ''}`, text: body };
  });
  return [...(letter === null ? [] : [{ field: 'letter', text: letter }]), ...written];
}

// Documents keep their kinds, as far as a policy knows them; a document that a record was copied from counts once, as the record.
const materialSql = /* sql */ `
WITH current AS (
  SELECT e.* FROM stipple.evidence e
   WHERE e.clinic_id = $1 AND e.case_id = $2 AND e.kind <> 'withdrawal'
     AND NOT EXISTS (SELECT FROM stipple.evidence r WHERE (r.clinic_id, r.replaces_id) = (e.clinic_id, e.id))
), note AS (
  SELECT n.id, n.body, (n.recorded_at AT TIME ZONE k.time_zone)::date AS on_day
    FROM stipple.clinical_note n JOIN stipple.clinic k ON k.id = n.clinic_id
   WHERE n.clinic_id = $1 AND n.case_id = $2
     AND NOT EXISTS (SELECT FROM stipple.clinical_note r WHERE (r.clinic_id, r.corrects_id) = (n.clinic_id, n.id))
), letter AS (
  SELECT l.id, w.body FROM stipple.letter l
    JOIN stipple.letter_version w ON (w.clinic_id, w.letter_id, w.version) = (l.clinic_id, l.id, l.version)
   WHERE l.clinic_id = $1 AND l.case_id = $2 AND l.state NOT IN ('discarded', 'superseded') ORDER BY l.id DESC LIMIT 1
), held AS (
  SELECT d.id, d.kind, d.title AS words, 'document' AS of FROM stipple.case_document d
   WHERE d.clinic_id = $1 AND d.case_id = $2 AND d.kind IN ('photo', 'range_of_motion', 'scar_scale', 'prior_treatment', 'clinical_note')
     AND NOT EXISTS (SELECT FROM current e WHERE e.document_id = d.id)
  UNION ALL
  SELECT e.id, CASE e.kind WHEN 'motion' THEN 'range_of_motion' WHEN 'scale' THEN 'scar_scale' WHEN 'treatment' THEN 'prior_treatment'
      WHEN 'device' THEN 'device_clearance' WHEN 'mental_health' THEN 'mental_health_note' WHEN 'function' THEN 'functional_statement'
      WHEN 'statement' THEN 'functional_statement' ELSE 'clinical_note' END,
    CASE e.kind WHEN 'motion' THEN 'Range of motion' WHEN 'scale' THEN 'Scale' WHEN 'treatment' THEN 'Earlier treatment' WHEN 'no_treatment' THEN 'No earlier treatment'
      WHEN 'device' THEN 'Device clearance' WHEN 'mental_health' THEN 'Mental-health note' WHEN 'function' THEN 'Function' WHEN 'area' THEN 'Area'
      ELSE 'Physician’s statement' END || ', ' || to_char(e.on_day, 'FMMon FMDD, YYYY'), 'evidence'
    FROM current e
  UNION ALL
  SELECT n.id, 'clinical_note', 'Clinical note, ' || to_char(n.on_day, 'FMMon FMDD, YYYY'), 'note' FROM note n
  UNION ALL
  SELECT l.id, 'letter', 'Letter of medical necessity', 'letter' FROM letter l
  UNION ALL
  SELECT w.id, 'code_worksheet', 'Worksheet for ' || w.procedure_code, 'worksheet' FROM stipple.code_worksheet w
   WHERE w.clinic_id = $1 AND w.case_id = $2 AND w.state = 'complete'
)
SELECT c.case_number AS "caseNumber", p.family_name || ', ' || p.given_name AS "patientName", y.name AS "payerName",
  (SELECT coalesce(json_agg(h ORDER BY h.id), '[]') FROM held h) AS held,
  (SELECT body FROM letter) AS letter,
  (SELECT coalesce(json_agg(json_build_object('on', n.on_day, 'body', n.body) ORDER BY n.id), '[]') FROM note n) AS notes,
  coalesce((SELECT b.explanations FROM stipple.screening x JOIN stipple.screening_basis b ON (b.clinic_id, b.screening_id) = (x.clinic_id, x.id)
    WHERE x.clinic_id = $1 AND x.case_id = $2 ORDER BY x.id DESC LIMIT 1), '[]') AS explanations
FROM stipple.treatment_case c
JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
WHERE c.clinic_id = $1 AND c.id = $2`;
